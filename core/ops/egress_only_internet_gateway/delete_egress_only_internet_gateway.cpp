#include "core/operation/operation.h"
#include "core/operation/references.h"
#include "core/ops/egress_only_internet_gateway/egress_only_internet_gateway.h"

namespace ec2mimic {
namespace {

struct DeleteEgressOnlyInternetGateway {
  std::optional<bool> dry_run{};
  std::string egress_only_internet_gateway_id{};
};

struct DeleteEgressOnlyInternetGatewayResult {
  std::optional<bool> return_code{};
};

}  // namespace

template <>
struct model::Describe<DeleteEgressOnlyInternetGateway> {
  static constexpr std::string_view name = "DeleteEgressOnlyInternetGatewayRequest";
  static constexpr auto members = model::members(
      dry_run<&DeleteEgressOnlyInternetGateway::dry_run>,
      member<&DeleteEgressOnlyInternetGateway::egress_only_internet_gateway_id>(
          "EgressOnlyInternetGatewayId", "The gateway to delete.",
          {.required = true, .insists_on = "EgressOnlyInternetGatewayId", .refers = "egress-only-internet-gateway"}));
};

template <>
struct model::Describe<DeleteEgressOnlyInternetGatewayResult> {
  static constexpr std::string_view name = "DeleteEgressOnlyInternetGatewayResult";
  static constexpr auto members =
      model::members(member<&DeleteEgressOnlyInternetGatewayResult::return_code>("ReturnCode", "Always true."));
};

namespace {

DeleteEgressOnlyInternetGatewayResult run(const DeleteEgressOnlyInternetGateway& request, Context& context) {
  const std::string& id = request.egress_only_internet_gateway_id;
  static_cast<void>(require<EgressOnlyInternetGateway>(context, id));
  delete_resource(context.records(), ops::egress_only_internet_gateway, id);
  return {true};
}

}  // namespace

namespace ops {

extern constinit const Operation delete_egress_only_internet_gateway = define<&run>({
    .name = "DeleteEgressOnlyInternetGateway",
    .effect = Effect::writes,
    .summary = "Deletes an egress-only internet gateway",
    .description = "Routes to the gateway do not prevent that: they stay, and are shown as blackholes. The client "
                   "token that created the gateway stays reserved and cannot create another one.",
});

}  // namespace ops
}  // namespace ec2mimic
