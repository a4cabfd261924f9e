// What the AWS client rejects before it sends a request, in its wording.
#pragma once

#include <string>
#include <vector>

#include "core/model/shape.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// Returns every fault of a request document, one line each, in the order and wording of the AWS CLI (`Missing required
/// parameter in input: "VpcId"`). A structure reports all missing members, then all unknown ones, then the faults of
/// its members in document order. Of the constraints only minima are checked; the client leaves maxima and enumerations
/// to the service. Never throws.
[[nodiscard]] std::vector<std::string> validate(const model::Shape& shape, const Json& request);

}  // namespace ec2mimic::cli
