// A request in the form that the AWS CLI sends: form fields.
#pragma once

#include <string>
#include <vector>

#include "core/seam/json.h"

namespace ec2mimic::test {

/// The fields of a request of `operation`, in order, each a pair [name, value], beginning with the operation's name as
/// `Action`. `model` is tests/data/ec2-model.json, which has the names of members on the wire.
[[nodiscard]] Json form_fields(const Json& model, const std::string& operation, const Json& request);

}  // namespace ec2mimic::test
