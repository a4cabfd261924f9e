// Builds a JSON object member by member, keeping their order.
//
// nlohmann's ordered objects look for a name by going through all of them, and copy all that they hold, however deep,
// whenever they grow: a text with many members would take the square of its length. The members are kept beside the
// object while it grows, from some size on with an index, and moved into it once.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/seam/json.h"

namespace ec2mimic {

class ObjectBuilder {
 public:
  /// Where the member of that name is until the next `put`, or null.
  [[nodiscard]] Json* find(const std::string& name) {
    if (members_.size() < kIndexed) {
      for (auto& [known, value] : members_) {
        if (known == name) return &value;
      }
      return nullptr;
    }
    const auto found = index_.find(name);
    return found == index_.end() ? nullptr : &members_[found->second].second;
  }

  /// Adds a member, or gives the one of that name another value in its old place.
  void put(std::string name, Json value) {
    if (Json* known = find(name)) {
      *known = std::move(value);
      return;
    }
    members_.emplace_back(std::move(name), std::move(value));
    if (members_.size() < kIndexed) return;
    if (index_.empty()) {
      for (const auto& [known, unused] : members_) index_.emplace(known, index_.size());
    } else {
      index_.emplace(members_.back().first, members_.size() - 1);
    }
  }

  /// The object. The builder is empty then and keeps its memory for the next one.
  [[nodiscard]] Json take() {
    Json::object_t object;
    object.reserve(members_.size());
    for (auto& [name, value] : members_) object.emplace_back(std::move(name), std::move(value));
    members_.clear();
    index_.clear();
    return object;
  }

 private:
  static constexpr std::size_t kIndexed = 32;

  std::vector<std::pair<std::string, Json>> members_{};
  std::unordered_map<std::string, std::size_t> index_{};
};

}  // namespace ec2mimic
