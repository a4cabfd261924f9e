// What may stand next on a command line: the program's half of completion in shells.
//
// The scripts in completions/ know nothing but this protocol, so they never go stale. They call
//
//   ec2mimic __complete words INDEX WORD...          for the shells that tell their words apart (zsh, fish)
//   ec2mimic __complete line BEFORE AFTER FRAGMENT   for bash, which breaks words at `=` and `:`
//
// WORDs are the whole line with the program's name; the one at INDEX (from 0) is completed and ends at the cursor.
// BEFORE and AFTER are the line's two sides of the cursor, and FRAGMENT is the piece that bash is going to replace. The
// answer has one candidate a line, with a tab and a description where there is one. A line that begins with a tab is an
// instruction: `open` says that no blank shall follow the candidate, `files PREFIX` that names of files may stand
// there, behind PREFIX. Whatever is wrong, the answer is empty and the exit code 0: completion must not get in
// anybody's way.
//
// Ids come from the describe operations, which only read. They are found through the registry: the operation
// Describe... whose ids complete the wanted type of resource.
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
  bool open = false;                   ///< More belongs to the word.
  std::optional<std::string> files{};  ///< Names of files may follow this beginning of the word.
};

/// What words[index] may become; `index` is less than the number of words. Never throws for a bad line or state.
[[nodiscard]] Completion complete(System& system, std::span<const std::string_view> words, std::size_t index);

/// The command `__complete`; `words` is what follows it. Returns 0.
[[nodiscard]] int run_complete(System& system, std::span<const std::string_view> words);

/// The word with which a line calls run_complete.
inline constexpr std::string_view kComplete = "__complete";

}  // namespace ec2mimic::cli
