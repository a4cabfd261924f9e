// Runs the commands of one spec in one shell, so that variables, functions and `cd` persist from step to step.
//
// The environment of the commands is small and always the same: an empty temporary folder as $HOME and working folder;
// the program as `ec2mimic` in a folder of its own, first on PATH; only the variables LC_ALL, TZ, TMPDIR, EC2MIMIC_SEED
// and SPEC_FOLDER, which is where the spec is; and an empty stdin. `aws` exists only if a command creates it.
//
// The shell sources one file per command, with stdout and stderr redirected to files. Considered and dropped: feeding
// the commands through a pipe, because a command that reads stdin eats the rest of the spec; one shell per command,
// because nothing persists.
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
  std::string program{};          ///< The path of the program under test.
  std::string spec_folder{};      ///< An absolute path.
  std::string shell = "/bin/sh";  ///< Any shell of the Bourne family.
  int timeout_seconds = 60;       ///< For all commands together.
};

struct SessionResult {
  /// One result per command, up to and including the command that ended the shell, if one did.
  std::vector<Observed> steps{};
  /// Why there are fewer results than commands, or what else went wrong; empty if nothing.
  std::string trouble{};
};

/// Runs the commands and removes their folders. In the results, the paths are replaced by $HOME, $BIN, $TMPDIR, $ROOT
/// for the folder that contains them, and $SPEC_FOLDER. Throws std::runtime_error if the folders cannot be set up.
/// Processes that the commands left running are killed.
[[nodiscard]] SessionResult run_session(const std::vector<std::string>& commands, const SessionOptions& options);

}  // namespace ec2mimic::harness
