#include "cli/config/error_style.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "cli/python/text.h"
#include "core/text/ascii.h"

namespace ec2mimic::cli {
namespace {

// In the order of error_format_names().
constexpr std::array<ErrorStyle::Format, 6> kFormats{ErrorStyle::Format::legacy, ErrorStyle::Format::json,
                                                     ErrorStyle::Format::yaml,   ErrorStyle::Format::text,
                                                     ErrorStyle::Format::table,  ErrorStyle::Format::enhanced};

// What the environment and the configuration choose. A faulty file or missing profile chooses nothing; the error that
// is being printed, or a later one, reports it.
struct Configured {
  std::optional<std::string> format{};
  bool is_broken = false;
};

Configured configured_format(const Settings& settings) try {
  return {settings.error_format(), false};
} catch (const Failure&) {
  return {{}, true};
}

}  // namespace

std::string_view name_of(ErrorStyle::Format format) {
  const auto at = std::find(kFormats.begin(), kFormats.end(), format) - kFormats.begin();
  return error_format_names()[static_cast<std::size_t>(at)];
}

ErrorStyle error_style_of(const EarlyOptions& line, const Settings& settings, Stage stage) {
  ErrorStyle style;
  const Configured configured =
      line.error_format && stage != Stage::options ? Configured() : configured_format(settings);
  if (!line.error_format && !configured.format) return style;
  style.era = Era::current;
  if (stage == Stage::first_look) return style;
  style.omit_code = configured.is_broken;
  const bool by_line = line.error_format && stage == Stage::later;
  const std::string name = by_line ? ascii::lower(*line.error_format) : configured.format.value_or("");
  const auto names = error_format_names();
  const auto at = std::find(names.begin(), names.end(), name) - names.begin();
  if (at < std::ssize(names)) style.format = kFormats[static_cast<std::size_t>(at)];
  return style;
}

}  // namespace ec2mimic::cli
