// A request as the AWS CLI sends it: the fields of a form.
#pragma once

#include <string>
#include <vector>

#include "core/seam/json.h"

namespace ec2mimic::test {

/// The fields of a request of `operation` in order, each a pair [name, value], the operation's name as `Action` first.
/// `model` is the reference's ec2-model.json, which knows what members are called on the wire.
[[nodiscard]] Json form_fields(const Json& model, const std::string& operation, const Json& request);

}  // namespace ec2mimic::test
