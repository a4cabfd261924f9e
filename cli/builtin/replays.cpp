#include "cli/builtin/replays.h"

#include <set>
#include <string_view>

#include "core/text/split.h"
#include "core/text/trimmed.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kCreated = "created";
constexpr std::string_view kReplayed = "replayed";

bool may_count(std::string_view line) {
  return line.find(kReplayed) != std::string_view::npos || line.find(kCreated) != std::string_view::npos;
}

}  // namespace

Replays::Replays(Files& files, const std::string& path) {
  const Files::Content content = files.read_regular(path);
  error_ = content.error;
  for (const std::string_view text : lines_of(content.text)) {
    if (!may_count(text)) continue;
    const LoggedLine line = read_logged_line(text);
    if (const auto* call = std::get_if<LoggedCall>(&line)) add(*call);
  }
}

void Replays::add(const LoggedCall& call) {
  const std::string token(trimmed(call.token));
  for (const std::string& id : std::set<std::string>(call.ids.begin(), call.ids.end())) {
    std::uint64_t& count = counts_[{call.region, call.operation, token, id}];
    // There are several attempts if messages were lost.
    for (const LoggedAttempt& attempt : call.attempts) {
      if (attempt.service == kReplayed) ++count;
      // What came before was in another account, or in this one before it was seeded again with the same ids.
      if (attempt.service == kCreated) count = 0;
    }
  }
}

std::optional<std::uint64_t> Replays::of(const Engine::UsedToken& token) const {
  if (error_ != 0) return std::nullopt;
  const auto found = counts_.find({token.region, token.operation, token.token, token.resource_id});
  return found == counts_.end() ? 0 : found->second;
}

}  // namespace ec2mimic::cli
