#include "core/ops/security_group_rule/rule_descriptions.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kRequest = rule_descriptions::request("UpdateSecurityGroupRuleDescriptionsEgressRequest");
constexpr auto kResult = rule_descriptions::result("UpdateSecurityGroupRuleDescriptionsEgressResult");

RuleDescriptionsResult run(const RuleDescriptionsRequest& request, Context& context) {
  return rule_descriptions::update(request, true, context);
}

constexpr std::string_view kSeeAlso[] = {"describe-security-groups"};

}  // namespace

extern constinit const Operation update_security_group_rule_descriptions_egress =
    define<&run, &model::shape_by<kRequest>, &model::shape_by<kResult>>({
        .name = "UpdateSecurityGroupRuleDescriptionsEgress",
        .effect = Effect::writes,
        .summary = "Changes descriptions of a security group's outbound rules",
        .description =
            "The outbound rules are found by their ids or by what they allow. A rule that is given no description has "
            "none afterwards. If one of the rules does not exist nothing is changed.",
        .errors = rule_descriptions::kErrors,
        .see_also = kSeeAlso,
    });

}  // namespace ec2mimic::ops
