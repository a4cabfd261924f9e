// What the creation and the deletion of other resources change in route tables.
#pragma once

#include <string>
#include <vector>

#include "core/ops/route_table/route_table.h"

namespace ec2mimic {

/// Creates the main route table of a new VPC, with local routes to its blocks. Returns its id.
std::string create_main_route_table(Context& context, const std::string& vpc_id,
                                    const std::vector<std::string>& cidr_blocks,
                                    const std::vector<std::string>& ipv6_cidr_blocks);

/// Adds routes to all tables of a VPC, as for another block of it (local_routes).
void add_to_all_tables(Context& context, const std::string& vpc_id, const std::vector<Route>& routes);

/// Removes the local routes to a block, of either kind, from all tables of a VPC.
void remove_local_routes(Context& context, const std::string& vpc_id, const std::string& block);

/// Adds a route with a destination and a target, as if a user had created it. Throws NotFound if there is no such
/// table, and RouteAlreadyExists if it has a route to exactly that destination.
void add_route(Context& context, const std::string& table_id, Route route);

/// Removes the routes to a gateway from a table. Does nothing if there is no such table.
void remove_routes_to(Context& context, const std::string& table_id, const std::string& gateway_id);

/// Ends the associations of a gateway with route tables.
void end_associations_with(Context& context, const std::string& gateway_id);

}  // namespace ec2mimic
