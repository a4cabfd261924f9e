// Builds a JSON object member by member, keeping their order.
//
// nlohmann's ordered objects look for a name by going through all of them, so that a text with many members takes the
// square of its length. From some size on this keeps an index beside the object while it grows.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/json.h"

namespace ec2mimic::cli {

class ObjectBuilder {
 public:
  /// Where the member of that name is, or null.
  [[nodiscard]] Json* find(const std::string& name) {
    Json::object_t& members = this->members();
    if (members.size() < kIndexed) {
      for (auto& [known, value] : members) {
        if (known == name) return &value;
      }
      return nullptr;
    }
    const auto found = index_.find(name);
    return found == index_.end() ? nullptr : &members.begin()[static_cast<std::ptrdiff_t>(found->second)].second;
  }

  /// Adds a member, or gives the one of that name another value in its old place.
  void put(const std::string& name, Json value) {
    if (Json* known = find(name)) {
      *known = std::move(value);
      return;
    }
    Json::object_t& members = this->members();
    members.push_back({name, std::move(value)});
    if (members.size() < kIndexed) return;
    if (index_.empty()) {
      for (const auto& [known, unused] : members) index_.emplace(known, index_.size());
    } else {
      index_.emplace(name, members.size() - 1);
    }
  }

  [[nodiscard]] Json take() { return std::move(object_); }

 private:
  static constexpr std::size_t kIndexed = 32;

  Json::object_t& members() { return object_.get_ref<Json::object_t&>(); }

  Json object_ = Json::object();
  std::unordered_map<std::string, std::size_t> index_{};
};

}  // namespace ec2mimic::cli
