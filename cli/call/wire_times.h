// Times as EC2 sends them, `2026-01-31T12:00:00.000Z`, which the AWS CLI shows if a profile asks for them.
#pragma once

#include "cli/config/settings.h"
#include "core/model/shape.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// True if the profile's `cli_timestamp_format` is `wire`; false if it is `iso8601`, is not set, or if there is no such
/// profile. Throws Failure (253) for any other value, and (255) if a configuration file is faulty.
[[nodiscard]] bool shows_wire_times(const Settings& settings);

/// Gives the times in a response, which has the shape `result`, the form that they have on the wire. Texts that are no
/// such times are left alone.
void put_wire_times(const model::Shape& result, Json& response);

}  // namespace ec2mimic::cli
