#include "core/ops/security_group/security_group.h"

#include "core/errors.h"

namespace ec2mimic::ops {
namespace {

ApiError not_found(std::string_view id) { return errors::id_not_found("InvalidGroup.NotFound", "security group", id); }

}  // namespace

constinit const Noun security_group = define_noun<SecurityGroupRecord>("security-group", "sg-", not_found);

}  // namespace ec2mimic::ops
