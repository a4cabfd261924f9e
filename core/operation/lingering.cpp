#include "core/operation/lingering.h"

#include <utility>
#include <vector>

#include "core/operation/registry.h"
#include "core/seam/json.h"

namespace ec2mimic {
namespace {

constexpr std::string_view kMember = "DeletionTime";
// As it is spelt in a line. In a text of a record its quotes would be escaped.
constexpr std::string_view kInLine = "\"DeletionTime\":";

}  // namespace

void forget_deleted(Records& records, std::chrono::sys_seconds now) {
  std::vector<std::pair<std::string_view, std::string>> over;
  for (const Noun* noun : nouns()) {
    if (noun->record->member(kMember) == nullptr) continue;
    records.scan(noun->table, kInLine, [&](std::string_view key, std::string_view line) {
      static_cast<void>(noun->common(key, line));  // throws for a record that a newer program wrote
      const auto time = parse_iso_time(parse_record(noun->table, key, line).value(std::string(kMember), ""));
      if (time && now >= *time + kListedAfterwards) over.emplace_back(noun->table, key);
    });
  }
  if (over.empty()) return;
  for (const auto& [table, key] : over) records.erase(table, key);
  records.mark_as_default();
}

bool is_of_deleted(std::string_view line) { return line.find(kInLine) != std::string_view::npos; }

}  // namespace ec2mimic
