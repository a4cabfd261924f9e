#include "core/operation/describing.h"
#include "core/ops/transit_gateway/transit_gateway.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDescribeTransitGatewaysRequest = model::described(
    "DescribeTransitGatewaysRequest",
    describing::ids("TransitGatewayIds", "Shows these gateways; all of them must exist.", "transit-gateway"),
    describing::filters, describing::max_results(1000), describing::next_token, describing::dry_run);
constexpr auto kDescribeTransitGatewaysResult =
    model::described("DescribeTransitGatewaysResult",
                     describing::items<TransitGateway>("TransitGateways", "The gateways, in order of creation."),
                     describing::next_page<TransitGateway>);

void prepare_describe_transit_gateways(DescribeRequest& request, Context& /*context*/) {
  for (const std::string& id : request.ids) transit_gateways::require_well_formed(id);
}

constexpr std::string_view kDescribeTransitGatewaysErrors[] = {"InvalidTransitGatewayID.Malformed"};

}  // namespace

extern constinit const Operation describe_transit_gateways = define_describe<
    kDescribeTransitGatewaysRequest, kDescribeTransitGatewaysResult, prepare_describe_transit_gateways>({
    .name = "DescribeTransitGateways",
    .summary = "Shows transit gateways",
    .description =
        "Shows all transit gateways in the region, those with the given ids, or those that match the filters. Ids and "
        "filters together show only what matches both. A deleted gateway is shown for an hour.",
    .errors = kDescribeTransitGatewaysErrors,
});

}  // namespace ec2mimic::ops
