#include "core/account/account_check.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/account/default_region.h"
#include "core/account/ids.h"
#include "core/net/region_table.h"
#include "core/operation/registry.h"

namespace ec2mimic {
namespace {

using Problems = std::vector<std::string>;

// Each owner must have exactly one of each kind of companion: each VPC one main route table, for example.
void check_companions(const Records& records, const Noun& owner, Problems& problems) {
  using Counts = std::map<std::string, int, std::less<>>;
  std::vector<std::pair<const Noun*, Counts>> kinds;
  for (const Noun* noun : nouns()) {
    if (noun->companions.owner != owner.type) continue;
    // Counted for all owners in one scan, because a scan for each owner would take quadratic time.
    Counts& counts = kinds.emplace_back(noun, Counts()).second;
    records.scan(noun->table, {},
                 [&](std::string_view id, std::string_view line) { ++counts[noun->common(id, line).came_along_with]; });
  }
  if (kinds.empty()) return;
  records.scan(owner.table, {}, [&](std::string_view id, std::string_view) {
    for (const auto& [noun, counts] : kinds) {
      const auto found = counts.find(id);
      const int count = found == counts.end() ? 0 : found->second;
      if (count == 1) continue;
      problems.push_back(std::string(id) + ": it has " + std::to_string(count) + ' ' +
                         std::string(noun->companions.plural) + " instead of 1");
    }
  });
}

// The serials of all records. They must be unique because page tokens identify a record by its serial.
class Serials {
 public:
  void add(std::string_view id, std::int64_t serial, Problems& problems) {
    const auto [first, is_new] = ids_.emplace(serial, id);
    if (!is_new) {
      problems.push_back(std::string(id) + ".Serial: " + std::to_string(serial) + " is also the serial of " +
                         first->second);
    }
  }

  void check_latest(std::uint64_t latest, Problems& problems) const {
    if (ids_.empty() || static_cast<std::uint64_t>(ids_.rbegin()->first) <= latest) return;
    problems.push_back("serial: it is " + std::to_string(latest) + ", but that of " + ids_.rbegin()->second + " is " +
                       std::to_string(ids_.rbegin()->first));
  }

 private:
  std::map<std::int64_t, std::string> ids_;
};

// Checks that serials are unique and that each region with records was opened.
void check_regions_and_serials(const Records& records, Problems& problems) {
  std::set<std::string> used;
  Serials serials;
  for (const Noun* noun : nouns()) {
    records.scan(noun->table, {}, [&](std::string_view id, std::string_view line) {
      Noun::Common common = noun->common(id, line);
      serials.add(id, common.serial, problems);
      used.insert(std::move(common.region));
    });
  }
  serials.check_latest(records.changes().serial, problems);
  for (const std::string& region : used) {
    if (records.find(RegionRecord::kTable, region)) continue;
    problems.push_back("regions: " + region +
                       " is missing, but it has records; the next change in this region adds it");
  }
}

// The default ids of every region that was not opened yet, with the name of the region.
std::map<std::string, std::string_view> ids_to_come(const Records& records) {
  std::map<std::string, std::string_view> ids;
  for (const std::string_view region : region_names()) {
    if (records.find(RegionRecord::kTable, region)) continue;
    for (std::string& id : ids_from_the_start(records.account(), std::string(region))) {
      ids.emplace(std::move(id), region);
    }
  }
  return ids;
}

void check_next_ids(const Records& records, Problems& problems) {
  std::optional<std::map<std::string, std::string_view>> to_come;
  records.scan(NextIds::kTable, {}, [&](std::string_view key, std::string_view line) {
    const auto next = read_record<NextIds>(key, line);
    // Only on demand, because it opens every region.
    if (!to_come) to_come = ids_to_come(records);
    // One list may name an id twice; two lists cannot share one, because each is for another prefix.
    std::set<std::string_view> named;
    for (const std::string& id : next.ids) {
      const auto coming = to_come->find(id);
      const std::string what = was_given(records, id) ? " is already in use"
                               : coming != to_come->end()
                                   ? " exists in " + std::string(coming->second) + " from the start"
                               : !named.insert(id).second ? " is named twice"
                                                          : "";
      if (!what.empty()) problems.push_back("NextIds " + std::string(key) + ": " + id + what);
    }
  });
}

}  // namespace

std::vector<std::string> check_account(const Records& records) {
  Problems problems;
  for (const Noun* noun : nouns()) check_companions(records, *noun, problems);
  check_regions_and_serials(records, problems);
  check_next_ids(records, problems);
  return problems;
}

}  // namespace ec2mimic
