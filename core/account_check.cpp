#include "core/account_check.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/new_ids.h"
#include "core/ops/network_acl/network_acl.h"
#include "core/ops/route_table/route_table.h"
#include "core/ops/security_group/security_group.h"
#include "core/ops/vpc/vpc.h"
#include "core/region.h"
#include "core/regions.h"
#include "core/registry.h"

namespace ec2mimic {
namespace {

using Problems = std::vector<std::string>;

// For each VPC how many records there are that come with a VPC, one each.
template <class Record, class ComesWithVpc>
std::map<std::string, int> count_by_vpc(const Records& records, ComesWithVpc comes_with_vpc) {
  std::map<std::string, int> counts;
  records.scan(Record::kTable, {}, [&](std::string_view, std::string_view line) {
    const auto record = detail::read_record<Record>(line);
    if (comes_with_vpc(record)) ++counts[record.vpc_id];
  });
  return counts;
}

void check_vpcs(const Records& records, Problems& problems) {
  auto tables = count_by_vpc<RouteTableRecord>(records, [](const auto& table) { return table.is_main(); });
  auto acls = count_by_vpc<NetworkAclRecord>(records, [](const auto& acl) { return acl.is_default; });
  auto groups = count_by_vpc<SecurityGroupRecord>(records, [](const auto& group) { return group.is_default(); });
  const auto expect_one = [&](std::string_view id, int count, std::string_view what) {
    if (count == 1) return;
    problems.push_back(std::string(id) + ": it has " + std::to_string(count) + ' ' + std::string(what) +
                       " and should have 1");
  };
  records.scan(VpcRecord::kTable, {}, [&](std::string_view key, std::string_view) {
    const std::string id(key);
    expect_one(id, tables[id], "main route tables");
    expect_one(id, acls[id], "default network ACLs");
    expect_one(id, groups[id], "default security groups");
  });
}

// Numbers in the order of creation: a page ends behind one of them.
class Serials {
 public:
  void add(std::string_view id, std::int64_t serial, Problems& problems) {
    const auto [first, is_new] = ids_.emplace(serial, id);
    if (!is_new) {
      problems.push_back(std::string(id) + ".Serial: " + std::to_string(serial) + " is also that of " + first->second);
    }
  }

  void check_latest(std::uint64_t latest, Problems& problems) const {
    if (ids_.empty() || static_cast<std::uint64_t>(ids_.rbegin()->first) <= latest) return;
    problems.push_back("serial: it is " + std::to_string(latest) + ", and " + ids_.rbegin()->second + " has " +
                       std::to_string(ids_.rbegin()->first));
  }

 private:
  std::map<std::int64_t, std::string> ids_;
};

// Takes note of every record's region and place in the order of creation.
void check_regions_and_serials(const Records& records, Problems& problems) {
  std::set<std::string> used;
  Serials serials;
  for (const Noun* noun : nouns()) {
    records.scan(noun->table, {}, [&](std::string_view id, std::string_view line) {
      Noun::Common common = noun->common(line);
      serials.add(id, common.serial, problems);
      used.insert(std::move(common.region));
    });
  }
  serials.check_latest(records.changes().serial, problems);
  for (const std::string& region : used) {
    if (records.find(RegionRecord::kTable, region)) continue;
    problems.push_back("regions: " + region + " is not there, but records in it are; the next change in it adds it");
  }
}

// By id: the region that has it from the start and was not opened yet.
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
    const auto next = detail::read_record<NextIds>(line);
    if (!to_come) to_come = ids_to_come(records);
    std::set<std::string_view> named;
    for (const std::string& id : next.ids) {
      const auto coming = to_come->find(id);
      const std::string what = is_used(records, id)       ? " is there already"
                               : coming != to_come->end() ? " is in " + std::string(coming->second) + " from the start"
                               : !named.insert(id).second ? " is named twice"
                                                          : "";
      if (!what.empty()) problems.push_back("NextIds " + std::string(key) + ": " + id + what);
    }
  });
}

}  // namespace

std::vector<std::string> check_account(const Records& records) {
  Problems problems;
  check_vpcs(records, problems);
  check_regions_and_serials(records, problems);
  check_next_ids(records, problems);
  return problems;
}

}  // namespace ec2mimic
