#include "core/ops/security_group/security_group.h"

namespace ec2mimic::ops {
constinit const Noun security_group = define_noun<SecurityGroupRecord>({
    .type = "security-group",
    .prefix = "sg-",
    .not_found_code = "InvalidGroup.NotFound",
    .not_found_text = "The security group '{}' does not exist",
    .dependency_text = "resource {} has a dependent object",
    .id_name = "GroupId",
});

}  // namespace ec2mimic::ops
