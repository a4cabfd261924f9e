#include "core/account/default_region.h"

#include "core/account/ids.h"
#include "core/net/cidr.h"
#include "core/net/region_table.h"
#include "core/ops/dhcp_options/dhcp_options.h"
#include "core/ops/internet_gateway/internet_gateway.h"
#include "core/ops/network_acl/network_acl.h"
#include "core/ops/route_table/route_table.h"
#include "core/ops/subnet/subnet.h"
#include "core/ops/vpc/vpc.h"
#include "core/records/derived_id.h"

namespace ec2mimic {
namespace {

constexpr std::string_view kDefaultBlock = "172.31.0.0/16";
constexpr unsigned kSubnetPrefix = 20;

void create_dhcp_options(Context& context, const std::string& id) {
  // Of all regions only us-east-1 has a domain without the region in it.
  const std::string domain = context.region() == "us-east-1" ? "ec2.internal" : context.region() + ".compute.internal";
  DhcpOptionsRecord options;
  options.dhcp_configurations = {{"domain-name", {domain}}, {"domain-name-servers", {"AmazonProvidedDNS"}}};
  Table<DhcpOptionsRecord>(context).create(id, options);
}

// One subnet in each zone, all associated with the default network ACL.
void create_subnets(Context& context, const std::string& vpc_id, const std::string& network_acl_id) {
  Table<NetworkAclRecord> acls(context);
  NetworkAclRecord acl = *acls.find(network_acl_id);
  net::Cidr block{net::Cidr::parse(kDefaultBlock)->address, kSubnetPrefix};
  for (const Zone& zone : zones_of(context.region())) {
    SubnetRecord subnet;
    subnet.vpc_id = vpc_id;
    subnet.cidr_block = block.text();
    subnet.availability_zone = zone.name;
    subnet.default_for_az = true;
    subnet.map_public_ip_on_launch = true;
    const std::string id = context.new_id(ops::subnet.prefix);
    Table<SubnetRecord>(context).create(id, subnet);
    acl.associations.push_back({context.new_id("aclassoc-"), {}, id});
    block.address += 1U << (32 - kSubnetPrefix);
  }
  acls.put(network_acl_id, acl);
}

// Internet access: a gateway, and a route to it in the main table.
void create_internet_gateway(Context& context, const std::string& vpc_id, const std::string& main_route_table_id) {
  InternetGatewayRecord gateway;
  gateway.vpc_id = vpc_id;
  const std::string id = context.new_id(ops::internet_gateway.prefix);
  Table<InternetGatewayRecord>(context).create(id, gateway);
  Table<RouteTableRecord> tables(context);
  RouteTableRecord table = *tables.find(main_route_table_id);
  Route route;
  route.destination_cidr_block = "0.0.0.0/0";
  route.gateway_id = id;
  // As if a user had created it; only local routes come with the table itself.
  route.origin = "CreateRoute";
  table.routes.push_back(route);
  tables.put(main_route_table_id, table);
}

void create_default_vpc(Context& context, const std::string& id, const std::string& dhcp_options_id) {
  VpcPlan plan;
  plan.cidr_block = kDefaultBlock;
  plan.dhcp_options_id = dhcp_options_id;
  // Without a transition: the default VPC was there before the account was used, so nobody ever sees it pending.
  plan.is_default = true;
  const CreatedVpc created = create_vpc_with_defaults(context, id, plan);
  create_subnets(context, id, created.default_network_acl_id);
  create_internet_gateway(context, id, created.main_route_table_id);
}

// The DHCP options of a region that was opened but has lost its record; nothing if it was never opened. What is left of
// such a region may have been changed or deleted since, so it must not be created again.
std::optional<std::string> options_of_opened(Context& context, const std::string& dhcp_options_id) {
  if (const auto vpc = default_vpc(context); vpc && vpc->second.dhcp_options_id) return vpc->second.dhcp_options_id;
  if (Table<DhcpOptionsRecord>(context).find(dhcp_options_id)) return dhcp_options_id;
  return std::nullopt;
}

void write_down(Records& records, const std::string& region, const RegionRecord& record) {
  records.put(RegionRecord::kTable, region, write_record(record));
  records.mark_as_default();
}

}  // namespace

void open_region(Records& records, const std::string& region) {
  if (records.find(RegionRecord::kTable, region)) return;
  // Nothing but account and region goes into the ids: a call that only reads shows the defaults without storing them,
  // and the first write must store the same ones.
  const std::string base = records.account() + '\n' + region;
  DerivedIds ids(records, base);
  Context context(records, ids, region);
  // The DHCP options take the first id below, so this is the id that they had if the region was opened before.
  if (const auto options = options_of_opened(context, derived_id(base, ops::dhcp_options.prefix, 1))) {
    return write_down(records, region, {*options});
  }
  const std::string dhcp_options_id = context.new_id(ops::dhcp_options.prefix);
  create_dhcp_options(context, dhcp_options_id);
  create_default_vpc(context, context.new_id(ops::vpc.prefix), dhcp_options_id);
  write_down(records, region, {dhcp_options_id});
}

std::string open_bare_region(Records& records, const std::string& region, const std::string& dhcp_options_id) {
  std::string id = dhcp_options_id;
  if (id.empty()) {
    DerivedIds ids(records, records.account() + '\n' + region);
    Context context(records, ids, region);
    id = context.new_id(ops::dhcp_options.prefix);
    create_dhcp_options(context, id);
  }
  write_down(records, region, {id});
  return id;
}

std::vector<std::string> ids_from_the_start(std::string_view account, const std::string& region) {
  // Opens the region in an empty account and lists what that creates.
  const NoRecords nothing;
  Records records(nothing, account);
  open_region(records, region);
  std::vector<std::string> ids;
  for (const auto& [table, lines] : records.changes().tables) {
    for (const auto& [id, line] : lines) {
      if (table != RegionRecord::kTable) ids.push_back(id);
    }
  }
  return ids;
}

}  // namespace ec2mimic
