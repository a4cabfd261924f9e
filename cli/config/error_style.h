// How errors are printed: in which wording, and in which format.
#pragma once

#include <string_view>

#include "cli/args/typed.h"
#include "cli/config/settings.h"
#include "cli/errors/failure.h"

namespace ec2mimic::cli {

struct ErrorStyle {
  enum class Format { enhanced, legacy, json, yaml, text, table };

  Era era = Era::v2_30;
  Format format = Format::enhanced;  ///< Era::current only.
  /// The profile cannot be loaded, so the AWS CLI prints no error code.
  bool omit_code = false;
};

/// The name of a format, `json`.
[[nodiscard]] std::string_view name_of(ErrorStyle::Format format);

/// The style chosen by --cli-error-format, AWS_CLI_ERROR_FORMAT or the config file, in that order; Era::v2_30 if none
/// of them is set. An unknown format counts as `enhanced`. The line may be faulty. Never throws.
[[nodiscard]] ErrorStyle error_style_of(const EarlyOptions& line, const Settings& settings);

}  // namespace ec2mimic::cli
