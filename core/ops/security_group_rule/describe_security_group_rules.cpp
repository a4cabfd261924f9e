#include "core/operation/describing.h"
#include "core/operation/id_filters.h"
#include "core/ops/security_group_rule/security_group_rule.h"

namespace ec2mimic {
namespace {

constexpr auto kDescribeSecurityGroupRulesRequest = model::described(
    "DescribeSecurityGroupRulesRequest", describing::filters,
    describing::ids("SecurityGroupRuleIds", "Shows these rules; all of them must exist.", "security-group-rule"),
    describing::dry_run, describing::next_token, describing::max_results(1000));
constexpr auto kDescribeSecurityGroupRulesResult =
    model::described("DescribeSecurityGroupRulesResult",
                     describing::items<SecurityGroupRule>("SecurityGroupRules", "The rules, in order of creation."),
                     describing::next_page<SecurityGroupRule>);

void prepare_describe_security_group_rules(DescribeRequest& request, Context& /*context*/) {
  require_id_filter(request.filters, "group-id", "sg-", [](const std::string& value) {
    return ApiError{"InvalidGroupId.Malformed", "The security group ID '" + value + "' is malformed"};
  });
}

constexpr std::string_view kDescribeSecurityGroupRulesErrors[] = {"InvalidGroupId.Malformed"};
constexpr std::string_view kDescribeSecurityGroupRulesSeeAlso[] = {"describe-security-groups"};

}  // namespace

namespace ops {

extern constinit const Operation describe_security_group_rules = define_describe<
    kDescribeSecurityGroupRulesRequest, kDescribeSecurityGroupRulesResult, prepare_describe_security_group_rules>({
    .name = "DescribeSecurityGroupRules",
    .summary = "Shows the rules of security groups",
    .description = "Shows the rules of all security groups in the region, those with the given ids, or those that "
                   "match the filters, such as group-id. Ids and filters together show only what matches both. Each "
                   "rule has an id and tags of its own.",
    .errors = kDescribeSecurityGroupRulesErrors,
    .see_also = kDescribeSecurityGroupRulesSeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
