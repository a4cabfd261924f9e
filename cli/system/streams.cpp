#include <string>

#include "cli/system/system.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kReset = "\x1b[0m";

}  // namespace

void Streams::write_error_in_colour(std::string_view text, std::span<const std::string_view> typed) {
  const std::string shown = visible(text, typed);
  std::string_view message = shown;
  std::string written;
  const auto add = [&](std::string_view part) { written.append(part).append(kReset); };
  if (message.starts_with('\n')) add("\n"), message.remove_prefix(1);
  const bool is_ended = message.ends_with('\n');
  if (is_ended) message.remove_suffix(1);
  add(message);
  if (is_ended) add("\n");
  put_error(written);
}

}  // namespace ec2mimic::cli
