#include "cli/builtin/history_text.h"

#include <string_view>
#include <vector>

#include "cli/system/visible.h"

namespace ec2mimic::cli {
namespace {

// `12:00:00.000` of `2026-01-31T12:00:00.000Z`; whole days are rarely of interest beside a running script.
std::string time_of_day(const std::string& time) {
  const std::size_t begin = time.find('T');
  if (begin == std::string::npos) return time;
  return time.substr(begin + 1, time.size() - begin - (time.ends_with('Z') ? 2 : 1));
}

std::string_view colour_of(std::string_view outcome) {
  if (outcome == "created") return "\x1b[32m";
  if (outcome == "replayed") return "\x1b[36m";
  if (outcome == "deleted" || outcome == "changed") return "\x1b[34m";
  if (outcome == "lost" || outcome == "unknown") return "\x1b[33m";
  if (outcome == "read" || outcome == "unchanged" || outcome == "done") return {};
  return "\x1b[31m";
}

std::string coloured(const std::string& text, std::string_view outcome, bool colours) {
  const std::string_view colour = colours ? colour_of(outcome) : std::string_view();
  return colour.empty() ? visible_line(text) : std::string(colour) + visible_line(text) + "\x1b[0m";
}

std::string list(const std::vector<std::string>& outcomes, bool colours) {
  std::string text;
  for (const std::string& outcome : outcomes) {
    text += (text.empty() ? "" : ", ") + coloured(outcome, outcome, colours);
  }
  return text;
}

std::string attempt_line(const LoggedAttempt& attempt, bool colours) {
  const auto outcomes = attempt.outcomes();
  const std::string fault = attempt.fault.empty() ? "" : "  " + visible_line(attempt.fault);
  return "    attempt " + std::to_string(attempt.number) + fault + ": " +
         coloured(words_for(attempt), outcomes.empty() ? "" : outcomes.back(), colours) + '\n';
}

}  // namespace

std::string words_for(const LoggedAttempt& attempt) {
  if (attempt.is_lost()) {
    if (attempt.client == "not shown") return attempt.service + ", answer not shown";
    if (attempt.client == "killed") return attempt.service + (attempt.service.empty() ? "" : ", ") + "client killed";
    const std::string what = attempt.service.empty() ? "never arrived" : attempt.service + ", answer lost";
    return what + " (" + attempt.client + ')';
  }
  if (attempt.client == "answered") return attempt.service;
  if (attempt.service.empty() || attempt.service == attempt.client) return attempt.client;
  if (attempt.service == "mismatch") return attempt.client;
  return attempt.service + ", answered " + attempt.client;
}

std::string text_of_call(const LoggedCall& call, bool colours) {
  std::string text = visible_line(time_of_day(call.time)) + "  " + visible_line(call.operation);
  if (!call.token.empty()) text += "  token " + visible_line(call.token);
  text += "  " + list(call.outcomes(), colours);
  if (!call.ids.empty()) text += "  " + visible_line(call.ids.front());
  if (call.ids.size() > 1) text += " and " + std::to_string(call.ids.size() - 1) + " more";
  text += '\n';
  const LoggedAttempt& first = call.attempts.front();
  if (call.attempts.size() > 1 || !first.fault.empty() || first.is_lost()) {
    for (const LoggedAttempt& attempt : call.attempts) text += attempt_line(attempt, colours);
  }
  return text;
}

}  // namespace ec2mimic::cli
