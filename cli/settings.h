// What the command line leaves open and the environment may answer: region, output format, where the state is.
//
// Each has the AWS CLI's order: the option, then the variables, then (not read yet) the config file, then a default.
#pragma once

#include <string>

#include "cli/globals.h"
#include "cli/world.h"

namespace ec2mimic::cli {

/// --region, AWS_REGION, AWS_DEFAULT_REGION, else us-east-1. Throws Failure if it is not the name of a region by its
/// form.
[[nodiscard]] std::string region(const Globals& globals, const Environment& environment);

/// Throws Failure if --endpoint-url is not the address of anything. It has no other effect.
void check_endpoint(const Globals& globals);

/// --output, AWS_DEFAULT_OUTPUT, else json. Throws Failure if the variable names no format.
[[nodiscard]] std::string_view output_format(const Globals& globals, const Environment& environment);

/// --state, EC2MIMIC_STATE, else ec2mimic/state.json under XDG_STATE_HOME or ~/.local/state. Throws Failure if none of
/// these says where.
[[nodiscard]] std::string state_path(const Globals& globals, const Environment& environment);

/// AWS_MAX_ATTEMPTS, else 3: how often the AWS CLI tries a call. Offline it shows in messages alone. Throws Failure if
/// it is no count.
[[nodiscard]] int attempts(const Environment& environment);

/// EC2MIMIC_TOKEN_TTL and EC2MIMIC_SEED. Throws Failure if the first is not a time.
[[nodiscard]] Engine::Options engine_options(const Environment& environment);

/// A time such as `90s`, `30m`, `24h`, `7d` or `3600` (seconds); nothing if the text is none or more than 100 years.
[[nodiscard]] std::optional<std::chrono::seconds> duration(std::string_view text);

}  // namespace ec2mimic::cli
