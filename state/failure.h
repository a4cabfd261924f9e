// The wording of failures that come from the system.
#pragma once

#include <string>
#include <string_view>

#include "state/state_error.h"

namespace ec2mimic::state {

/// Throws the StateError "cannot <doing>: <what errno means>[; <advice>]". `doing` names `path`.
[[noreturn]] void fail(StateErrorKind kind, const std::string& path, const std::string& doing, int error,
                       std::string_view advice = {});

}  // namespace ec2mimic::state
