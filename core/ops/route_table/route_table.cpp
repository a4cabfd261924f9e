#include "core/ops/route_table/route_table.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "core/net/cidr.h"
#include "core/net/ipv6_cidr.h"
#include "core/operation/references.h"
#include "core/ops/managed_prefix_list/managed_prefix_list.h"

namespace ec2mimic {
namespace {

Route local_route() {
  Route route;
  route.gateway_id = "local";
  route.origin = "CreateRouteTable";
  return route;
}

// The order in which AWS shows routes: IPv4 before IPv6, the longest prefix first, then (as far as recorded) descending
// addresses; prefix lists last.
bool shown_before(const Route& a, const Route& b) {
  const auto place = [](const Route& route) {
    const auto block = net::Cidr::parse(route.destination_cidr_block.value_or(""));
    if (block) return std::tuple(2, block->prefix, net::Ipv6Cidr{}.address, block->address);
    const auto ipv6_block = net::Ipv6Cidr::parse(route.destination_ipv6_cidr_block.value_or(""));
    if (ipv6_block) return std::tuple(1, ipv6_block->prefix, ipv6_block->address, std::uint32_t{});
    return std::tuple(0, 0U, net::Ipv6Cidr{}.address, std::uint32_t{});
  };
  return place(a) > place(b);
}

// Looks for blackholes in the lines of records, where most routes show by their first bytes that they are none. A text
// that only looks like the id of a target costs no more than decoding its record.
class BlackholeSearch {
 public:
  explicit BlackholeSearch(const Records& records) : records_(records) {}

  // False only if no route of the record can be a blackhole.
  bool may_be_in(std::string_view line) {
    const auto routes = line.find("\"Routes\":[");
    if (routes == std::string_view::npos) return true;
    const std::string_view rest = line.substr(routes);
    // Every id has one.
    if (rest.find('-') == std::string_view::npos) return false;
    const std::string_view vpc_id = text_after(line, "\"VpcId\":\"");
    // What is between texts is looked at like them, so that a quotation mark within one does no harm.
    for (std::size_t begin = rest.find('"'); begin != std::string_view::npos;) {
      const std::size_t end = rest.find('"', begin + 1);
      if (is_gone(rest.substr(begin + 1, end - begin - 1), vpc_id)) return true;
      begin = end;
    }
    return false;
  }

 private:
  static std::string_view text_after(std::string_view line, std::string_view words) {
    const auto found = line.find(words);
    if (found == std::string_view::npos) return {};
    const auto begin = found + words.size();
    return line.substr(begin, line.find('"', begin) - begin);
  }

  // Tables share their targets, so each is looked up once.
  bool is_gone(std::string_view text, std::string_view vpc_id) {
    if (text.find('-') == std::string_view::npos) return false;  // no id
    auto& known = known_[std::pair(text, vpc_id)];
    if (!known) known = is_unusable_target(records_, vpc_id, text);
    return *known;
  }

