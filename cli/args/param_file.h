// Values that stand in a file: `file://name` for text, `fileb://name` for bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/system/system.h"

namespace ec2mimic::cli {

struct ParamFile {
  std::string content;  ///< Text is UTF-8, its line breaks are `\n`.
  bool binary = false;
};

/// A path with a leading `~` replaced by HOME, if that is set: bash leaves it in `--state=~/file`.
[[nodiscard]] std::string home_path(std::string path, const Environment& environment);

/// A path with `~` and `$VARIABLE` filled in, as far as HOME and the variables are set.
[[nodiscard]] std::string expanded_path(std::string path, const Environment& environment);

/// The content of the file that a value names, or nothing if it names none. `~` and `$VARIABLE` in the name are filled
/// in. Throws Failure if the file cannot be read or is not the text it should be: as a fault of `option` (252), or,
/// where that is empty, standing alone (255), as the AWS CLI says it of files inside shorthand.
[[nodiscard]] std::optional<ParamFile> load_param_file(const std::string& value, System& system,
                                                       std::string_view option = {});

}  // namespace ec2mimic::cli
