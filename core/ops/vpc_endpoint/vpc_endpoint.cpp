#include "core/ops/vpc_endpoint/vpc_endpoint.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/net/aws_prefix_lists.h"
#include "core/ops/route_table/route_table_changes.h"
#include "core/ops/security_group/security_group.h"
#include "core/ops/subnet/subnet.h"
#include "core/ops/vpc/vpc.h"
#include "core/records/transition.h"
#include "core/text/id_form.h"

namespace ec2mimic {
namespace {

constexpr FilterRule kFilters[] = {
    filter<&VpcEndpoint::ip_address_type>("ip-address-type", "The addresses that the endpoint has, such as ipv4."),
    filter<&VpcEndpoint::service_name>("service-name", "The service that the endpoint leads to."),
    filter<&VpcEndpoint::service_region>("service-region", "The region of that service."),
    tag_filter<&VpcEndpoint::tags>(),
    tag_key_filter<&VpcEndpoint::tags>(),
    tag_value_filter<&VpcEndpoint::tags>(),
    filter<&VpcEndpoint::vpc_endpoint_id>("vpc-endpoint-id", "The endpoint's own id."),
    filter<&VpcEndpoint::state>("vpc-endpoint-state", "The state: pending, available or deleting."),
    filter<&VpcEndpoint::vpc_endpoint_type>("vpc-endpoint-type", "The type: Gateway or Interface."),
    filter<&VpcEndpoint::vpc_id>("vpc-id", "The VPC that the endpoint belongs to."),
};

// As for the deletion.
constexpr std::chrono::seconds kTimeToBecomeAvailable(60);

std::string_view state_of(const VpcEndpointRecord& endpoint, const Context& context) {
  if (endpoint.deletion_start) return "deleting";
  return in_transition(context, endpoint.transition_start, kTimeToBecomeAvailable) ? "pending" : "available";
}

std::optional<net::EndpointService> service_of(const VpcEndpointRecord& endpoint) {
  for (const net::EndpointService& one : net::find_endpoint_services(endpoint.service_name, endpoint.region)) {
    if (one.is_gateway == endpoint.is_gateway()) return one;
  }
  return std::nullopt;
}

std::vector<DnsEntry> dns_entries(const std::string& id, const VpcEndpointRecord& endpoint, Context& context) {
  const auto service = service_of(endpoint);
  if (endpoint.is_gateway() || !service) return {};
  const std::string base = '.' + service->base_dns_name(endpoint.region);
  // AWS adds eight random characters; these follow from the id, so that they stay the same.
  const std::string first = id + '-' + id.substr(id.size() - std::min<std::size_t>(8, id.size()));
  std::vector<DnsEntry> entries{{first + base, {}}};
  for (const std::string& subnet_id : endpoint.subnet_ids) {
    const auto subnet = Table<SubnetRecord>(context).find(subnet_id);
    if (subnet) entries.push_back({first + '-' + subnet->availability_zone + base, {}});
  }
  const auto private_name = service->private_dns_name(endpoint.region);
  if (endpoint.private_dns_enabled && private_name) entries.push_back({*private_name, {}});
  return entries;
}

// The prefix list of a gateway's service; nothing if that of the region is not known.
std::optional<std::string> prefix_list_of(const VpcEndpointRecord& endpoint) {
  for (const net::AwsPrefixList& list : net::aws_prefix_lists(endpoint.region)) {
    if (list.name() == endpoint.service_name) return std::string(list.id);
  }
  return std::nullopt;
}

// AWS's words for malformed ids, in the calls on endpoints.
ApiError malformed(std::string_view code, std::string_view what, const std::string& id, std::string_view prefix) {
  return {std::string(code), "Invalid " + std::string(what) + ": '" + id + "' (expecting '" + std::string(prefix) +
                                 "...; the Id may only contain lowercase alphanumeric characters and a single dash')"};
}

ApiError elsewhere(const std::string& what, const std::string& id, const std::string& vpc_id) {
  return {"InvalidParameter", what + ' ' + id + " does not belong to VPC " + vpc_id + '.'};
}

template <class Value>
bool contains(const std::vector<Value>& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

void use_route_table(VpcEndpointRecord& endpoint, const std::string& id, const std::string& table_id,
                     Context& context) {
  if (require<RouteTable>(context, table_id).vpc_id != endpoint.vpc_id) {
    throw elsewhere("Route table", table_id, endpoint.vpc_id);
  }
  if (const auto list = prefix_list_of(endpoint)) {
    Route route;
    route.destination_prefix_list_id = list;
    route.gateway_id = id;
    add_route(context, table_id, std::move(route));
  }
  endpoint.route_table_ids.push_back(table_id);
}

// The zones of the subnets that the endpoint is in.
std::set<std::string> zones_of_subnets(const VpcEndpointRecord& endpoint, Context& context) {
  std::set<std::string> zones;
  for (const std::string& id : endpoint.subnet_ids) {
    if (const auto subnet = Table<SubnetRecord>(context).find(id)) zones.insert(subnet->availability_zone);
  }
  return zones;
}

using Tables = std::map<std::string, std::set<std::string>, std::less<>>;  // by endpoint

// Routes to a prefix list are the endpoints' own; those to a block are added by hand.
Tables tables_with_routes(const Records& records) {
  Tables found;
  records.scan(RouteTableRecord::kTable, "\"vpce-", [&](std::string_view id, std::string_view line) {
    for (const Route& route : read_record<RouteTableRecord>(id, line).routes) {
      if (!route.destination_prefix_list_id) continue;
      if (route.gateway_id && ops::vpc_endpoint.prefix == route.gateway_id->substr(0, 5)) {
        found[*route.gateway_id].emplace(id);
      }
    }
  });
  return found;
}

void count_gateways(std::string_view /*id*/, const VpcEndpointRecord& endpoint, const Quota::Add& add) {
  if (endpoint.is_gateway()) add(endpoint.region, 1);
}

void count_others(std::string_view /*id*/, const VpcEndpointRecord& endpoint, const Quota::Add& add) {
  if (!endpoint.is_gateway()) add(endpoint.vpc_id, 1);
}

constexpr std::string_view kTooMany = "The maximum number of VPC endpoints has been reached.";
constexpr Quota kQuotas[] = {
    quota<&count_gateways>(20, "VpcEndpointLimitExceeded", kTooMany),
    quota<&count_others>(50, "VpcEndpointLimitExceeded", kTooMany),
};

}  // namespace

std::optional<std::string> VpcEndpointRecord::contradiction() const {
  const bool has_service = is_gateway() || vpc_endpoint_type == kInterface;
  if (has_service && service_name.find('.') == std::string::npos) {
    return "ServiceName: '" + service_name + "' is not the name of a service such as com.amazonaws.us-east-1.s3";
  }
  if (!is_gateway()) {
    if (route_table_ids.empty()) return std::nullopt;
    return "RouteTableIds: only a Gateway endpoint has route tables";
  }
  if (!subnet_ids.empty()) return "SubnetIds: a Gateway endpoint has no subnets";
  if (!groups.empty()) return "Groups: a Gateway endpoint has no security groups";
  if (private_dns_enabled) return "PrivateDnsEnabled: a Gateway endpoint has no private names";
  return std::nullopt;
}

void VpcEndpointRecord::check_relations(const Records& records, const Noun::Report& report) {
  Tables routed = tables_with_routes(records);
  records.scan(kTable, {}, [&](std::string_view id, std::string_view line) {
    const auto endpoint = read_record<VpcEndpointRecord>(id, line);
    auto& tables = routed[std::string(id)];
    for (const std::string& table : endpoint.route_table_ids) {
      if (tables.erase(table) == 0 && prefix_list_of(endpoint)) {
        report(kTable, id, "RouteTableIds", table + " has no route to it");
      }
    }
    for (const std::string& table : tables) report(kTable, id, "RouteTableIds", table + " has a route to it, too");
    routed.erase(std::string(id));
  });
  for (const auto& [id, tables] : routed) {
    for (const std::string& table : tables) {
      report(RouteTableRecord::kTable, table, "Routes", "there is no " + id);
    }
  }
}

constinit const Noun ops::vpc_endpoint = define_noun<VpcEndpointRecord>({
    .type = "vpc-endpoint",
    .prefix = "vpce-",
    .not_found_code = "InvalidVpcEndpointId.NotFound",
    .not_found_text = "The Vpc Endpoint Id '{}' does not exist",
    .dependency_text = "The vpcEndpoint '{}' has dependencies and cannot be deleted.",
    .quotas = kQuotas,
    .malformed_code = "InvalidVpcEndpointId.Malformed",
    .malformed_text =
        "Invalid Id: '{}' (expecting 'vpce-...; the Id may only contain lowercase alphanumeric characters "
        "and a single dash')",
});

constinit const std::span<const FilterRule> Resource<VpcEndpoint>::filters = kFilters;

VpcEndpoint Resource<VpcEndpoint>::view(const std::string& id, const VpcEndpointRecord& record, Context& context) {
  VpcEndpoint endpoint;
  endpoint.vpc_endpoint_id = id;
  endpoint.vpc_endpoint_type = record.vpc_endpoint_type;
  endpoint.vpc_id = record.vpc_id;
  endpoint.service_name = record.service_name;
  endpoint.state = state_of(record, context);
  endpoint.policy_document = record.policy_document;
  endpoint.route_table_ids = record.route_table_ids;
  endpoint.subnet_ids = record.subnet_ids;
  for (const EndpointGroup& one : record.groups) {
    const auto group = Table<SecurityGroupRecord>(context).find(one.group_id);
    endpoint.groups.push_back({one.group_id, group ? std::optional(group->group_name) : std::nullopt});
  }
  endpoint.ip_address_type = record.ip_address_type;
  endpoint.dns_options = record.dns_options;
  endpoint.private_dns_enabled = record.private_dns_enabled;
  endpoint.dns_entries = dns_entries(id, record, context);
  endpoint.creation_timestamp = record.creation_timestamp;
  endpoint.tags = record.tags;
  endpoint.owner_id = context.account();
  endpoint.service_region = context.region();
  return endpoint;
}

void Resource<VpcEndpoint>::as_created(VpcEndpoint& view) {
  if (view.vpc_endpoint_type == kInterface) view.state = "pending";
}

void Resource<VpcEndpoint>::as_answered(VpcEndpoint& view) {
  if (view.tags && view.tags->empty()) view.tags.reset();
}

std::string endpoints::default_policy(std::string_view type) {
  // As recorded, the two are written differently.
  if (type == kGateway) {
    return R"({"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]})";
  }
  return "{\n  \"Statement\": [\n    {\n      \"Action\": \"*\", \n      \"Effect\": \"Allow\", \n      \"Principal\": "
         "\"*\", \n      \"Resource\": \"*\"\n    }\n  ]\n}";
}

