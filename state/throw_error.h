// The wording of errors reported by the operating system.
#pragma once

#include <string>
#include <string_view>

#include "state/state_error.h"

namespace ec2mimic::state {

/// Throws the StateError "cannot <doing>: <what errno means>[; <advice>]". `error` is a positive errno; `doing` names
/// `path`.
[[noreturn]] void fail(StateErrorKind kind, const std::string& path, const std::string& doing, int error,
                       std::string_view advice = {});

}  // namespace ec2mimic::state
