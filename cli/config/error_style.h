// How errors are printed: in which wording, and in which format.
#pragma once

#include <cstdint>
#include <string_view>

#include "cli/args/typed.h"
#include "cli/config/settings.h"
#include "cli/errors/failure.h"

namespace ec2mimic::cli {

struct ErrorStyle {
  enum class Format { enhanced, legacy, json, yaml, text, table };

  Era era = Era::v2_30;
  Format format = Format::enhanced;  ///< Era::current only.
  /// The profile that might choose a format cannot be loaded, so the AWS CLI prints no error code.
  bool omit_code = false;
};

/// How far the AWS CLI has got when it finds a fault, which decides what it knows of error formats by then.
enum class Stage : std::uint8_t {
  first_look,  ///< Before anything else: no format counts.
  options,     ///< While it parses the global options: of the formats, the line's does not count yet.
  later,
};

/// The name of a format, `json`.
[[nodiscard]] std::string_view name_of(ErrorStyle::Format format);

/// The style chosen by --cli-error-format, AWS_CLI_ERROR_FORMAT or the config file, in that order; Era::v2_30 if none
/// of them is set. An unknown format counts as `enhanced`. The line may be faulty. Never throws.
[[nodiscard]] ErrorStyle error_style_of(const EarlyOptions& line, const Settings& settings, Stage stage = Stage::later);

}  // namespace ec2mimic::cli
