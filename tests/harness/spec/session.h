// Runs the commands of one spec in one shell, so that variables, functions and `cd` persist from step to step.
//
// The world of the commands is small and always the same: an empty temporary folder as $HOME and working folder, the
// program as `ec2mimic` in a folder of its own first on PATH, no other variables than LC_ALL, TZ, TMPDIR, EC2MIMIC_SEED
// and SPEC_FOLDER, which is where the spec is, and nothing on stdin. `aws` is there only if a command makes it.
//
// The shell sources one file per command with stdout and stderr into files. Considered and dropped: feeding a shell
// through a pipe, where a command that reads stdin eats the rest of the spec; a shell per command, where nothing
// persists.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace ec2mimic::harness {

struct Observed {
  std::string out{};
  std::string err{};
  int exit_code = 0;
};

struct SessionOptions {
  std::string program{};          ///< Path of the program under test.
  std::string spec_folder{};      ///< Absolute.
  std::string shell = "/bin/sh";  ///< Or another shell of the Bourne family.
  int timeout_seconds = 60;       ///< For all commands together.
};

struct SessionResult {
  /// What was seen, one per command, up to and with the command that ended the shell, if one did.
  std::vector<Observed> steps{};
  /// Why there are fewer results than commands, or what else was wrong; empty if nothing.
  std::string trouble{};
};

/// Runs the commands and removes their world. In what is returned, its paths read $HOME, $BIN, $TMPDIR
/// and, for the folder that holds them, $ROOT; that of the spec reads $SPEC_FOLDER.
/// Throws std::runtime_error if the world cannot be built. Processes that the commands left behind are killed.
[[nodiscard]] SessionResult run_session(const std::vector<std::string>& commands, const SessionOptions& options);

}  // namespace ec2mimic::harness
