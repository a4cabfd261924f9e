#include "core/operation/operation.h"
#include "core/operation/shown_time.h"
#include "core/ops/nat_gateway/nat_gateway.h"
#include "core/records/transition.h"

namespace ec2mimic {
namespace {

struct DeleteNatGateway {
  std::optional<bool> dry_run{};
  std::string nat_gateway_id{};
};

struct DeleteNatGatewayResult {
  std::optional<std::string> nat_gateway_id{};
};

}  // namespace

template <>
struct model::Describe<DeleteNatGateway> {
  static constexpr std::string_view name = "DeleteNatGatewayRequest";
  static constexpr auto members =
      model::members(dry_run<&DeleteNatGateway::dry_run>,
                     member<&DeleteNatGateway::nat_gateway_id>(
                         "NatGatewayId", "The gateway to delete.",
                         {.required = true, .insists_on = "NatGatewayId", .refers = "natgateway"}));
};

template <>
struct model::Describe<DeleteNatGatewayResult> {
  static constexpr std::string_view name = "DeleteNatGatewayResult";
  static constexpr auto members =
      model::members(member<&DeleteNatGatewayResult::nat_gateway_id>("NatGatewayId", "The id of the gateway."));
};

namespace {

DeleteNatGatewayResult run_delete_nat_gateway(const DeleteNatGateway& request, Context& context) {
  auto gateway = require<NatGateway>(context, request.nat_gateway_id);
  if (!gateway.delete_time) {
    gateway.delete_time = shown_time(context.now());
    gateway.transition_start = begin_transition(context);
    Table<NatGatewayRecord>(context).put(request.nat_gateway_id, gateway);
    // Where that takes no time, it is deleted already.
    NatGatewayRecord::catch_up(context);
  }
  return {request.nat_gateway_id};
}

constexpr std::string_view kDeleteNatGatewaySeeAlso[] = {"release-address"};

}  // namespace

namespace ops {

extern constinit const Operation delete_nat_gateway = define<&run_delete_nat_gateway>({
    .name = "DeleteNatGateway",
    .effect = Effect::writes,
    .summary = "Deletes a NAT gateway",
    .description = "Routes to it stay, and are shown as blackholes. Its network interface is deleted with it, and its "
                   "Elastic IP address becomes free but stays allocated. Every later call finds the gateway deleted; "
                   "with EC2MIMIC_TRANSITIONS=real, only calls 45 seconds later do. Until then its subnet cannot be "
                   "deleted. It is listed for an hour after that. Deleting it again does nothing.",
    .see_also = kDeleteNatGatewaySeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
