#include "core/operation/deleting.h"
#include "core/ops/egress_only_internet_gateway/egress_only_internet_gateway.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDeleteEgressOnlyInternetGatewayRequest = model::described(
    "DeleteEgressOnlyInternetGatewayRequest", deleting::dry_run,
    deleting::id("EgressOnlyInternetGatewayId", "The gateway to delete.", "egress-only-internet-gateway"));
constexpr auto kDeleteEgressOnlyInternetGatewayResult =
    model::described("DeleteEgressOnlyInternetGatewayResult", deleting::done("ReturnCode"));

}  // namespace

extern constinit const Operation delete_egress_only_internet_gateway =
    define_answering_delete<EgressOnlyInternetGateway, kDeleteEgressOnlyInternetGatewayRequest,
                            kDeleteEgressOnlyInternetGatewayResult>({
        .name = "DeleteEgressOnlyInternetGateway",
        .summary = "Deletes an egress-only internet gateway",
        .description = "Routes to the gateway do not prevent that: they stay, and are shown as blackholes. The client "
                       "token that created the gateway stays reserved and cannot create another one.",
    });

}  // namespace ec2mimic::ops
