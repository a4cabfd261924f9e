#include "core/ops/vpc/vpc.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/net/cidr.h"
#include "core/net/ipv6_cidr.h"
#include "core/ops/dhcp_options/dhcp_options.h"
#include "core/ops/network_acl/network_acl.h"
#include "core/ops/route_table/route_table_changes.h"
#include "core/ops/security_group/security_group.h"
#include "core/records/transition.h"
#include "core/seam/errors.h"

namespace ec2mimic {
namespace {

constexpr FilterRule kFilters[] = {
    filter<&Vpc::cidr_block>("cidr", "The primary IPv4 block, exactly as shown."),
    filter<&Vpc::cidr_block>("cidr-block", "The same as cidr."),
    filter<&Vpc::cidr_block>("cidrBlock", "The same as cidr."),
    filter<&Vpc::cidr_block_association_set, &VpcCidrBlockAssociation::association_id>(
        "cidr-block-association.association-id", "The association id of an IPv4 block."),
    filter<&Vpc::cidr_block_association_set, &VpcCidrBlockAssociation::cidr_block>("cidr-block-association.cidr-block",
                                                                                   "Any IPv4 block."),
    filter<&Vpc::cidr_block_association_set, &VpcCidrBlockAssociation::cidr_block_state, &VpcCidrBlockState::state>(
        "cidr-block-association.state", "The state of an IPv4 block."),
    filter<&Vpc::dhcp_options_id>("dhcp-options-id", "The DHCP options of the VPC."),
    filter<&Vpc::dhcp_options_id>("dhcpOptionsId", "The same as dhcp-options-id."),
    filter<&Vpc::ipv6_cidr_block_association_set, &VpcIpv6CidrBlockAssociation::association_id>(
        "ipv6-cidr-block-association.association-id", "The association id of an IPv6 block."),
    filter<&Vpc::ipv6_cidr_block_association_set, &VpcIpv6CidrBlockAssociation::ipv6_cidr_block>(
        "ipv6-cidr-block-association.ipv6-cidr-block", "Any IPv6 block."),
    filter<&Vpc::ipv6_cidr_block_association_set, &VpcIpv6CidrBlockAssociation::ipv6_pool>(
        "ipv6-cidr-block-association.ipv6-pool", "The pool of an IPv6 block."),
    filter<&Vpc::ipv6_cidr_block_association_set, &VpcIpv6CidrBlockAssociation::ipv6_cidr_block_state,
           &VpcCidrBlockState::state>("ipv6-cidr-block-association.state", "The state of an IPv6 block."),
    filter<&Vpc::is_default>("is-default", "`true` for the region's default VPC."),
    filter<&Vpc::is_default>("isDefault", "The same as is-default."),
    filter<&Vpc::owner_id>("owner-id", "The account that owns the VPC."),
    filter<&Vpc::state>("state", "The state of the VPC: pending or available."),
    tag_filter<&Vpc::tags>(),
    tag_key_filter<&Vpc::tags>(),
    tag_value_filter<&Vpc::tags>(),
    filter<&Vpc::vpc_id>("vpc-id", "The VPC's own id."),
};

// Terraform, which polls the state, logs one to three seconds for a new VPC.
constexpr std::chrono::seconds kTimeToBecomeAvailable(2);

// Checks that no two blocks of a VPC overlap. `list` and `member` are their names in the record.
template <class Block>
void check_overlaps(std::string_view id, const std::vector<std::string>& texts, const std::string& list,
                    const std::string& member, const Noun::Report& report) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto block = Block::parse(texts[i]);
    for (std::size_t earlier = 0; block && earlier < i; ++earlier) {
      const auto other = Block::parse(texts[earlier]);
      if (!other || !block->overlaps(*other)) continue;
      report(VpcRecord::kTable, id, list + '[' + std::to_string(i) + "]." + member,
             texts[i] + " overlaps " + texts[earlier] + " in " + list + '[' + std::to_string(earlier) + ']');
    }
  }
}

// Compares the local routes of a table with the blocks of its VPC.
void check_local_routes(std::string_view id, const RouteTableRecord& table, std::vector<std::string> blocks,
                        const Noun::Report& report) {
  const std::set<std::string> its(blocks.begin(), blocks.end());
  for (std::size_t i = 0; i < table.routes.size(); ++i) {
    const Route& route = table.routes[i];
    // By its origin, because its target may have been replaced by a network interface.
    if (route.origin != "CreateRouteTable") continue;
    const bool is_ipv6 = route.destination_ipv6_cidr_block.has_value();
    const std::string block = (is_ipv6 ? route.destination_ipv6_cidr_block : route.destination_cidr_block).value_or("");
    std::erase(blocks, block);
    if (its.contains(block)) {
      if (leads_within_vpc(route)) continue;
      report(RouteTableRecord::kTable, id, "Routes[" + std::to_string(i) + ']',
             "the route is for " + block + ", a block of " + table.vpc_id + ", but leads out of it");
      continue;
    }
    report(RouteTableRecord::kTable, id,
           "Routes[" + std::to_string(i) + (is_ipv6 ? "].DestinationIpv6CidrBlock" : "].DestinationCidrBlock"),
           "the route is local, but " + block + " is not a block of " + table.vpc_id);
  }
  for (const std::string& block : blocks) {
    report(RouteTableRecord::kTable, id, "Routes", "no local route is for " + block + ", a block of " + table.vpc_id);
  }
}

