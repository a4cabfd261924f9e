#include "core/net/cidr.h"
#include "core/operation/describing.h"
#include "core/ops/address/address.h"

namespace ec2mimic {
namespace {

constexpr auto kDescribeAddressesRequest = model::described(
    "DescribeAddressesRequest", describing::names("PublicIps", "Shows these public addresses; all of them must exist."),
    describing::dry_run, describing::filters,
    describing::ids("AllocationIds", "Shows the addresses with these ids; all of them must exist.", "elastic-ip"));
constexpr auto kDescribeAddressesResult = model::described(
    "DescribeAddressesResult", describing::items<Address>("Addresses", "The addresses, in order of allocation."));

// Of a dry run, too.
void check_public_ips(const DescribeRequest& request, Context&) {
  for (const std::string& ip : request.names) {
    if (net::Cidr::parse(ip + "/32")) continue;
    throw ApiError{"InvalidParameterValue", "Invalid value '" + ip + "' for PublicIp. Not a valid IPv4 address."};
  }
}

void prepare_describe_addresses(DescribeRequest& request, Context& context) {
  check_public_ips(request, context);
  for (const std::string& ip : request.names) request.ids.push_back(require_public(context, ip).first);
}

constexpr std::string_view kDescribeAddressesErrors[] = {"InvalidAddress.NotFound"};
constexpr std::string_view kDescribeAddressesSeeAlso[] = {"describe-nat-gateways", "describe-network-interfaces"};

}  // namespace

namespace ops {

extern constinit const Operation describe_addresses = define_describe<
    kDescribeAddressesRequest, kDescribeAddressesResult, prepare_describe_addresses>({
    .name = "DescribeAddresses",
    .summary = "Shows Elastic IP addresses",
    .description =
        "Shows all Elastic IP addresses in the region, those with the given ids or public addresses, or those that "
        "match the filters. What is named in either way is shown; filters select among that. The answer has no pages.",
    .errors = kDescribeAddressesErrors,
    .dry_run_checks = checks_in_dry_run<&check_public_ips, &model::shape_by<kDescribeAddressesRequest>>,
    .see_also = kDescribeAddressesSeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
