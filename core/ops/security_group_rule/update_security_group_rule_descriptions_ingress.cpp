#include "core/ops/security_group_rule/rule_descriptions.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kUpdateSecurityGroupRuleDescriptionsIngressRequest =
    rule_descriptions::request("UpdateSecurityGroupRuleDescriptionsIngressRequest");
constexpr auto kUpdateSecurityGroupRuleDescriptionsIngressResult =
    rule_descriptions::result("UpdateSecurityGroupRuleDescriptionsIngressResult");

RuleDescriptionsResult run_update_security_group_rule_descriptions_ingress(const RuleDescriptionsRequest& request,
                                                                           Context& context) {
  return rule_descriptions::update(request, false, context);
}

constexpr std::string_view kUpdateSecurityGroupRuleDescriptionsIngressSeeAlso[] = {"describe-security-groups"};

}  // namespace

extern constinit const Operation update_security_group_rule_descriptions_ingress =
    define<&run_update_security_group_rule_descriptions_ingress,
           &model::shape_by<kUpdateSecurityGroupRuleDescriptionsIngressRequest>,
           &model::shape_by<kUpdateSecurityGroupRuleDescriptionsIngressResult>>({
        .name = "UpdateSecurityGroupRuleDescriptionsIngress",
        .effect = Effect::writes,
        .summary = "Changes descriptions of a security group's inbound rules",
        .description =
            "The inbound rules are found by their ids or by what they allow. A rule that is given no description has "
            "none afterwards. If one of the rules does not exist nothing is changed.",
        .errors = rule_descriptions::kErrors,
        .see_also = kUpdateSecurityGroupRuleDescriptionsIngressSeeAlso,
    });

}  // namespace ec2mimic::ops