void endpoints::check_vpc_id(const std::string& id) {
  if (!is_alphanumeric_id_of(ops::vpc.prefix, id)) throw malformed("InvalidVpcId.Malformed", "Id", id, ops::vpc.prefix);
}

void endpoints::add_route_tables(VpcEndpointRecord& endpoint, const std::string& id,
                                 const std::vector<std::string>& ids, Context& context) {
  if (!ids.empty() && !endpoint.is_gateway()) {
    throw ApiError{"InvalidParameter", "Route table IDs are only supported for Gateway type VPC Endpoint."};
  }
  for (const std::string& table_id : ids) {
    if (!is_alphanumeric_id_of(ops::route_table.prefix, table_id)) {
      throw malformed("InvalidRouteTableId.Malformed", "Id", table_id, ops::route_table.prefix);
    }
    if (!contains(endpoint.route_table_ids, table_id)) use_route_table(endpoint, id, table_id, context);
  }
}

void endpoints::add_subnets(VpcEndpointRecord& endpoint, const std::vector<std::string>& ids, Context& context) {
  if (!ids.empty() && endpoint.is_gateway()) {
    throw ApiError{"InvalidParameter",
                   "Subnet IDs are only supported for Interface and GatewayLoadBalancer type VPC Endpoints."};
  }
  for (const std::string& id : ids) {
    if (!is_alphanumeric_id_of(ops::subnet.prefix, id)) {
      throw malformed("InvalidSubnetId.Malformed", "Subnet Id", id, ops::subnet.prefix);
    }
    const auto subnet = require<Subnet>(context, id);
    if (subnet.vpc_id != endpoint.vpc_id) throw elsewhere("Subnet", id, endpoint.vpc_id);
    if (contains(endpoint.subnet_ids, id)) continue;
    if (zones_of_subnets(endpoint, context).contains(subnet.availability_zone)) {
      throw ApiError{"DuplicateSubnetsInSameZone", "Found another VPC endpoint subnet in the availability zone of " +
                                                       id +
                                                       ". VPC endpoint subnets should be in different availability "
                                                       "zones supported by the VPC endpoint service."};
    }
    endpoint.subnet_ids.push_back(id);
  }
}

