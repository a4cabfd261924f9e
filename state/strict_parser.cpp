#include "state/strict_parser.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "state/json_events.h"
#include "state/layout.h"
#include "state/version_search.h"

namespace ec2mimic::state {
namespace {

using nlohmann::json;

/// nlohmann takes a NUL for the end of the text and would ignore what follows it.
std::optional<std::size_t> offset_of_nul(std::string_view text) {
  const auto offset = text.find('\0');
  return offset == std::string_view::npos ? std::nullopt : std::optional(offset);
}

Refusal refusal_of(const JsonEvents& events, std::string_view text, unsigned newest) {
  if (events.is_foreign())
    return {.kind = Refusal::Kind::foreign, .what = events.foreign(), .offset = 0, .version = {}};
  // Before any problem: whatever could not be parsed may be right in the newer version.
  if (auto version = newer_version(text, newest)) {
    return {.kind = Refusal::Kind::newer, .what = {}, .offset = 0, .version = *std::move(version)};
  }
  if (const auto& problem = events.problem()) {
    return {.kind = Refusal::Kind::damaged,
            .what = problem->what,
            .offset = problem->offset,
            .version = {},
            .unknown_name = problem->unknown_name};
  }
  const auto nul = offset_of_nul(text).value_or(text.size());
  return {.kind = Refusal::Kind::damaged, .what = "a NUL byte", .offset = nul, .version = {}};
}

// Looks for `"format": "ec2mimic-state"` anywhere in a text.
bool has_format_member(std::string_view text) {
  constexpr std::string_view kName = "\"format\"";
  for (auto at = text.find(kName); at != std::string_view::npos; at = text.find(kName, at + 1)) {
    auto rest = text.substr(at + kName.size());
    const auto skip_blanks = [&] { rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size())); };
    skip_blanks();
    if (!rest.starts_with(':')) continue;
    rest.remove_prefix(1);
    skip_blanks();
    if (rest.starts_with('"' + std::string(kFormatWord) + '"')) return true;
  }
  return false;
}

}  // namespace

Parsed parse_strictly(std::string_view text, unsigned newest) {
  JsonEvents events(text);
  bool accepted = json::sax_parse(text.data(), text.data() + text.size(), &events);
  if (accepted) events.check_complete();
  accepted = accepted && !events.problem() && !events.is_foreign() && !offset_of_nul(text);
  Parsed result;
  // A newer version may use the same JSON for something else, so even a text without a fault is refused.
  if (!accepted || events.version() > newest) {
    result.refusal = refusal_of(events, text, newest);
    return result;
  }
  result.version = static_cast<unsigned>(events.version());
  result.document = events.take_document();
  return result;
}

bool is_some_state(std::string_view text) {
  if (text.starts_with("{\n\"format\": \"" + std::string(kFormatWord) + "\",\n")) return true;  // as we write it
  constexpr std::string_view kBlank = " \t\r\n";
  const auto begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos || text[begin] != '{') return false;
  JsonEvents events(text);
  const bool accepted = json::sax_parse(text.data(), text.data() + text.size(), &events);
  if (accepted) events.check_complete();
  if (accepted || events.is_foreign()) return !events.is_foreign();
  return has_format_member(text);
}

std::optional<std::size_t> offset_of_record(std::string_view text, std::string_view table, std::string_view key) {
  JsonEvents events(text);
  events.seek(table, key);
  json::sax_parse(text.data(), text.data() + text.size(), &events);
  return events.sought_offset();
}

std::optional<std::string> problem_of_record(std::string_view line) {
  JsonEvents events(line, JsonEvents::Whole::record);
  const bool accepted = json::sax_parse(line.data(), line.data() + line.size(), &events);
  if (const auto& problem = events.problem()) return problem->what;
  if (!accepted || offset_of_nul(line)) return "not JSON";
  return std::nullopt;
}

}  // namespace ec2mimic::state
