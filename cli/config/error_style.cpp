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

// A faulty file or missing profile chooses no format. The error that is being printed, or a later one, reports it.
std::optional<std::string> configured_format(const Settings& settings) try {
  return settings.error_format();
} catch (const Failure&) {
  return std::nullopt;
}

bool has_profile(const Settings& settings) try {
  static_cast<void>(settings.profile());
  return true;
} catch (const Failure&) {
  return false;
}

}  // namespace

std::string_view name_of(ErrorStyle::Format format) {
  const auto at = std::find(kFormats.begin(), kFormats.end(), format) - kFormats.begin();
  return error_format_names()[static_cast<std::size_t>(at)];
}

ErrorStyle error_style_of(const EarlyOptions& line, const Settings& settings) {
  ErrorStyle style;
  const auto& on_line = line.error_format;
  const auto name = on_line ? std::optional(ascii::lower(*on_line)) : configured_format(settings);
  if (!name) return style;
  style.era = Era::current;
  style.omit_code = !has_profile(settings);
  const auto names = error_format_names();
  const auto at = std::find(names.begin(), names.end(), *name) - names.begin();
  if (at < std::ssize(names)) style.format = kFormats[static_cast<std::size_t>(at)];
  return style;
}

}  // namespace ec2mimic::cli
