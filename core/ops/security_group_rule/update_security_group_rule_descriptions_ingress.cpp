#include "core/ops/security_group_rule/rule_descriptions.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kRequest = rule_descriptions::request("UpdateSecurityGroupRuleDescriptionsIngressRequest");
constexpr auto kResult = rule_descriptions::result("UpdateSecurityGroupRuleDescriptionsIngressResult");

RuleDescriptionsResult run(const RuleDescriptionsRequest& request, Context& context) {
  return rule_descriptions::update(request, false, context);
}

constexpr std::string_view kSeeAlso[] = {"describe-security-groups"};

}  // namespace

extern constinit const Operation update_security_group_rule_descriptions_ingress =
    define<&run, &model::shape_by<kRequest>, &model::shape_by<kResult>>({
        .name = "UpdateSecurityGroupRuleDescriptionsIngress",
        .effect = Effect::writes,
        .summary = "Changes descriptions of a security group's inbound rules",
        .description =
            "The inbound rules are found by their ids or by what they allow. A rule that is given no description has "
            "none afterwards. If one of the rules does not exist nothing is changed.",
        .errors = rule_descriptions::kErrors,
        .see_also = kSeeAlso,
    });

}  // namespace ec2mimic::ops
