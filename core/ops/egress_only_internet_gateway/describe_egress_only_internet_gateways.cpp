#include <algorithm>

#include "core/operation/describing.h"
#include "core/ops/egress_only_internet_gateway/egress_only_internet_gateway.h"

namespace ec2mimic::ops {
namespace {

constexpr std::int64_t kLargestPage = 255;
// AWS does not document this filter, but accepts it and shows the gateways of all VPCs, as was reported of a clean-up
// that deleted them all.
constexpr std::string_view kIgnoredFilter = "attachment.vpc-id";

constexpr auto kDescribeEgressOnlyInternetGatewaysRequest = model::described(
    "DescribeEgressOnlyInternetGatewaysRequest", describing::dry_run,
    describing::ids("EgressOnlyInternetGatewayIds", "Shows these gateways; those that do not exist are passed over.",
                    "egress-only-internet-gateway"),
    describing::max_results(255), describing::next_token, describing::filters);
constexpr auto kDescribeEgressOnlyInternetGatewaysResult = model::described(
    "DescribeEgressOnlyInternetGatewaysResult",
    describing::items<EgressOnlyInternetGateway>("EgressOnlyInternetGateways", "The gateways, in order of creation."),
    describing::next_page<EgressOnlyInternetGateway>);

void prepare_describe_egress_only_internet_gateways(DescribeRequest& request, Context& context) {
  if (request.max_results && *request.max_results > kLargestPage) {
    throw ApiError{"InvalidParameterValue", "Value (" + std::to_string(*request.max_results) +
                                                ") for parameter maxResults is invalid. Expecting a value less than " +
                                                std::to_string(kLargestPage) + '.'};
  }
  std::erase_if(request.filters, [](const Filter& filter) { return filter.name == kIgnoredFilter; });
  if (request.ids.empty()) return;
  const Table<EgressOnlyInternetGatewayRecord> gateways(context);
  std::erase_if(request.ids, [&](const std::string& id) { return !gateways.find(id); });
  // No ids would show all gateways. A filter without values matches nothing.
  if (request.ids.empty()) request.filters.push_back({"tag-key", {}});
}

}  // namespace

extern constinit const Operation describe_egress_only_internet_gateways =
    define_describe<kDescribeEgressOnlyInternetGatewaysRequest, kDescribeEgressOnlyInternetGatewaysResult,
                    prepare_describe_egress_only_internet_gateways>({
        .name = "DescribeEgressOnlyInternetGateways",
        .summary = "Shows egress-only internet gateways",
        .description =
            "Shows all egress-only internet gateways in the region, those with the given ids, or those that match the "
            "filters. Ids and filters together show only what matches both. An id that does not exist is no "
            "error.\n\nThe filter attachment.vpc-id is accepted "
            "and ignored, as by AWS: the answer shows the gateways of all VPCs.",
    });

}  // namespace ec2mimic::ops
