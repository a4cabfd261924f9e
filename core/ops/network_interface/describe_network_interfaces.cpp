#include "core/operation/describing.h"
#include "core/ops/network_interface/network_interface.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDescribeNetworkInterfacesRequest = model::described(
    "DescribeNetworkInterfacesRequest", describing::next_token, describing::max_results(1000),
    describing::include_managed_resources, describing::dry_run,
    describing::ids("NetworkInterfaceIds", "Shows these interfaces; all of them must exist.", "network-interface"),
    describing::filters);
constexpr auto kDescribeNetworkInterfacesResult = model::described(
    "DescribeNetworkInterfacesResult",
    describing::items<NetworkInterface>("NetworkInterfaces", "The network interfaces, in order of creation."),
    describing::next_page<NetworkInterface>);
constexpr std::string_view kDescribeNetworkInterfacesSeeAlso[] = {"describe-addresses", "describe-subnets"};

}  // namespace

extern constinit const Operation describe_network_interfaces =
    define_describe<kDescribeNetworkInterfacesRequest, kDescribeNetworkInterfacesResult>({
        .name = "DescribeNetworkInterfaces",
        .summary = "Shows network interfaces",
        .description = "Shows all network interfaces in the region, those with the given ids, or those that match the "
                       "filters. Ids and filters together show only what matches both. NAT gateways have one each.",
        .see_also = kDescribeNetworkInterfacesSeeAlso,
    });

}  // namespace ec2mimic::ops
