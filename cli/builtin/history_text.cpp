#include "cli/builtin/history_text.h"

#include <algorithm>
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

// `call` names the page or poll, if there are several, and is empty otherwise.
std::string attempt_line(const LoggedAttempt& attempt, const std::string& call, const Screen& screen) {
  const auto outcomes = attempt.outcomes();
  const std::string fault = attempt.fault.empty() ? "" : "  " + visible_line(attempt.fault);
  const std::string head = "    " + call + "attempt " + std::to_string(attempt.number) + fault + ':';
  const std::string words = words_for(attempt);
  const bool fits = !screen.width || head.size() + 1 + visible_line(words).size() <= *screen.width;
  return head + (fits ? " " : "\n        ") + coloured(words, outcomes.empty() ? "" : outcomes.back(), screen.colours) +
         '\n';
}

constexpr std::size_t kShortestToken = 14;  // with the word `token`

// The token if there is room for it, otherwise its beginning. Text is cut between characters.
std::string cut_to(std::size_t room, const std::string& text) {
  constexpr std::string_view kMore = "...";
  if (text.size() <= std::max(room, kShortestToken)) return text;
  std::size_t end = std::max(room, kShortestToken) - kMore.size();
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
  return text.substr(0, end) + std::string(kMore);
}

// A part of a line, and how many columns it takes; at most so many, since characters may have several bytes.
struct Part {
  std::string text{};
  std::size_t columns = 0;
};

std::size_t width_of_parts(const std::vector<Part>& parts) {
  std::size_t columns = 0;
  for (const Part& part : parts) columns += (columns == 0 ? 0 : 2) + part.columns;
  return columns;
}

// The parts beside each other, as many as fit into a line.
std::string laid_out(const std::vector<Part>& parts, const std::optional<std::size_t>& width) {
  constexpr std::size_t kIndent = 4;
  std::string text;
  std::size_t column = 0;
  for (const Part& part : parts) {
    if (column != 0) {
      const bool fits = !width || column + 2 + part.columns <= *width;
      text += fits ? "  " : '\n' + std::string(kIndent, ' ');
      column = fits ? column + 2 : kIndent;
    }
    text += part.text;
    column += part.columns;
  }
  return text;
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

std::string text_of_call(const LoggedCall& call, const Screen& screen) {
  const auto part = [](const std::string& text) { return Part{text, text.size()}; };
  std::vector<Part> parts{part(visible_line(time_of_day(call.time)) + "  " + visible_line(call.operation))};
  const std::string token = call.token.empty() ? "" : "token " + visible_line(call.token);
  if (!token.empty()) parts.push_back(part(token));
  parts.push_back({list(call.outcomes(), screen.colours), list(call.outcomes(), false).size()});
  if (!call.ids.empty()) {
    std::string ids = visible_line(call.ids.front());
    if (call.ids.size() > 1) ids += " and " + std::to_string(call.ids.size() - 1) + " more";
    parts.push_back(part(ids));
  }
  if (!token.empty() && screen.width && width_of_parts(parts) > *screen.width) {
    const auto room = [&](std::size_t others) { return *screen.width > others ? *screen.width - others : 0; };
    const std::size_t others = width_of_parts(parts) - token.size();
    // If the ids do not fit even so, they are alone in the next line.
    const std::size_t ids = call.ids.empty() ? 0 : parts.back().columns + 2;
    parts[1] = part(cut_to(room(room(others) < kShortestToken ? others - ids : others), token));
  }
  std::string text = laid_out(parts, screen.width) + '\n';
  const LoggedAttempt& first = call.attempts.front();
  if (call.attempts.size() > 1 || !first.fault.empty() || first.is_lost()) {
    const auto begins = [](const LoggedAttempt& attempt) { return attempt.number == 1; };
    const bool has_several = std::count_if(call.attempts.begin(), call.attempts.end(), begins) > 1;
    std::size_t number = 0;
    for (const LoggedAttempt& attempt : call.attempts) {
      if (begins(attempt)) ++number;
      text += attempt_line(attempt, has_several ? "call " + std::to_string(number) + ", " : "", screen);
    }
  }
  return text;
}

}  // namespace ec2mimic::cli
