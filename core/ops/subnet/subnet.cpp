#include "core/ops/subnet/subnet.h"

#include "core/errors.h"

namespace ec2mimic::ops {
namespace {

ApiError not_found(std::string_view id) { return errors::id_not_found("InvalidSubnetID.NotFound", "subnet ID", id); }

}  // namespace

constinit const Noun subnet = define_noun<SubnetRecord>("subnet", "subnet-", not_found);

}  // namespace ec2mimic::ops
