#include "core/operation/lookup.h"
#include "core/operation/operation.h"
#include "core/ops/internet_gateway/internet_gateway.h"
#include "core/ops/route_table/route_table_changes.h"

namespace ec2mimic {
namespace {

struct DetachInternetGateway {
  std::optional<bool> dry_run{};
  std::string internet_gateway_id{};
  std::string vpc_id{};
};

}  // namespace

template <>
struct model::Describe<DetachInternetGateway> {
  static constexpr std::string_view name = "DetachInternetGatewayRequest";
  static constexpr auto members = model::members(
      dry_run<&DetachInternetGateway::dry_run>,
      member<&DetachInternetGateway::internet_gateway_id>(
          "InternetGatewayId", "The gateway to detach.",
          {.required = true, .insists_on = "InternetGatewayId", .refers = "internet-gateway"}),
      member<&DetachInternetGateway::vpc_id>("VpcId", "The VPC that it is attached to.",
                                             {.required = true, .insists_on = "VpcId", .refers = "vpc"}));
};

namespace {

// Addresses that the internet reaches through the gateway: Elastic IPs of network interfaces in the VPC.
void refuse_mapped_addresses(const std::string& vpc_id, Context& context) {
  if (!any_refers_into(context, "elastic-ip", "network-interface", vpc_id)) return;
  throw ApiError{
      "DependencyViolation",
      "Network " + vpc_id +
          " has some mapped public address(es). Please unmap those public address(es) before detaching the gateway."};
}

void run_detach_internet_gateway(const DetachInternetGateway& request, Context& context) {
  const std::string& id = request.internet_gateway_id;
  auto gateway = require<InternetGateway>(context, id);
  if (!gateway.serves(request.vpc_id)) {
    throw ApiError{"Gateway.NotAttached", "resource " + id + " is not attached to network " + request.vpc_id};
  }
  refuse_mapped_addresses(request.vpc_id, context);
  // A gateway that is attached nowhere has no traffic to route.
  end_associations_with(context, id);
  gateway.vpc_id.reset();
  Table<InternetGatewayRecord>(context).put(id, gateway);
}

constexpr std::string_view kDetachInternetGatewayErrors[] = {"DependencyViolation", "Gateway.NotAttached"};

}  // namespace

namespace ops {

extern constinit const Operation detach_internet_gateway = define<&run_detach_internet_gateway>({
    .name = "DetachInternetGateway",
    .effect = Effect::writes,
    .summary = "Detaches an internet gateway from its VPC",
    .description =
        "Routes to the gateway do not prevent that: they stay, and are shown as blackholes until it is attached again. "
        "Public addresses in the VPC do. A route table that is associated with the gateway is disassociated.",
    .errors = kDetachInternetGatewayErrors,
});

}  // namespace ops
}  // namespace ec2mimic
