#include "core/records/narrowing.h"

#include <algorithm>
#include <set>
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
  groups_.push_back({Place::line, std::move(texts)});
  return *this;
}

Narrowing& Narrowing::in_key(std::vector<std::string> texts) {
  groups_.push_back({Place::key, std::move(texts)});
  return *this;
}

Narrowing& Narrowing::is_key(std::vector<std::string> keys) {
  // The keys of one call are enough: whatever else is wanted is decided later.
  if (!keys_) keys_ = std::move(keys);
  return *this;
}

// The longer a text, the fewer lines probably contain it.
const Narrowing::Group* Narrowing::longest() const {
  const Group* longest = nullptr;
  for (const Group& group : groups_) {
    if (group.place != Place::line) continue;
    if (longest == nullptr || group.shortest() > longest->shortest()) longest = &group;
  }
  return longest;
}

void Narrowing::scan(const Records& records, std::string_view table, const state::Snapshot::Visit& visit) const {
  const Group* searched = keys_ ? nullptr : longest();
  const auto visit_admitted = [&](std::string_view key, std::string_view line) {
    const bool admitted = std::all_of(groups_.begin(), groups_.end(), [&](const Group& group) {
      return &group == searched || group.admits(key, line);
    });
    if (admitted) visit(key, line);
  };
  if (keys_) {
    for (const std::string& key : std::set<std::string>(keys_->begin(), keys_->end())) {
      if (const auto line = records.find(table, key)) visit_admitted(key, *line);
    }
    return;
  }
  std::vector<std::string_view> texts;
  if (searched != nullptr) texts.assign(searched->texts.begin(), searched->texts.end());
  records.scan_any(table, texts, visit_admitted);
}

}  // namespace ec2mimic
