#include "core/ops/security_group_rule/rule_changes.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kAuthorizeSecurityGroupEgressRequest = model::described(
    "AuthorizeSecurityGroupEgressRequest", rule_request::tags, rule_request::dry_run, rule_request::required_group_id,
    rule_request::source_group_name(true), rule_request::source_group_owner_id(true), rule_request::ip_protocol(true),
    rule_request::from_port(true), rule_request::to_port(true), rule_request::cidr_ip(true),
    rule_request::ip_permissions);
constexpr auto kAuthorizeSecurityGroupEgressResult = rule_request::authorized("AuthorizeSecurityGroupEgressResult");

AuthorizeResult run_authorize_security_group_egress(const RuleRequest& request, Context& context) {
  return rule_changes::authorize(request, true, context);
}

constexpr std::string_view kAuthorizeSecurityGroupEgressErrors[] = {
    "InvalidGroupId.Malformed", "InvalidPermission.Duplicate", "InvalidPrefixListID.NotFound"};
constexpr std::string_view kAuthorizeSecurityGroupEgressSeeAlso[] = {"describe-security-groups"};

}  // namespace

extern constinit const Operation authorize_security_group_egress =
    define<&run_authorize_security_group_egress, &model::shape_by<kAuthorizeSecurityGroupEgressRequest>,
           &model::shape_by<kAuthorizeSecurityGroupEgressResult>>({
        .name = "AuthorizeSecurityGroupEgress",
        .effect = Effect::writes,
        .summary = "Allows outbound traffic in a security group",
        .description =
            "Each destination becomes a rule of its own, with an id. Host bits of address blocks are cleared. A group "
            "can be one of the same VPC, or of a VPC that is peered with it.\n\n"
            "The client has --protocol, --port, --cidr, --source-group and --group-owner for a single rule; they "
            "cannot be used with --ip-permissions.",
        .errors = kAuthorizeSecurityGroupEgressErrors,
        .see_also = kAuthorizeSecurityGroupEgressSeeAlso,
    });

}  // namespace ec2mimic::ops
