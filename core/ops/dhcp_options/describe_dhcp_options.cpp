#include "core/operation/describing.h"
#include "core/ops/dhcp_options/dhcp_options.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDescribeDhcpOptionsRequest = model::described(
    "DescribeDhcpOptionsRequest",
    describing::ids("DhcpOptionsIds", "Shows these sets of options; all of them must exist.", "dhcp-options"),
    describing::next_token, describing::max_results(1000), describing::dry_run, describing::filters);
constexpr auto kDescribeDhcpOptionsResult =
    model::described("DescribeDhcpOptionsResult", describing::next_page<DhcpOptions>,
                     describing::items<DhcpOptions>("DhcpOptions", "The sets of options, in order of creation."));
constexpr std::string_view kDescribeDhcpOptionsSeeAlso[] = {"describe-vpcs"};

}  // namespace

extern constinit const Operation describe_dhcp_options = define_describe<kDescribeDhcpOptionsRequest,
                                                                         kDescribeDhcpOptionsResult>({
    .name = "DescribeDhcpOptions",
    .summary = "Shows sets of DHCP options",
    .description =
        "Shows all sets of DHCP options in the region, those with the given ids, or those that match the filters. Ids "
        "and filters together show only what matches both. Each region has one from the start, which new VPCs use.",
    .see_also = kDescribeDhcpOptionsSeeAlso,
});

}  // namespace ec2mimic::ops
