// Routes as requests describe them: destinations and targets, what AWS refuses of them, and how they are recorded.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/ops/route_table/route_table.h"

namespace ec2mimic {

struct RouteDestination {
  std::optional<std::string> Route::*member = nullptr;
  std::string value{};        ///< A block in its canonical form.
  std::string_view option{};  ///< As AWS's messages have it: `destination-cidr-block`.
};

/// The destination of a request. Throws ApiError unless there is exactly one, and for a block that does not parse.
[[nodiscard]] RouteDestination destination_of(const std::optional<std::string>& cidr_block,
                                              const std::optional<std::string>& ipv6_cidr_block,
                                              const std::optional<std::string>& prefix_list_id);

template <class Request>
[[nodiscard]] RouteDestination destination_of(const Request& request) {
  return destination_of(request.destination_cidr_block, request.destination_ipv6_cidr_block,
                        request.destination_prefix_list_id);
}

/// The targets that a request can name.
struct NamedTargets {
  std::optional<std::string> gateway_id{};
  std::optional<std::string> local_gateway_id{};
  std::optional<std::string> carrier_gateway_id{};
  std::optional<std::string> nat_gateway_id{};
  std::optional<std::string> network_interface_id{};
  std::optional<std::string> vpc_peering_connection_id{};
  std::optional<std::string> egress_only_internet_gateway_id{};
  std::optional<std::string> transit_gateway_id{};
  std::optional<std::string> vpc_endpoint_id{};
  std::optional<std::string> core_network_arn{};
  std::optional<std::string> odb_network_arn{};
  std::optional<std::string> instance_id{};
};

template <class Request>
[[nodiscard]] NamedTargets targets_of(const Request& request) {
  return {request.gateway_id,
          request.local_gateway_id,
          request.carrier_gateway_id,
          request.nat_gateway_id,
          request.network_interface_id,
          request.vpc_peering_connection_id,
          request.egress_only_internet_gateway_id,
          request.transit_gateway_id,
          request.vpc_endpoint_id,
          request.core_network_arn,
          request.odb_network_arn,
          request.instance_id};
}

struct TargetKind;

struct RouteTarget {
  const TargetKind* kind = nullptr;
  std::string id{};
};

/// The only target that is named. Throws ApiError if there is none, or more than one.
[[nodiscard]] RouteTarget target_of(const NamedTargets& named);

/// The same for a request that can ask for the local target instead; nothing if it does.
[[nodiscard]] std::optional<RouteTarget> target_of(const NamedTargets& named, bool local_target);

/// The table of a request. Throws ApiError if the id is malformed or there is no such table.
[[nodiscard]] RouteTableRecord require_table(Context& context, const std::string& id);

/// Throws ApiError unless the table may have a route from there to there.
void check_route(Context& context, const std::string& table_id, const RouteTableRecord& table,
                 const RouteDestination& destination, const RouteTarget& target);

/// True if the destination is a block of the table's VPC.
[[nodiscard]] bool is_local(Context& context, const RouteTableRecord& table, const RouteDestination& destination);

/// The route to exactly that destination, or null.
[[nodiscard]] Route* find_route(RouteTableRecord& table, const RouteDestination& destination);

[[nodiscard]] bool leads_to(const Route& route, const RouteTarget& target);
void lead_to(Route& route, const RouteTarget& target);
void lead_to_local(Route& route);

}  // namespace ec2mimic
