// Expected against actual output: equality with one wildcard, and the difference as a person reads it.
//
// The wildcard is `<uuid>` for a lower-case UUID, because the client makes up a fresh client token for a call that has
// none, and nothing makes those repeat. Everything else follows from EC2MIMIC_SEED, so there is no other wildcard.
#pragma once

#include <string>
#include <string_view>

namespace ec2mimic::harness {

/// True if the texts are equal, where `<uuid>` in `expected` also stands for any lower-case UUID.
[[nodiscard]] bool matches(std::string_view expected, std::string_view actual);

/// `actual` with `<uuid>` for each lower-case UUID that is not in `known`: what an expectation says of a random text.
[[nodiscard]] std::string with_wildcards(std::string_view actual, std::string_view known);

/// The lines of both texts, those only in `expected` marked `-` and those only in `actual` marked `+`, each with
/// `indent` before it. Long runs of equal lines are cut to their ends.
[[nodiscard]] std::string difference(std::string_view expected, std::string_view actual, std::string_view indent);

}  // namespace ec2mimic::harness
