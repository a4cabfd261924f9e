// What to report about a seed once it is in the account.
#pragma once

#include <string>
#include <string_view>

#include "cli/call/invocation.h"
#include "core/engine.h"

namespace ec2mimic::cli {

/// What the seed made, where, and in which file, as a line.
[[nodiscard]] std::string seed_note(const SeedSummary& made, const std::string& path);

/// A warning, as a line, if nothing of the seed is in `region`, to which calls would go; otherwise empty.
[[nodiscard]] std::string warning_of_region(const SeedSummary& made, std::string_view region);

/// Writes that warning to stderr, for the region that environment and configuration choose, whatever --region of this
/// line says. Says nothing if the region cannot be determined; the calls report the reason.
void warn_of_region(const Invocation& call, const SeedSummary& made);

}  // namespace ec2mimic::cli