  const Records& records_;
  std::map<std::pair<std::string_view, std::string_view>, std::optional<bool>> known_;  // texts of the records
};

void narrow_by_state(Narrowing& narrowing, const std::vector<std::string>& patterns, Context& context) {
  if (any_matches(patterns, "active")) return;
  BlackholeSearch search(context.records());
  std::vector<std::string> keys;
  context.records().scan(RouteTableRecord::kTable, {}, [&](std::string_view key, std::string_view line) {
    if (search.may_be_in(line)) keys.emplace_back(key);
  });
  narrowing.is_key(std::move(keys));
}

constexpr FilterRule kFilters[] = {
    filter<&RouteTable::associations, &RouteTableAssociation::gateway_id>("association.gateway-id",
                                                                          "A gateway that uses the table."),
    filter<&RouteTable::associations, &RouteTableAssociation::main>(
        "association.main", "`true` for the main table of a VPC, `false` for a table that subnets use."),
    filter<&RouteTable::associations, &RouteTableAssociation::route_table_association_id>(
        "association.route-table-association-id", "The id of one of the table's associations."),
    filter<&RouteTable::associations, &RouteTableAssociation::route_table_id>("association.route-table-id",
                                                                              "The id of a table that is in use."),
    filter<&RouteTable::associations, &RouteTableAssociation::subnet_id>("association.subnet-id",
                                                                         "A subnet that uses the table."),
    filter<&RouteTable::owner_id>("owner-id", "The account that owns the table."),
    filter<&RouteTable::route_table_id>("route-table-id", "The table's own id."),
    filter<&RouteTable::routes, &Route::destination_cidr_block>("route.destination-cidr-block",
                                                                "The IPv4 addresses that a route is for."),
    filter<&RouteTable::routes, &Route::destination_ipv6_cidr_block>("route.destination-ipv6-cidr-block",
                                                                     "The IPv6 addresses that a route is for."),
    filter<&RouteTable::routes, &Route::destination_prefix_list_id>("route.destination-prefix-list-id",
                                                                    "The prefix list that a route is for."),
    filter<&RouteTable::routes, &Route::egress_only_internet_gateway_id>(
        "route.egress-only-internet-gateway-id", "The egress-only internet gateway that a route leads to."),
    filter<&RouteTable::routes, &Route::gateway_id>("route.gateway-id", "The gateway that a route leads to."),
    filter<&RouteTable::routes, &Route::instance_id>("route.instance-id", "The instance that a route leads to."),
    filter<&RouteTable::routes, &Route::nat_gateway_id>("route.nat-gateway-id",
                                                        "The NAT gateway that a route leads to."),
    filter<&RouteTable::routes, &Route::origin>(
        "route.origin",
        "The operation that created a route: CreateRouteTable, CreateRoute or EnableVgwRoutePropagation."),
    narrowed(filter<&RouteTable::routes, &Route::state>("route.state", "The state of a route: active or blackhole."),
             &narrow_by_state),
    filter<&RouteTable::routes, &Route::transit_gateway_id>("route.transit-gateway-id",
                                                            "The transit gateway that a route leads to."),
    filter<&RouteTable::routes, &Route::vpc_peering_connection_id>("route.vpc-peering-connection-id",
                                                                   "The VPC peering connection that a route leads to."),
    tag_filter<&RouteTable::tags>(),
    tag_key_filter<&RouteTable::tags>(),
    tag_value_filter<&RouteTable::tags>(),
    filter<&RouteTable::vpc_id>("vpc-id", "The VPC whose traffic the table routes."),
};

std::ptrdiff_t targets_of(const Route& route) {
  const auto targets = std::count_if(std::begin(kRouteTargets), std::end(kRouteTargets),
                                     [&](auto target) { return (route.*target).has_value(); });
  // AWS shows the interface of an instance or of an address with it.
  return targets > 1 && route.network_interface_id && (route.instance_id || route.ip_address) ? targets - 1 : targets;
}

// IPv4 and IPv6 routes are counted separately, and a route to a prefix list as many times as the list has room for.
void count_routes(const Records& records, std::string_view id, const RouteTableRecord& table, const Quota::Add& add) {
  for (const Route& route : table.routes) {
    prefix_lists::Weight weight;
    if (route.destination_prefix_list_id) weight = prefix_lists::weight(records, *route.destination_prefix_list_id);
    const bool is_ipv6 = route.destination_ipv6_cidr_block || !weight.is_ipv4;
    add(std::string(id) + (is_ipv6 ? " IPv6" : " IPv4"), weight.entries);
  }
}

constexpr Quota kQuotas[] = {
    quota_per<&RouteTableRecord::vpc_id>(200, "RouteTableLimitExceeded",
                                         "The maximum number of route tables has been reached."),
    quota<&count_routes>(
        500, "RouteLimitExceeded", "The maximum number of routes has been reached.",
        {"AssociateVpcCidrBlock", "CreateRoute", "CreateVpcEndpoint", "ModifyVpcEndpoint", "ModifyManagedPrefixList"},
        ManagedPrefixListRecord::kTable),
};

}  // namespace

std::optional<std::string> RouteTableRecord::contradiction() const {
  for (std::size_t i = 0; i < routes.size(); ++i) {
    const std::string where = "Routes[" + std::to_string(i) + ']';
    const auto targets = targets_of(routes[i]);
    if (targets == 0) return where + ": the route has no target";
    if (targets > 1) return where + ": the route has " + std::to_string(targets) + " targets";
    const int destinations = int{routes[i].destination_cidr_block.has_value()} +
                             int{routes[i].destination_ipv6_cidr_block.has_value()} +
                             int{routes[i].destination_prefix_list_id.has_value()};
    if (destinations != 1) return where + ": the route has " + std::to_string(destinations) + " destinations";
  }
  for (std::size_t i = 0; i < associations.size(); ++i) {
    const RouteTableAssociation& one = associations[i];
    const int users =
        int{one.subnet_id.has_value()} + int{one.gateway_id.has_value()} + int{one.public_ipv4_pool.has_value()};
    if (users == (one.main ? 0 : 1)) continue;
    return "Associations[" + std::to_string(i) +
           (one.main ? "].Main: the main association is with nothing but the VPC"
                     : "]: the association is not with exactly one subnet or gateway");
  }
  return std::nullopt;
}

constinit const Noun ops::route_table = define_noun<RouteTableRecord>({
    .type = "route-table",
    .prefix = "rtb-",
    .not_found_code = "InvalidRouteTableID.NotFound",
    .not_found_text = "The routeTable ID '{}' does not exist",
    .dependency_text = "The routeTable '{}' has dependencies and cannot be deleted.",
    .quotas = kQuotas,
});

constinit const std::span<const FilterRule> Resource<RouteTable>::filters = kFilters;

std::string RouteTableRecord::came_along_with() const {
  const bool is_main = std::any_of(associations.begin(), associations.end(), [](const auto& one) { return one.main; });
  // Only the main table goes with its VPC; any other prevents the deletion.
  return is_main ? vpc_id : "";
}

bool RouteTableRecord::needs(std::string_view prefix_list) const {
  return std::any_of(routes.begin(), routes.end(),
                     [&](const Route& route) { return route.destination_prefix_list_id == prefix_list; });
}

bool leads_within_vpc(const Route& route) {
  // One member is for several kinds of gateways, of which only endpoints are in the VPC.
  const std::string gateway = route.gateway_id.value_or("");
  return gateway == "local" || gateway.starts_with("vpce-") || route.nat_gateway_id || route.network_interface_id ||
         route.instance_id;
}

std::vector<Route> local_routes(const std::vector<std::string>& cidr_blocks,
                                const std::vector<std::string>& ipv6_cidr_blocks) {
  std::vector<Route> routes;
  for (const std::string& block : cidr_blocks) routes.emplace_back(local_route()).destination_cidr_block = block;
  for (const std::string& block : ipv6_cidr_blocks) {
    routes.emplace_back(local_route()).destination_ipv6_cidr_block = block;
  }
  return routes;
}

RouteTable Resource<RouteTable>::view(const std::string& id, const RouteTableRecord& record, Context& context) {
  RouteTable table{record.associations, record.propagating_vgws, id, record.routes, record.tags,
                   record.vpc_id,       context.account()};
  for (RouteTableAssociation& association : table.associations) {
    association.route_table_id = id;
    association.association_state = RouteTableAssociationState{"associated", {}};
  }
  for (Route& route : table.routes) {
    route.state = dangles(context.records(), record.vpc_id, route) ? "blackhole" : "active";
  }
  // Stable, because routes to prefix lists have no order among themselves and keep that of the record.
  std::stable_sort(table.routes.begin(), table.routes.end(), shown_before);
  return table;
}

}  // namespace ec2mimic
