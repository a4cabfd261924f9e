// Makes the name `aws` run this program, in a shell (activate) or for one command (run).
//
// Two folders are put first on PATH. The first holds links to the program, so that a call does not need a shell. The
// second holds scripts of the same names that fail; they are only found if a link is broken, so that a real AWS CLI is
// never run by mistake. If a real one is reached in another way, two of its own variables direct it to an address where
// nothing listens.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/args/global_options.h"
#include "cli/system/system.h"

namespace ec2mimic::cli {

/// An address that refuses connections: the discard port on the loopback interface.
inline constexpr std::string_view kDeadEndpoint = "http://127.0.0.1:9";

/// The two folders, in the order in which they are on PATH; absolute, and without a colon.
struct Takeover {
  std::string links{};
  std::string guards{};
};

/// Creates the links and scripts. Throws Failure if that fails, or if others can write to the folders.
[[nodiscard]] Takeover place_takeover(System& system);

/// Our own files, as absolute paths that are valid in every folder: those named by --state and --log, otherwise by the
/// variables. Nothing for a file that is not named.
struct OwnFiles {
  std::optional<std::string> state{};
  std::optional<std::string> log{};
};

/// Throws Failure if a name is empty, or if a relative one cannot be made absolute.
[[nodiscard]] OwnFiles own_files(const System& system, const GlobalOptions& globals);

/// The variables that put the takeover into effect in another program: PATH with both folders in front, each once, then
/// the others. PATH comes first.
[[nodiscard]] std::vector<Process::Variable> takeover_variables(const System& system, const Takeover& takeover,
                                                                const OwnFiles& files);

}  // namespace ec2mimic::cli
