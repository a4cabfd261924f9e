#include "core/operation/describing.h"
#include "core/operation/id_filters.h"
#include "core/operation/page_token.h"
#include "core/ops/security_group/security_group.h"
#include "core/ops/vpc/vpc.h"
#include "core/seam/errors.h"

namespace ec2mimic {
namespace {

constexpr auto kDescribeSecurityGroupsRequest = model::described(
    "DescribeSecurityGroupsRequest",
    describing::ids("GroupIds", "Shows these groups; all of them must exist.", "security-group"),
    describing::names("GroupNames", "Shows the groups of the default VPC with these names; all must exist."),
    describing::next_token, describing::max_results(1000), describing::dry_run, describing::filters);
constexpr auto kDescribeSecurityGroupsResult =
    model::described("DescribeSecurityGroupsResult", describing::next_page<SecurityGroup>,
                     describing::items<SecurityGroup>("SecurityGroups", "The groups, in order of creation."));

// AWS refuses a token together with a filter for another VPC, as it does for no other noun that was recorded.
void require_token_of_vpc(const DescribeRequest& request, Context& context) {
  if (!request.next_token || request.next_token->empty()) return;
  const auto next = Table<SecurityGroupRecord>(context).find(first_on_page(*request.next_token));
  if (!next) return;
  for (const Filter& filter : request.filters) {
    if (filter.name.value_or("") != "vpc-id") continue;
    FilterMatch vpc({}, filter.values);
    vpc.offer(next->vpc_id);
    if (!vpc.matched()) throw errors::invalid_next_token(*request.next_token);
  }
}

void prepare_describe_security_groups(DescribeRequest& request, Context& context) {
  require_id_filter(request.filters, "vpc-id", ops::vpc.prefix, [](const std::string&) {
    return ApiError{"InvalidParameterValue", "vpc-id"};
  });
  require_token_of_vpc(request, context);
  for (const std::string& id : request.ids) require_well_formed_group(id);
  if (request.names.empty()) return;
  const auto vpc = default_vpc(context);
  for (const std::string& name : request.names)
    request.ids.push_back(group_named(context, vpc ? vpc->first : "", name));
}

constexpr std::string_view kDescribeSecurityGroupsErrors[] = {"InvalidGroupId.Malformed"};
constexpr std::string_view kDescribeSecurityGroupsSeeAlso[] = {"describe-security-group-rules", "describe-vpcs"};

}  // namespace

namespace ops {

extern constinit const Operation describe_security_groups =
    define_describe<kDescribeSecurityGroupsRequest, kDescribeSecurityGroupsResult, prepare_describe_security_groups>({
        .name = "DescribeSecurityGroups",
        .summary = "Shows security groups and what they allow",
        .description =
            "Shows all security groups in the region, those with the given ids or names, or those that match "
            "the filters. Ids or names and filters together show only what matches both. Rules with the same "
            "protocol and ports are shown as one permission. Every VPC has a group named default from the "
            "start, which allows all traffic from its own members and all outbound traffic.",
        .errors = kDescribeSecurityGroupsErrors,
        .see_also = kDescribeSecurityGroupsSeeAlso,
    });

}  // namespace ops
}  // namespace ec2mimic
