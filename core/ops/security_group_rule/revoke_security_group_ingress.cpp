#include "core/ops/security_group_rule/rule_changes.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kRevokeSecurityGroupIngressRequest = model::described(
    "RevokeSecurityGroupIngressRequest", rule_request::cidr_ip(), rule_request::from_port(), rule_request::group_id,
    rule_request::group_name, rule_request::ip_permissions, rule_request::ip_protocol(),
    rule_request::source_group_name(), rule_request::source_group_owner_id(), rule_request::to_port(),
    rule_request::rule_ids, rule_request::dry_run);
constexpr auto kRevokeSecurityGroupIngressResult = rule_request::revoked("RevokeSecurityGroupIngressResult");

RevokeResult run_revoke_security_group_ingress(const RuleRequest& request, Context& context) {
  return rule_changes::revoke(request, false, context);
}

constexpr std::string_view kRevokeSecurityGroupIngressErrors[] = {
    "InvalidGroupId.Malformed",   "InvalidParameterCombination",          "InvalidParameterValue",
    "InvalidPermission.NotFound", "InvalidSecurityGroupRuleId.Malformed", "MissingParameter"};
constexpr std::string_view kRevokeSecurityGroupIngressSeeAlso[] = {"describe-security-groups"};

}  // namespace

extern constinit const Operation revoke_security_group_ingress =
    define<&run_revoke_security_group_ingress, &model::shape_by<kRevokeSecurityGroupIngressRequest>,
           &model::shape_by<kRevokeSecurityGroupIngressResult>>({
        .name = "RevokeSecurityGroupIngress",
        .effect = Effect::writes,
        .summary = "Removes rules for inbound traffic from a security group",
        .description =
            "The inbound rules are found by their ids, or by what they allow; their descriptions do not matter. If "
            "one of them does not exist none is removed, except that in the default VPC, rules that do not exist are "
            "shown as UnknownIpPermissions and the others are removed.\n\n"
            "The client has --protocol, --port, --cidr, --source-group and --group-owner for a single rule; they "
            "cannot be used with --ip-permissions.",
        .errors = kRevokeSecurityGroupIngressErrors,
        .see_also = kRevokeSecurityGroupIngressSeeAlso,
    });

}  // namespace ec2mimic::ops
