#include "core/account/seed.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/account/default_region.h"
#include "core/account/ids.h"
#include "core/net/cidr.h"
#include "core/net/region_table.h"
#include "core/operation/registry.h"
#include "core/ops/vpc/vpc.h"
#include "state/load_rules.h"

namespace ec2mimic {
namespace {

// True for the prefix of some noun followed by 8 or 17 lower-case hexadecimal digits.
bool is_id(std::string_view id) {
  const Noun* noun = noun_of_id(id);
  return noun != nullptr && is_id_of(noun->prefix, id);
}

std::string_view region_of(const SeedVpc& vpc) { return vpc.region ? std::string_view(*vpc.region) : kDefaultRegion; }

std::string_view account_of(const Seed& seed) {
  return seed.account ? std::string_view(*seed.account) : kDefaultAccount;
}

// The companions of a seeded VPC get ids derived from its own, so that a seed always results in the same state.
DerivedIds ids_with(const SeedVpc& vpc, const Records& records) {
  return {records, records.account() + '\n' + vpc.vpc_id};
}

void create_seed_vpc(const SeedVpc& vpc, const std::string& dhcp_options_id, Context& context) {
  VpcPlan plan;
  plan.cidr_block = net::Cidr::parse(vpc.cidr_block)->text();
  plan.dhcp_options_id = dhcp_options_id;
  plan.tags = vpc.tags;
  create_vpc_with_defaults(context, vpc.vpc_id, plan);
}

// Walks through a seed and collects its faults.
class SeedCheck {
 public:
  explicit SeedCheck(const Seed& seed) : seed_(seed) {}

  std::vector<std::string> run() {
    check_account();
    for (std::size_t i = 0; i < seed_.vpcs.size(); ++i) check_vpc(seed_.vpcs[i], "Vpcs[" + std::to_string(i) + ']');
    for (std::size_t i = 0; i < seed_.next_ids.size(); ++i) {
      check_id("NextIds[" + std::to_string(i) + ']', seed_.next_ids[i]);
    }
    return std::move(found_);
  }

 private:
  void note(const std::string& where, const std::string& value, const std::string& what) {
    found_.push_back(where + ": '" + value + "' " + what);
  }

  // Collects the ids of default resources: those of every region, because any region may be used later.
  void check_account() {
    if (seed_.account && (seed_.account->empty() || !state::is_account(*seed_.account)))
      return note("Account", *seed_.account, "is not twelve digits");
    for (const std::string_view region : region_names()) {
      for (const std::string& id : ids_from_the_start(account_of(seed_), std::string(region))) {
        implied_.emplace(id, "exists in " + std::string(region) + " from the start");
      }
    }
  }

  void check_id(const std::string& where, const std::string& id) {
    if (!is_id(id)) {
      note(where, id, "is not an id; expected a known prefix and 17 lower-case hexadecimal digits");
    } else if (!named_.insert(id).second) {
      note(where, id, "is named twice");
    } else if (const auto implied = implied_.find(id); implied != implied_.end()) {
      note(where, id, implied->second);
    }
  }

  void check_vpc(const SeedVpc& vpc, const std::string& where) {
    const std::size_t before = found_.size();
    check_id(where + ".VpcId", vpc.vpc_id);
    if (!vpc.vpc_id.starts_with(ops::vpc.prefix)) note(where + ".VpcId", vpc.vpc_id, "is not a VPC id");
    const auto block = net::Cidr::parse(vpc.cidr_block);
    // The sizes that AWS allows for a VPC.
    if (!block || block->prefix < 16 || block->prefix > 28) {
      note(where + ".CidrBlock", vpc.cidr_block, "is not an IPv4 block from /16 to /28");
    }
    if (!is_region(region_of(vpc))) found_.push_back(where + ".Region: there is no region '" + *vpc.region + "'");
    if (found_.size() == before) add_parts(vpc, where);
  }

  // Collects the ids of what will be created with a VPC.
  void add_parts(const SeedVpc& vpc, const std::string& where) {
    const NoRecords nothing;
    Records records(nothing, account_of(seed_));
    DerivedIds ids = ids_with(vpc, records);
    Context context(records, ids, region_of(vpc));
    create_seed_vpc(vpc, {}, context);
    for (const auto& [table, lines] : records.changes().tables) {
      if (table == VpcRecord::kTable) continue;
      for (const auto& [id, line] : lines) implied_.emplace(id, "is created with " + where);
    }
  }

  const Seed& seed_;
  std::vector<std::string> found_;
  std::set<std::string> named_;                 // by the seed itself
  std::map<std::string, std::string> implied_;  // by id: why it is taken, as the end of a message
};

}  // namespace

std::vector<std::string> faults(const Seed& seed) { return SeedCheck(seed).run(); }

void apply_seed(const Seed& seed, Records& records) {
  records.set_account(account_of(seed));
  for (const SeedVpc& vpc : seed.vpcs) {
    const std::string region(region_of(vpc));
    open_region(records, region);
    DerivedIds ids = ids_with(vpc, records);
    Context context(records, ids, region);
    create_seed_vpc(vpc, default_dhcp_options(context), context);
  }
  std::map<std::string_view, NextIds> next;
  for (const std::string& id : seed.next_ids) next[noun_of_id(id)->prefix].ids.push_back(id);
  for (const auto& [prefix, ids] : next) {
    records.put(NextIds::kTable, prefix, write_record(ids));
  }
}

}  // namespace ec2mimic
