// How failures are to be told: in which voice, and in which format.
#pragma once

#include <string_view>

#include "cli/args/typed.h"
#include "cli/config/settings.h"
#include "cli/errors/failure.h"

namespace ec2mimic::cli {

struct ErrorStyle {
  enum class Format { enhanced, legacy, json, yaml, text, table };

  Era era = Era::v2_30;
  Format format = Format::enhanced;  ///< Of today's era only.
  /// The profile does not exist, so the AWS CLI does not learn how to speak and leaves the code of an error out.
  bool omit_code = false;
};

/// The name of a format: `json`.
[[nodiscard]] std::string_view name_of(ErrorStyle::Format format);

/// The manner that a line and its environment ask for: --cli-error-format, AWS_CLI_ERROR_FORMAT, then the config file;
/// the earlier voice where none of them names a format. A name that is none means `enhanced`. The line may be a bad
/// one; never throws.
[[nodiscard]] ErrorStyle error_style_of(const Anywhere& line, const Settings& settings);

}  // namespace ec2mimic::cli
