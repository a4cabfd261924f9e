#include "core/ops/security_group_rule/rule_changes.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kAuthorizeSecurityGroupIngressRequest = model::described(
    "AuthorizeSecurityGroupIngressRequest", rule_request::cidr_ip(), rule_request::from_port(), rule_request::group_id,
    rule_request::group_name, rule_request::ip_permissions, rule_request::ip_protocol(),
    rule_request::source_group_name(), rule_request::source_group_owner_id(), rule_request::to_port(),
    rule_request::tags, rule_request::dry_run);
constexpr auto kAuthorizeSecurityGroupIngressResult = rule_request::authorized("AuthorizeSecurityGroupIngressResult");

AuthorizeResult run_authorize_security_group_ingress(const RuleRequest& request, Context& context) {
  return rule_changes::authorize(request, false, context);
}

constexpr std::string_view kAuthorizeSecurityGroupIngressErrors[] = {
    "InvalidGroupId.Malformed", "InvalidPermission.Duplicate", "InvalidPrefixListID.NotFound", "MissingParameter"};
constexpr std::string_view kAuthorizeSecurityGroupIngressSeeAlso[] = {"describe-security-groups"};

}  // namespace

extern constinit const Operation authorize_security_group_ingress =
    define<&run_authorize_security_group_ingress, &model::shape_by<kAuthorizeSecurityGroupIngressRequest>,
           &model::shape_by<kAuthorizeSecurityGroupIngressResult>>({
        .name = "AuthorizeSecurityGroupIngress",
        .effect = Effect::writes,
        .summary = "Allows inbound traffic in a security group",
        .description =
            "Each source becomes a rule of its own, with an id. Host bits of address blocks are cleared. A group can "
            "be one of the same VPC, or of a VPC that is peered with it.\n\n"
            "The client has --protocol, --port, --cidr, --source-group and --group-owner for a single rule; they "
            "cannot be used with --ip-permissions.",
        .errors = kAuthorizeSecurityGroupIngressErrors,
        .see_also = kAuthorizeSecurityGroupIngressSeeAlso,
    });

}  // namespace ec2mimic::ops
