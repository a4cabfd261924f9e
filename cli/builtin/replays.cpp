#include "cli/builtin/replays.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/text/split.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kReplayed = "replayed";

std::string text_in(const Json& line, const char* name) {
  const auto found = line.find(name);
  return found != line.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// The service trims a token.
std::string trimmed(const std::string& token) {
  constexpr std::string_view kWhiteSpace = " \t\n\r\v\f";
  const std::size_t first = token.find_first_not_of(kWhiteSpace);
  return first == std::string::npos ? "" : token.substr(first, token.find_last_not_of(kWhiteSpace) - first + 1);
}

// A run has several attempts if messages were lost.
std::uint64_t replays_in(const Json& line) {
  const auto attempts = line.find("attempts");
  if (attempts == line.end() || !attempts->is_array()) return text_in(line, "outcome") == kReplayed ? 1 : 0;
  return static_cast<std::uint64_t>(std::count_if(attempts->begin(), attempts->end(), [](const Json& attempt) {
    return attempt.is_object() && text_in(attempt, "outcome") == kReplayed;
  }));
}

}  // namespace

Replays::Replays(Files& files, const std::string& path) {
  const Files::Content content = files.read_regular(path);
  is_read_ = content.error == 0;
  for (const std::string_view text : lines_of(content.text)) {
    if (text.find(kReplayed) == std::string_view::npos) continue;
    Json line = Json::parse(text.begin(), text.end(), nullptr, false);
    if (!line.is_object() || !line.contains("ids")) continue;
    lines_.push_back({text_in(line, "region"), text_in(line, "operation"), trimmed(text_in(line, "token")),
                      std::move(line["ids"]), replays_in(line)});
  }
}

std::optional<std::uint64_t> Replays::of(const Engine::UsedToken& token) const {
  if (!is_read_) return std::nullopt;
  std::uint64_t count = 0;
  for (const Line& line : lines_) {
    const bool is_its = line.region == token.region && line.operation == token.operation && line.token == token.token;
    // The log may be older than the token, if that was forgotten and used again.
    const bool has_id = std::find(line.ids.begin(), line.ids.end(), Json(token.resource_id)) != line.ids.end();
    if (is_its && has_id) count += line.replays;
  }
  return count;
}

}  // namespace ec2mimic::cli
