#include "core/ops/security_group_rule/rule_descriptions.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kUpdateSecurityGroupRuleDescriptionsEgressRequest =
    rule_descriptions::request("UpdateSecurityGroupRuleDescriptionsEgressRequest");
constexpr auto kUpdateSecurityGroupRuleDescriptionsEgressResult =
    rule_descriptions::result("UpdateSecurityGroupRuleDescriptionsEgressResult");

RuleDescriptionsResult run_update_security_group_rule_descriptions_egress(const RuleDescriptionsRequest& request,
                                                                          Context& context) {
  return rule_descriptions::update(request, true, context);
}

constexpr std::string_view kUpdateSecurityGroupRuleDescriptionsEgressSeeAlso[] = {"describe-security-groups"};

}  // namespace

extern constinit const Operation update_security_group_rule_descriptions_egress =
    define<&run_update_security_group_rule_descriptions_egress,
           &model::shape_by<kUpdateSecurityGroupRuleDescriptionsEgressRequest>,
           &model::shape_by<kUpdateSecurityGroupRuleDescriptionsEgressResult>>({
        .name = "UpdateSecurityGroupRuleDescriptionsEgress",
        .effect = Effect::writes,
        .summary = "Changes descriptions of a security group's outbound rules",
        .description =
            "The outbound rules are found by their ids or by what they allow. A rule that is given no description has "
            "none afterwards. If one of the rules does not exist nothing is changed.",
        .errors = rule_descriptions::kErrors,
        .see_also = kUpdateSecurityGroupRuleDescriptionsEgressSeeAlso,
    });

}  // namespace ec2mimic::ops
