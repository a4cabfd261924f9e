// Builds a JSON object member by member and keeps their order.
//
// nlohmann's ordered objects search all members for a name and, whenever they grow, copy all that they hold, however
// deep: a text with many members would take time quadratic in its length. Here the members are kept outside the object
// while it grows, with an index from some size on, and are moved into it once.
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
  /// The member of that name, valid until the next `put`, or null.
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

  /// Adds a member, or replaces the value of the member of that name, which keeps its place.
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

  /// Returns the object. The builder is then empty and keeps its memory for the next one.
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
