// Values read from a file: `file://name` for text, `fileb://name` for bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/system/system.h"

namespace ec2mimic::cli {

struct ParamFile {
  std::string content;  ///< If not binary: UTF-8, with `\n` as line breaks.
  bool binary = false;
};

/// Replaces a leading `~` with HOME, if that is set: bash does not expand the one in `--state=~/file`.
[[nodiscard]] std::string home_path(std::string path, const Environment& environment);

/// Expands `~` and `$VARIABLE` in a path, as far as HOME and the variables are set.
[[nodiscard]] std::string expanded_path(std::string path, const Environment& environment);

/// Reads the file that a value names; nothing if it names none. `~` and `$VARIABLE` in the name are expanded. Throws
/// Failure if the file cannot be read or is not valid text: as a fault of `option` (252), or without naming an option
/// (255) if that is empty, as the AWS CLI does for files inside shorthand.
[[nodiscard]] std::optional<ParamFile> load_param_file(const std::string& value, System& system,
                                                       std::string_view option = {});

}  // namespace ec2mimic::cli
