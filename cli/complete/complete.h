// What may come next on a command line: the program's half of completion in shells.
//
// The scripts in completions/ only know this protocol, so they never get out of date. They call
//
//   ec2mimic __complete words INDEX WORD...          in shells that split a line into words properly (zsh, fish)
//   ec2mimic __complete line BEFORE AFTER FRAGMENT   in bash, which also splits them at `=` and `:`
//
// WORDs are the whole line including the program's name; the one at INDEX (from 0) is to be completed and ends at the
// cursor. BEFORE and AFTER are the line before and after the cursor, and FRAGMENT is the part that bash will replace.
// The output has one candidate per line, followed by a tab and a description if there is one. A line that begins with a
// tab is an instruction: `open` means that no space may follow the candidate, `files PREFIX` that file names may come
// next, after PREFIX. If anything is wrong, the output is empty and the exit code 0, because completion must not
// disturb the user.
//
// Ids come from the describe operations, which only read (call/listers.h).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/complete/candidate.h"
#include "cli/system/system.h"

namespace ec2mimic::cli {

struct Completion {
  std::vector<Candidate> candidates{};
  bool open = false;                   ///< The word continues: add no space after it.
  std::optional<std::string> files{};  ///< File names may follow this prefix of the word.
};

/// Completes words[index]; `index` must be less than the number of words. Never throws for an invalid line or state.
[[nodiscard]] Completion complete(System& system, std::span<const std::string_view> words, std::size_t index);

/// The command `__complete`; `words` are the words after it. Returns 0.
[[nodiscard]] int run_complete(System& system, std::span<const std::string_view> words);

/// The hidden command that runs run_complete.
inline constexpr std::string_view kComplete = "__complete";

}  // namespace ec2mimic::cli
