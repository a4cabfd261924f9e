// How the name `aws` is made to run this program, for a shell (activate) or for one command (run).
//
// Two folders stand first on PATH. The first holds links to the program, so that a call costs no shell; the second
// holds scripts of the same names that fail, which the search comes to only where a link leads nowhere: a real AWS CLI
// is not run by mistake. Where one is reached by another way, two of its own variables send it to an address where
// nobody answers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/args/global_options.h"
#include "cli/system/system.h"

namespace ec2mimic::cli {

/// An address that refuses connections: the port is the one of `discard`, at home.
inline constexpr std::string_view kDeadEndpoint = "http://127.0.0.1:9";

/// The two folders in the order in which they stand on PATH, absolute and without a colon.
struct Takeover {
  std::string links{};
  std::string guards{};
};

/// Puts links and scripts in their places. Throws Failure if that cannot be, or the places cannot be trusted.
[[nodiscard]] Takeover place_takeover(System& system);

/// Where our own files are to be found from every folder: what --state and --log or, without these, the variables name,
/// as absolute paths. Nothing for one that is not named.
struct OwnPlaces {
  std::optional<std::string> state{};
  std::optional<std::string> log{};
};

/// Throws Failure for an empty name, or where a relative one cannot be made absolute.
[[nodiscard]] OwnPlaces own_places(const System& system, const GlobalOptions& globals);

/// The variables that make all of this so for a program: PATH with the folders in front, each once, and so on.
[[nodiscard]] std::vector<Process::Variable> takeover_variables(const System& system, const Takeover& takeover,
                                                                const OwnPlaces& places);

}  // namespace ec2mimic::cli
