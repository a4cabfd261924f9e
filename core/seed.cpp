#include "core/seed.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/net/cidr.h"
#include "core/new_ids.h"
#include "core/ops/vpc/vpc.h"
#include "core/region.h"
#include "core/regions.h"
#include "core/registry.h"

namespace ec2mimic {
namespace {

bool is_account(std::string_view text) {
  return text.size() == 12 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A prefix that some noun has, and 8 or 17 lower-case hexadecimal digits.
bool is_id(std::string_view id) {
  const Noun* noun = noun_of_id(id);
  if (noun == nullptr) return false;
  const std::string_view digits = id.substr(noun->prefix.size());
  return (digits.size() == 8 || digits.size() == 17) && std::all_of(digits.begin(), digits.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

std::string_view region_of(const SeedVpc& vpc) { return vpc.region ? std::string_view(*vpc.region) : kDefaultRegion; }

}  // namespace

std::vector<std::string> faults(const Seed& seed) {
  std::vector<std::string> found;
  std::set<std::string> ids;
  if (seed.account && !is_account(*seed.account)) {
    found.push_back("Account: '" + *seed.account + "' is not twelve digits");
  }
  const auto check_id = [&](const std::string& where, const std::string& id) {
    if (!is_id(id)) {
      found.push_back(where + ": '" + id + "' is not an id: a known prefix and 17 lower-case hexadecimal digits");
    } else if (!ids.insert(id).second) {
      found.push_back(where + ": '" + id + "' stands here twice");
    }
  };
  for (std::size_t i = 0; i < seed.vpcs.size(); ++i) {
    const SeedVpc& vpc = seed.vpcs[i];
    const std::string where = "Vpcs[" + std::to_string(i) + "].";
    check_id(where + "VpcId", vpc.vpc_id);
    if (!vpc.vpc_id.starts_with(ops::vpc.prefix)) found.push_back(where + "VpcId: '" + vpc.vpc_id + "' is not a VPC's");
    const auto block = net::Cidr::parse(vpc.cidr_block);
    if (!block || block->prefix < 16 || block->prefix > 28) {
      found.push_back(where + "CidrBlock: '" + vpc.cidr_block + "' is not a block of IPv4 addresses from /16 to /28");
    }
    if (!is_region(region_of(vpc))) found.push_back(where + "Region: there is no region '" + *vpc.region + "'");
  }
  for (std::size_t i = 0; i < seed.next_ids.size(); ++i) {
    check_id("NextIds[" + std::to_string(i) + "]", seed.next_ids[i]);
  }
  return found;
}

void plant(const Seed& seed, Records& records) {
  records.set_account(seed.account ? std::string_view(*seed.account) : kDefaultAccount);
  for (const SeedVpc& vpc : seed.vpcs) {
    const std::string region(region_of(vpc));
    open_region(records, region);
    // What comes with the VPC gets ids that follow from the VPC's, so that a seed always grows into the same state.
    DerivedIds ids(records.account() + '\n' + vpc.vpc_id);
    Context context(records, ids, region);
    VpcPlan plan;
    plan.cidr_block = net::Cidr::parse(vpc.cidr_block)->text();
    plan.dhcp_options_id = default_dhcp_options(context);
    plan.tags = vpc.tags;
    bear_vpc(context, vpc.vpc_id, plan);
  }
  std::map<std::string_view, NextIds> next;
  for (const std::string& id : seed.next_ids) next[noun_of_id(id)->prefix].ids.push_back(id);
  for (const auto& [prefix, ids] : next) {
    records.put(NextIds::kTable, prefix, model::write_line(model::shape_of<NextIds>, &ids));
  }
}

}  // namespace ec2mimic
