// Compares expected and actual output: equality with one wildcard, and a readable diff.
//
// The wildcard is `<uuid>` for a lower-case UUID, because the client generates a random token for a call without one,
// and nothing makes that repeatable. Everything else follows from EC2MIMIC_SEED, so there is no other wildcard.
#pragma once

#include <string>
#include <string_view>

namespace ec2mimic::harness {

/// True if the texts are equal, with `<uuid>` in `expected` matching any lower-case UUID.
[[nodiscard]] bool matches(std::string_view expected, std::string_view actual);

/// `actual` with `<uuid>` for each lower-case UUID that is not in `known`: what to expect of output with random UUIDs.
[[nodiscard]] std::string with_wildcards(std::string_view actual, std::string_view known);

/// A diff: the lines of both texts, those only in `expected` marked `-` and those only in `actual` marked `+`, each
/// after `indent`. Only the ends of long runs of equal lines are shown.
[[nodiscard]] std::string difference(std::string_view expected, std::string_view actual, std::string_view indent);

}  // namespace ec2mimic::harness