void endpoints::add_groups(VpcEndpointRecord& endpoint, const std::vector<std::string>& ids, Context& context) {
  if (!ids.empty() && endpoint.is_gateway()) {
    throw ApiError{"InvalidParameter", "Security group IDs are only supported for Interface type VPC Endpoints."};
  }
  for (const std::string& id : ids) {
    if (require<SecurityGroup>(context, id).vpc_id != endpoint.vpc_id) {
      throw elsewhere("Security group", id, endpoint.vpc_id);
    }
    const bool is_there = std::any_of(endpoint.groups.begin(), endpoint.groups.end(),
                                      [&](const EndpointGroup& group) { return group.group_id == id; });
    if (!is_there) endpoint.groups.push_back({id});
  }
}

void endpoints::remove_route_tables(VpcEndpointRecord& endpoint, const std::string& id,
                                    const std::vector<std::string>& ids, Context& context) {
  for (const std::string& table_id : ids) {
    std::erase(endpoint.route_table_ids, table_id);
    remove_routes_to(context, table_id, id);
  }
}

void endpoints::check_private_dns(const VpcEndpointRecord& endpoint, const std::string& id, Context& context) {
  const auto service = service_of(endpoint);
  const auto name = service ? service->private_dns_name(endpoint.region) : std::nullopt;
  if (!name) {
    throw ApiError{"InvalidParameter", "Private DNS can't be enabled because the service " + endpoint.service_name +
                                           " does not provide a private DNS name."};
  }
  const auto vpc = require<Vpc>(context, endpoint.vpc_id);
  if (!vpc.enable_dns_support || !vpc.enable_dns_hostnames) {
    throw ApiError{
        "InvalidParameter",
        "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for " +
            endpoint.vpc_id};
  }
  for (const auto& [other_id, other] : Table<VpcEndpointRecord>(context).all()) {
    const bool is_same = other.vpc_id == endpoint.vpc_id && other.service_name == endpoint.service_name;
    if (other_id == id || !is_same || !other.private_dns_enabled) continue;
    throw ApiError{"InvalidParameter",
                   "private-dns-enabled cannot be set because there is already a conflicting DNS domain for " + *name +
                       " in the VPC " + endpoint.vpc_id};
  }
}

}  // namespace ec2mimic
