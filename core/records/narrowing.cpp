#include "core/records/narrowing.h"

#include <algorithm>
#include <utility>

namespace ec2mimic {

bool contains_any(std::string_view line, std::span<const std::string_view> texts) {
  return texts.empty() || std::any_of(texts.begin(), texts.end(), [line](std::string_view text) {
           return line.find(text) != std::string_view::npos;
         });
}

std::size_t Narrowing::Group::shortest() const {
  return std::min_element(texts.begin(), texts.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); })
      ->size();
}

bool Narrowing::Group::admits(std::string_view key, std::string_view line) const {
  const std::string_view where = place == Place::key ? key : line;
  return std::any_of(texts.begin(), texts.end(),
                     [where](const std::string& text) { return where.find(text) != std::string_view::npos; });
}

Narrowing& Narrowing::in_line(std::vector<std::string> texts) {
  groups_.push_back({Place::line, std::move(texts), false});
  return *this;
}

Narrowing& Narrowing::in_line_like_most(std::vector<std::string> texts) {
  groups_.push_back({Place::line, std::move(texts), true});
  return *this;
}

Narrowing& Narrowing::unless_in_line(std::string text) {
  excluded_.push_back(std::move(text));
  return *this;
}

Narrowing& Narrowing::in_key(std::vector<std::string> texts) {
  groups_.push_back({Place::key, std::move(texts), false});
  return *this;
}

Narrowing& Narrowing::is_key(std::vector<std::string> keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  if (keys_) {
    std::erase_if(keys, [&](const std::string& key) { return !std::binary_search(keys_->begin(), keys_->end(), key); });
  }
  keys_ = std::move(keys);
  return *this;
}

Narrowing& Narrowing::in_table(std::vector<std::string> tables) {
  tables_.push_back(std::move(tables));
  return *this;
}

// The longer a text, the fewer lines probably contain it.
const Narrowing::Group* Narrowing::rarest() const {
  const Group* rarest = nullptr;
  for (const Group& group : groups_) {
    if (group.place != Place::line) continue;
    const auto rank = [](const Group& one) { return std::pair(!one.is_common, one.shortest()); };
    if (rarest == nullptr || rank(group) > rank(*rarest)) rarest = &group;
  }
  return rarest;
}

}  // namespace ec2mimic
