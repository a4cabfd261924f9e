#include "core/operation/describing.h"
#include "core/ops/internet_gateway/internet_gateway.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDescribeInternetGatewaysRequest = model::described(
    "DescribeInternetGatewaysRequest", describing::next_token, describing::max_results(1000), describing::dry_run,
    describing::ids("InternetGatewayIds", "Shows these gateways; all of them must exist.", "internet-gateway"),
    describing::filters);
constexpr auto kDescribeInternetGatewaysResult = model::described(
    "DescribeInternetGatewaysResult",
    describing::items<InternetGateway>("InternetGateways", "The internet gateways, in order of creation."),
    describing::next_page<InternetGateway>);

}  // namespace

extern constinit const Operation describe_internet_gateways = define_describe<kDescribeInternetGatewaysRequest,
                                                                              kDescribeInternetGatewaysResult>({
    .name = "DescribeInternetGateways",
    .summary = "Shows internet gateways",
    .description =
        "Shows all internet gateways in the region, those with the given ids, or those that match the filters. Ids and "
        "filters together show only what matches both. A default VPC has one from the start.",
});

}  // namespace ec2mimic::ops
