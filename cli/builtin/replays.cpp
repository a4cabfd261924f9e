#include "cli/builtin/replays.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "core/text/split.h"
#include "core/text/trimmed.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kReplayed = "replayed";

std::string text_in(const Json& line, const char* name) {
  const auto found = line.find(name);
  return found != line.end() && found->is_string() ? found->get<std::string>() : std::string();
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
    const Json line = Json::parse(text.begin(), text.end(), nullptr, false);
    if (line.is_object()) add(line);
  }
}

void Replays::add(const Json& line) {
  const auto ids = line.find("ids");
  if (ids == line.end() || !ids->is_array()) return;
  const std::string token(trimmed(text_in(line, "token")));
  std::set<std::string> seen;
  for (const Json& id : *ids) {
    if (!id.is_string() || !seen.insert(id.get<std::string>()).second) continue;
    counts_[{text_in(line, "region"), text_in(line, "operation"), token, id.get<std::string>()}] += replays_in(line);
  }
}

std::optional<std::uint64_t> Replays::of(const Engine::UsedToken& token) const {
  if (!is_read_) return std::nullopt;
  const auto found = counts_.find({token.region, token.operation, token.token, token.resource_id});
  return found == counts_.end() ? 0 : found->second;
}

}  // namespace ec2mimic::cli
