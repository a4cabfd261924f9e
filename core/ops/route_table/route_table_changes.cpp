#include "core/ops/route_table/route_table_changes.h"

#include <algorithm>
#include <utility>

namespace ec2mimic {
namespace {

bool has_same_destination(const Route& a, const Route& b) {
  return a.destination_cidr_block == b.destination_cidr_block &&
         a.destination_ipv6_cidr_block == b.destination_ipv6_cidr_block &&
         a.destination_prefix_list_id == b.destination_prefix_list_id;
}

ApiError already_exists(const std::string& table_id, const Route& route) {
  if (route.destination_prefix_list_id) {
    return {"RouteAlreadyExists", "route table " + table_id + " already has a route with destination-prefix-list-id " +
                                      *route.destination_prefix_list_id};
  }
  const auto& block = route.destination_cidr_block ? route.destination_cidr_block : route.destination_ipv6_cidr_block;
  return {"RouteAlreadyExists", "The route identified by " + block.value_or("") + " already exists."};
}

// By its origin, because its target may have been replaced by a network interface.
bool is_local_to(const Route& route, const std::string& block) {
  return route.origin == "CreateRouteTable" &&
         (route.destination_cidr_block == block || route.destination_ipv6_cidr_block == block);
}

}  // namespace

std::string create_main_route_table(Context& context, const std::string& vpc_id,
                                    const std::vector<std::string>& cidr_blocks,
                                    const std::vector<std::string>& ipv6_cidr_blocks) {
  RouteTableRecord table;
  table.vpc_id = vpc_id;
  RouteTableAssociation main;
  main.main = true;
  main.route_table_association_id = context.new_id("rtbassoc-");
  table.associations.push_back(main);
  table.routes = local_routes(cidr_blocks, ipv6_cidr_blocks);
  const std::string id = context.new_id(ops::route_table.prefix);
  Table<RouteTableRecord>(context).create(id, table);
  return id;
}

void add_to_all_tables(Context& context, const std::string& vpc_id, const std::vector<Route>& routes) {
  Table<RouteTableRecord> tables(context);
  for (auto& [id, table] : tables.all(Narrowing().in_line({in_quotes(vpc_id)}))) {
    if (table.vpc_id != vpc_id) continue;
    table.routes.insert(table.routes.end(), routes.begin(), routes.end());
    tables.put(id, table);
  }
}

void remove_local_routes(Context& context, const std::string& vpc_id, const std::string& block) {
  Table<RouteTableRecord> tables(context);
  for (auto& [id, table] : tables.all(Narrowing().in_line({in_quotes(vpc_id)}))) {
    if (table.vpc_id != vpc_id) continue;
    if (std::erase_if(table.routes, [&](const Route& route) { return is_local_to(route, block); }) == 0) continue;
    tables.put(id, table);
  }
}

void add_route(Context& context, const std::string& table_id, Route route) {
  auto table = require<RouteTable>(context, table_id);
  for (const Route& one : table.routes) {
    if (has_same_destination(one, route)) throw already_exists(table_id, route);
  }
  // Only local routes come with the table itself.
  route.origin = "CreateRoute";
  table.routes.push_back(std::move(route));
  Table<RouteTableRecord>(context).put(table_id, table);
}

void remove_routes_to(Context& context, const std::string& table_id, const std::string& gateway_id) {
  Table<RouteTableRecord> tables(context);
  auto table = tables.find(table_id);
  if (!table) return;
  if (std::erase_if(table->routes, [&](const Route& route) { return route.gateway_id == gateway_id; }) == 0) return;
  tables.put(table_id, *table);
}

void end_associations_with(Context& context, const std::string& gateway_id) {
  Table<RouteTableRecord> tables(context);
  for (auto& [id, table] : tables.all(Narrowing().in_line({in_quotes(gateway_id)}))) {
    const auto ended = std::erase_if(table.associations, [&](const auto& one) { return one.gateway_id == gateway_id; });
    if (ended > 0) tables.put(id, table);
  }
}

}  // namespace ec2mimic
