#include "core/account/account_check.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/account/default_region.h"
#include "core/account/ids.h"
#include "core/account/problem.h"
#include "core/account/relation_check.h"
#include "core/net/region_table.h"
#include "core/operation/idempotency.h"
#include "core/operation/registry.h"

namespace ec2mimic {
namespace {

// The member of a companion that names its owner, such as VpcId.
std::string owner_member(const Noun& companion) {
  for (const model::Member& member : companion.record->members) {
    if (member.traits.refers == companion.companions.owner) return std::string(member.name);
  }
  return {};
}

// Each owner must have exactly one of each kind of companion: each VPC one main route table, for example.
void check_companions(const Records& records, const Noun& owner, Problems& problems) {
  using Found = std::map<std::string, std::vector<std::string>, std::less<>>;  // the companions of each owner
  std::vector<std::pair<const Noun*, Found>> kinds;
  for (const Noun* noun : nouns()) {
    if (noun->companions.owner != owner.type) continue;
    Found& found = kinds.emplace_back(noun, Found()).second;
    records.scan(noun->table, {}, [&](std::string_view id, std::string_view line) {
      found[noun->common(id, line).came_along_with].emplace_back(id);
    });
  }
  if (kinds.empty()) return;
  records.scan(owner.table, {}, [&](std::string_view id, std::string_view) {
    for (const auto& [noun, found] : kinds) {
      const auto its = found.find(id);
      const std::size_t count = its == found.end() ? 0 : its->second.size();
      const std::string plural(noun->companions.plural);
      if (count == 0) {
        problems.push_back({owner.table,
                            std::string(id),
                            {},
                            "it has 0 " + plural + " instead of 1: no such record of table \"" +
                                std::string(noun->table) + "\" has its " + owner_member(*noun)});
      }
      for (std::size_t i = 1; i < count; ++i) {
        problems.push_back({noun->table, its->second[i], owner_member(*noun),
                            std::string(id) + " has " + std::to_string(count) + ' ' + plural +
                                " instead of 1: another is " + its->second[0]});
      }
    }
  });
}

struct Place {
  const Noun* noun;
  std::string id;
  std::string region;
  std::int64_t serial;
};

std::vector<Place> resources(const Records& records) {
  std::vector<Place> all;
  for (const Noun* noun : nouns()) {
    records.scan(noun->table, {}, [&](std::string_view id, std::string_view line) {
      RecordHead head = noun->head(id, line);
      all.push_back({noun, std::string(id), std::move(head.region), head.serial});
    });
  }
  return all;
}

// The records whose serial an earlier one of the list has too, with that one.
std::vector<std::pair<const Place*, const Place*>> repeated_serials(const std::vector<Place>& all) {
  std::map<std::int64_t, const Place*> first;
  std::vector<std::pair<const Place*, const Place*>> repeated;
  for (const Place& place : all) {
    const auto [found, is_new] = first.emplace(place.serial, &place);
    if (!is_new) repeated.emplace_back(&place, found->second);
  }
  return repeated;
}

const Place* with_greatest_serial(const std::vector<Place>& all) {
  const auto greatest =
      std::max_element(all.begin(), all.end(), [](const Place& a, const Place& b) { return a.serial < b.serial; });
  return greatest == all.end() ? nullptr : &*greatest;
}

void raise_serial(Records& records, const std::vector<Place>& all) {
  if (const Place* greatest = with_greatest_serial(all)) {
    records.raise_serial(static_cast<std::uint64_t>(greatest->serial));
  }
}

std::set<std::string> regions_without_record(const Records& records, const std::vector<Place>& all) {
  std::set<std::string> missing;
  for (const Place& place : all) {
    if (!records.find(RegionRecord::kTable, place.region)) missing.insert(place.region);
  }
  return missing;
}

// Checks that serials are unique, and that each region with records was opened.
void check_regions_and_serials(const Records& records, std::vector<std::string>& lines) {
  const std::vector<Place> all = resources(records);
  for (const auto& [again, first] : repeated_serials(all)) {
    lines.push_back(Problem{again->noun->table, again->id, "Serial",
                            std::to_string(again->serial) + " is also the Serial of record \"" + first->id +
                                "\" of table \"" + std::string(first->noun->table) + '"'}
                        .text());
  }
  const Place* greatest = with_greatest_serial(all);
  const std::uint64_t latest = records.changes().serial;
  if (greatest != nullptr && static_cast<std::uint64_t>(greatest->serial) > latest) {
    lines.push_back("serial: it is " + std::to_string(latest) + ", but record \"" + greatest->id + "\" of table \"" +
                    std::string(greatest->noun->table) + "\" has the Serial " + std::to_string(greatest->serial));
  }
  for (const std::string& region : regions_without_record(records, all)) {
    lines.push_back(Problem{RegionRecord::kTable,
                            region,
                            {},
                            "it is missing, but the region has records; the next change in that region adds it"}
                        .text());
  }
}

// The default ids of every region that was not opened yet, with the name of the region.
std::map<std::string, std::string_view> ids_to_come(const Records& records) {
  std::map<std::string, std::string_view> ids;
  for (const std::string_view region : region_names()) {
    if (records.find(RegionRecord::kTable, region)) continue;
    for (std::string& id : default_ids(records.account(), std::string(region))) {
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
    for (std::size_t i = 0; i < next.ids.size(); ++i) {
      const std::string& id = next.ids[i];
      const auto coming = to_come->find(id);
      const std::string what = was_given(records, id) ? " is already in use"
                               : coming != to_come->end()
                                   ? " exists in " + std::string(coming->second) + " from the start"
                               : !named.insert(id).second ? " is named twice"
                                                          : "";
      if (what.empty()) continue;
      problems.push_back({NextIds::kTable, std::string(key), "Ids[" + std::to_string(i) + ']', id + what});
    }
  });
}

void check_tokens(const Records& records, Problems& problems) {
  records.scan(TokenRecord::kTable, {}, [&](std::string_view key, std::string_view line) {
    const std::string id = read_token_record(key, line).resource_id;
    if (noun_of_id(id) != nullptr) return;
    problems.push_back(
        {TokenRecord::kTable, std::string(key), "ResourceId", '\'' + id + "' is not the id of a resource"});
  });
}

}  // namespace

std::vector<std::string> check_account(const Records& records) {
  Problems problems = check_relations(records);
  for (const Noun* noun : nouns()) check_companions(records, *noun, problems);
  check_next_ids(records, problems);
  check_tokens(records, problems);
  std::vector<std::string> lines;
  lines.reserve(problems.size());
  for (const Problem& problem : problems) lines.push_back(problem.text());
  check_regions_and_serials(records, lines);
  return lines;
}

void raise_serial(Records& records) { raise_serial(records, resources(records)); }

std::vector<std::string> mend(Records& records) {
  std::vector<std::string> done;
  const std::vector<Place> all = resources(records);
  const std::uint64_t latest = records.changes().serial;
  raise_serial(records, all);
  if (records.changes().serial > latest) {
    done.push_back("serial: " + std::to_string(latest) + " became " + std::to_string(records.changes().serial));
  }
  for (const auto& [again, unused] : repeated_serials(all)) {
    const auto serial = static_cast<std::int64_t>(records.next_serial());
    const std::string line(records.find(again->noun->table, again->id).value());
    records.put(again->noun->table, again->id, again->noun->with_serial(again->id, line, serial));
    done.push_back(Problem{again->noun->table, again->id, "Serial",
                           std::to_string(again->serial) + " became " + std::to_string(serial)}
                       .text());
  }
  for (const std::string& region : regions_without_record(records, all)) {
    open_region(records, region);
    done.push_back(Problem{RegionRecord::kTable, region, {}, "added"}.text());
  }
  return done;
}

}  // namespace ec2mimic
