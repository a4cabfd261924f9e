#include "cli/config/manner.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "cli/python/text.h"
#include "core/text/ascii.h"

namespace ec2mimic::cli {
namespace {

// In the order of error_format_names().
constexpr std::array<Manner::Format, 6> kFormats{Manner::Format::legacy, Manner::Format::json,
                                                 Manner::Format::yaml,   Manner::Format::text,
                                                 Manner::Format::table,  Manner::Format::enhanced};

// A file or a profile that is wrong chooses nothing: it is complained of elsewhere, or has just been.
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

std::string_view name_of(Manner::Format format) {
  const auto at = std::find(kFormats.begin(), kFormats.end(), format) - kFormats.begin();
  return error_format_names()[static_cast<std::size_t>(at)];
}

Manner manner_of(const Anywhere& line, const Settings& settings) {
  Manner manner;
  const auto& on_line = line.error_format;
  const auto name = on_line ? std::optional(ascii::lower(*on_line)) : configured_format(settings);
  if (!name) return manner;
  manner.voice = Voice::today;
  manner.is_unsure = !has_profile(settings);
  const auto names = error_format_names();
  const auto at = std::find(names.begin(), names.end(), *name) - names.begin();
  if (at < std::ssize(names)) manner.format = kFormats[static_cast<std::size_t>(at)];
  return manner;
}

}  // namespace ec2mimic::cli