void count_blocks(std::string_view id, const VpcRecord& vpc, const Quota::Add& add) { add(id, vpc.cidr_blocks.size()); }

void count_ipv6_blocks(std::string_view id, const VpcRecord& vpc, const Quota::Add& add) {
  add(id, vpc.ipv6_cidr_blocks.size());
}

constexpr std::string_view kTooManyBlocks = "This network {} has met its maximum number of allowed CIDRs: 5";
constexpr Quota kQuotas[] = {
    quota_per<&VpcRecord::region>(5, "VpcLimitExceeded", "The maximum number of VPCs has been reached.",
                                  {"CreateDefaultVpc", "CreateVpc"}),
    quota<&count_blocks>(5, "CidrLimitExceeded", kTooManyBlocks, {"AssociateVpcCidrBlock"}),
    quota<&count_ipv6_blocks>(5, "CidrLimitExceeded", kTooManyBlocks, {"AssociateVpcCidrBlock"}),
};

}  // namespace

std::optional<std::string> VpcRecord::contradiction() const {
  for (std::size_t i = 0; i < ipv6_cidr_blocks.size(); ++i) {
    // The names of local zones begin with that of the region. A seed may have left it out.
    const std::string& group = ipv6_cidr_blocks[i].network_border_group;
    if (group.empty() || group.starts_with(region)) continue;
    return "Ipv6CidrBlocks[" + std::to_string(i) + "].NetworkBorderGroup: '" + group + "' is not a location of " +
           region;
  }
  return std::nullopt;
}

void VpcRecord::check_relations(const Records& records, const Noun::Report& report) {
  std::map<std::string, std::vector<std::string>, std::less<>> blocks;
  records.scan(kTable, {}, [&](std::string_view id, std::string_view line) {
    const auto vpc = read_record<VpcRecord>(id, line);
    check_overlaps<net::Cidr>(id, vpc.blocks(), "CidrBlocks", "CidrBlock", report);
    check_overlaps<net::Ipv6Cidr>(id, vpc.ipv6_blocks(), "Ipv6CidrBlocks", "Ipv6CidrBlock", report);
    auto& its = blocks[std::string(id)] = vpc.blocks();
    for (std::string& block : vpc.ipv6_blocks()) its.push_back(std::move(block));
  });
  records.scan(RouteTableRecord::kTable, {}, [&](std::string_view id, std::string_view line) {
    const auto table = read_record<RouteTableRecord>(id, line);
    const auto its = blocks.find(table.vpc_id);
    if (its != blocks.end()) check_local_routes(id, table, its->second, report);
  });
}

constinit const Noun ops::vpc = define_noun<VpcRecord>({
    .type = "vpc",
    .prefix = "vpc-",
    .not_found_code = "InvalidVpcID.NotFound",
    .not_found_text = "The vpc ID '{}' does not exist",
    .dependency_text = "The vpc '{}' has dependencies and cannot be deleted.",
    .quotas = kQuotas,
});

constinit const std::span<const FilterRule> Resource<Vpc>::filters = kFilters;

std::vector<std::string> VpcRecord::blocks() const {
  std::vector<std::string> all;
  for (const VpcCidrBlockAssociation& one : cidr_blocks) all.push_back(one.cidr_block);
  return all;
}

std::vector<std::string> VpcRecord::ipv6_blocks() const {
  std::vector<std::string> all;
  for (const VpcIpv6CidrBlockAssociation& one : ipv6_cidr_blocks) all.push_back(one.ipv6_cidr_block);
  return all;
}

