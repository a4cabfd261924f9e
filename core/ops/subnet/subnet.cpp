#include "core/ops/subnet/subnet.h"

namespace ec2mimic::ops {
constinit const Noun subnet = define_noun<SubnetRecord>({
    .type = "subnet",
    .prefix = "subnet-",
    .not_found_code = "InvalidSubnetID.NotFound",
    .not_found_text = "The subnet ID '{}' does not exist",
    .dependency_text = "The subnet '{}' has dependencies and cannot be deleted.",
});

}  // namespace ec2mimic::ops
