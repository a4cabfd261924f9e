// Assertions about the logged calls, for tests of scripts: `CreateRouteTable created=1 replayed=2`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/call/logged_call.h"

namespace ec2mimic::cli {

/// Checks that a word can be counted: an outcome of attempts, the code of an error that they can have, `calls` or
/// `attempts`. Otherwise throws Failure (252), naming the word, the option, and what was probably meant.
void check_counted(std::string_view word, std::string_view option);

/// The count of that word in all calls, or in those of one operation.
[[nodiscard]] std::uint64_t count_of(std::string_view counted, const std::vector<LoggedCall>& calls,
                                     std::string_view operation = {});

struct Claim {
  std::string operation{};  ///< AWS's name; empty for calls of all operations.
  std::vector<std::pair<std::string, std::uint64_t>> counts{};
};

/// Reads claims, separated by commas. Throws Failure (252), naming the word that is wrong.
[[nodiscard]] std::vector<Claim> read_claims(std::string_view text);

/// The claims that do not hold, with `-`, each followed by what was found, with `+`, and the headings of a diff before
/// them. Empty if all hold.
[[nodiscard]] std::string difference(const std::vector<Claim>& claims, const std::vector<LoggedCall>& calls);

}  // namespace ec2mimic::cli
