#include "cli/builtin/replays.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "core/text/split.h"
#include "core/text/trimmed.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kReplayed = "replayed";

}  // namespace

Replays::Replays(Files& files, const std::string& path) {
  const Files::Content content = files.read_regular(path);
  is_read_ = content.error == 0;
  for (const std::string_view text : lines_of(content.text)) {
    if (text.find(kReplayed) == std::string_view::npos) continue;
    const LoggedLine line = read_logged_line(text);
    if (const auto* call = std::get_if<LoggedCall>(&line)) add(*call);
  }
}

void Replays::add(const LoggedCall& call) {
  // A run has several attempts if messages were lost.
  const auto replays = std::count_if(call.attempts.begin(), call.attempts.end(),
                                     [](const LoggedAttempt& attempt) { return attempt.service == kReplayed; });
  const std::string token(trimmed(call.token));
  for (const std::string& id : std::set<std::string>(call.ids.begin(), call.ids.end())) {
    counts_[{call.region, call.operation, token, id}] += static_cast<std::uint64_t>(replays);
  }
}

std::optional<std::uint64_t> Replays::of(const Engine::UsedToken& token) const {
  if (!is_read_) return std::nullopt;
  const auto found = counts_.find({token.region, token.operation, token.token, token.resource_id});
  return found == counts_.end() ? 0 : found->second;
}

}  // namespace ec2mimic::cli
