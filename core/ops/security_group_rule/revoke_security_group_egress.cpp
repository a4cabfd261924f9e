#include "core/ops/security_group_rule/rule_changes.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kRevokeSecurityGroupEgressRequest = model::described(
    "RevokeSecurityGroupEgressRequest", rule_request::rule_ids, rule_request::dry_run, rule_request::required_group_id,
    rule_request::source_group_name(true), rule_request::source_group_owner_id(true), rule_request::ip_protocol(true),
    rule_request::from_port(true), rule_request::to_port(true), rule_request::cidr_ip(true),
    rule_request::ip_permissions);
constexpr auto kRevokeSecurityGroupEgressResult = rule_request::revoked("RevokeSecurityGroupEgressResult");

RevokeResult run_revoke_security_group_egress(const RuleRequest& request, Context& context) {
  return rule_changes::revoke(request, true, context);
}

constexpr std::string_view kRevokeSecurityGroupEgressErrors[] = {
    "InvalidGroupId.Malformed", "InvalidParameterCombination", "InvalidParameterValue", "InvalidPermission.NotFound",
    "InvalidSecurityGroupRuleId.Malformed"};
constexpr std::string_view kRevokeSecurityGroupEgressSeeAlso[] = {"describe-security-groups"};

}  // namespace

extern constinit const Operation revoke_security_group_egress =
    define<&run_revoke_security_group_egress, &model::shape_by<kRevokeSecurityGroupEgressRequest>,
           &model::shape_by<kRevokeSecurityGroupEgressResult>>({
        .name = "RevokeSecurityGroupEgress",
        .effect = Effect::writes,
        .summary = "Removes rules for outbound traffic from a security group",
        .description =
            "The outbound rules are found by their ids, or by what they allow; their descriptions do not matter. If "
            "one of them does not exist none is removed, except that in the default VPC, rules that do not exist are "
            "shown as UnknownIpPermissions and the others are removed.\n\n"
            "The client has --protocol, --port, --cidr, --source-group and --group-owner for a single rule; they "
            "cannot be used with --ip-permissions.",
        .errors = kRevokeSecurityGroupEgressErrors,
        .see_also = kRevokeSecurityGroupEgressSeeAlso,
    });

}  // namespace ec2mimic::ops
