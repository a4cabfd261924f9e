// Whether a value can be what its description says: the part of a record's check that follows from its description.
#pragma once

#include <optional>
#include <string>

#include "core/model/shape.h"

namespace ec2mimic::model {

/// What is wrong with the first value, in the structure at `value`, that its member's traits rule out, preceded by the
/// member's path: `CidrBlocks[0].CidrBlock: 'banana' is not an IPv4 block such as 10.0.0.0/16`. Nothing if all values
/// are possible.
[[nodiscard]] std::optional<std::string> fault_in(const Shape& structure, const void* value);

}  // namespace ec2mimic::model
