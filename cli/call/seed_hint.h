// A hint for those who use an id from the AWS community article on client tokens, or another built-in seed, in an
// account without it.
#pragma once

#include <string>
#include <string_view>

#include "cli/system/system.h"

namespace ec2mimic::cli {

/// What to do about an error, if it is a NotFound for an id that a built-in seed names: to make the account of that
/// seed, or to call in its region. Otherwise empty. `state_option` ends the command that makes it.
/// Throws AccountFailure.
[[nodiscard]] std::string seed_hint(System& system, const std::string& state, const Engine::Options& options,
                                    const ApiError& error, std::string_view region, std::string_view state_option);

}  // namespace ec2mimic::cli
