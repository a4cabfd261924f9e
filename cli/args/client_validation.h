// What the AWS client refuses before it sends a request, in its words.
#pragma once

#include <string>
#include <vector>

#include "core/model/shape.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// Every fault of a request document, one line each, in the order and wording of the AWS CLI (`Missing required
/// parameter in input: "VpcId"`); empty if there is none. For a structure first all missing members, then all unknown
/// ones, then the members in the order of the document. Only minima are checked, and no enumerations: the client leaves
/// these to the service. Never throws.
[[nodiscard]] std::vector<std::string> validate(const model::Shape& shape, const Json& request);

}  // namespace ec2mimic::cli