Vpc Resource<Vpc>::view(const std::string& id, const VpcRecord& record, Context& context) {
  const bool is_pending = in_transition(context, record.transition_start, kTimeToBecomeAvailable);
  Vpc vpc;
  vpc.owner_id = context.account();
  vpc.instance_tenancy = record.instance_tenancy;
  vpc.cidr_block_association_set = record.cidr_blocks;
  for (auto& one : vpc.cidr_block_association_set) one.cidr_block_state = VpcCidrBlockState{"associated", {}};
  if (!record.ipv6_cidr_blocks.empty()) {
    vpc.ipv6_cidr_block_association_set = record.ipv6_cidr_blocks;
    for (auto& one : *vpc.ipv6_cidr_block_association_set) {
      one.ipv6_cidr_block_state = VpcCidrBlockState{is_pending ? "associating" : "associated", {}};
    }
  }
  vpc.is_default = record.is_default;
  // AWS leaves these two members out instead of showing empty lists, unlike those of other resources.
  if (!record.tags.empty()) vpc.tags = record.tags;
  vpc.block_public_access_states = BlockPublicAccessStates{"off"};
  vpc.vpc_id = id;
  vpc.state = is_pending ? "pending" : "available";
  if (!record.cidr_blocks.empty()) vpc.cidr_block = record.cidr_blocks[0].cidr_block;
  vpc.dhcp_options_id = record.dhcp_options_id.value_or(std::string(kNoDhcpOptions));
  return vpc;
}

void Resource<Vpc>::as_created(Vpc& view) {
  view.state = "pending";
  // The answer to a creation lacks what only describing shows, and has the empty lists that describing leaves out.
  view.block_public_access_states.reset();
  if (!view.ipv6_cidr_block_association_set) view.ipv6_cidr_block_association_set.emplace();
  for (VpcIpv6CidrBlockAssociation& one : *view.ipv6_cidr_block_association_set) {
    one.ipv6_cidr_block.clear();
    one.ipv6_cidr_block_state->state = "associating";
    one.ipv6_address_attribute.reset();
    one.ip_source.reset();
  }
}

std::string canonical_vpc_block(const std::string& text) {
  const auto block = net::Cidr::parse(text);
  if (!block) throw errors::not_a_cidr_block(text, "cidrBlock");
  if (block->prefix < kLargestVpcBlock || block->prefix > kSmallestVpcBlock) {
    throw ApiError{"InvalidVpc.Range", "The CIDR '" + text + "' is invalid."};
  }
  return block->text();
}

std::string new_ipv6_block(Context& context) {
  // From the source of ids, so that with a seed the block is the same in every run as well.
  const std::string digits = context.new_id("");
  const std::string block = "2600:1f18:" + digits.substr(9, 4) + ":" + digits.substr(13, 2) + "00::/56";
  return net::Ipv6Cidr::parse(block).value().text();
}

VpcIpv6CidrBlockAssociation new_ipv6_association(Context& context, const std::string& block) {
  return {context.new_id("vpc-cidr-assoc-"), block, {}, context.region(), "Amazon", "public", "amazon"};
}

std::string create_vpc_companions(Context& context, const std::string& id, const VpcRecord& vpc) {
  const bool has_ipv6 = !vpc.ipv6_cidr_blocks.empty();
  const std::string main_route_table_id = create_main_route_table(context, id, vpc.blocks(), vpc.ipv6_blocks());
  create_default_network_acl(context, id, has_ipv6);
  create_default_security_group(context, id, has_ipv6);
  return main_route_table_id;
}

void set_dhcp_options(Context& context, const std::string& vpc_id, const std::optional<std::string>& options_id) {
  auto vpc = require<Vpc>(context, vpc_id);
  vpc.dhcp_options_id = options_id;
  Table<VpcRecord>(context).put(vpc_id, vpc);
}

std::optional<Table<VpcRecord>::Entry> default_vpc(Context& context) {
  for (auto& vpc : Table<VpcRecord>(context).all(Narrowing().in_line({"\"IsDefault\":true"}))) {
    if (vpc.second.is_default) return std::move(vpc);
  }
  return std::nullopt;
}

std::string create_vpc_with_defaults(Context& context, const std::string& id, const VpcPlan& plan) {
  // The order in which ids are taken below decides what they are, with a seed and for default resources. A new order
  // would show other ids after an update.
  VpcRecord vpc;
  vpc.is_default = plan.is_default;
  vpc.cidr_blocks.push_back({context.new_id("vpc-cidr-assoc-"), plan.cidr_block, {}});
  if (plan.ipv6_cidr_block) vpc.ipv6_cidr_blocks.push_back(new_ipv6_association(context, *plan.ipv6_cidr_block));
  vpc.dhcp_options_id = plan.dhcp_options_id;
  vpc.instance_tenancy = plan.instance_tenancy;
  // AWS enables DNS hostnames only in default VPCs.
  vpc.enable_dns_hostnames = plan.is_default;
  vpc.transition_start = plan.transition_start;
  vpc.tags = sorted(plan.tags);
  Table<VpcRecord>(context).create(id, vpc);
  return create_vpc_companions(context, id, vpc);
}

}  // namespace ec2mimic
