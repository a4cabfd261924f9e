#include "cli/builtin/history_diagram.h"

#include <string>

namespace ec2mimic::cli {
namespace {

using Kind = SequenceStep::Kind;

constexpr std::size_t kClientLine = 0, kWireLine = 1, kServiceLine = 2;

Tone tone_of(const std::string& service) {
  if (service == "created" || service == "deleted" || service == "changed") return Tone::good;
  if (service == "replayed") return Tone::repeated;
  if (service == "read" || service == "unchanged") return Tone::plain;
  return service == "unknown" ? Tone::lost : Tone::bad;
}

std::string heading_of(const LoggedCall& call, std::size_t place) {
  return std::to_string(place) + ". " + call.operation + (call.token.empty() ? "" : ", token " + call.token);
}

// What the service did, with the id that it did it to.
std::string deed(const LoggedAttempt& attempt, const LoggedCall& call) {
  const bool names_id = tone_of(attempt.service) == Tone::good || attempt.service == "replayed";
  if (!names_id || call.ids.empty()) return attempt.service == "mismatch" ? "refused: mismatch" : attempt.service;
  return attempt.service + ' ' + call.ids.front();
}

// An error that the wire makes up, and the service knows nothing of.
bool is_made_by_wire(const LoggedAttempt& attempt) {
  return !attempt.fault.empty() && attempt.client != "answered" && attempt.client != attempt.service;
}

void add_answer(const LoggedAttempt& attempt, std::vector<SequenceStep>& steps) {
  const Tone tone = tone_of(attempt.service);
  if (attempt.client == "not shown") {
    steps.push_back({Kind::message, kServiceLine, kClientLine, "answer", tone});
    steps.push_back({Kind::note, kClientLine, kClientLine, "the answer was not shown", Tone::lost});
  } else if (attempt.is_lost()) {
    steps.push_back({Kind::broken, kServiceLine, kWireLine, "answer lost", Tone::lost});
    steps.push_back({Kind::note, kClientLine, kClientLine, attempt.client, Tone::lost});
  } else if (is_made_by_wire(attempt)) {
    steps.push_back({Kind::broken, kServiceLine, kWireLine, "answer lost", Tone::lost});
    steps.push_back({Kind::message, kWireLine, kClientLine, attempt.client, Tone::bad});
  } else {
    steps.push_back(
        {Kind::message, kServiceLine, kClientLine, attempt.client == "answered" ? "answer" : attempt.client, tone});
  }
}

void add_attempt(const LoggedAttempt& attempt, const LoggedCall& call, std::vector<SequenceStep>& steps) {
  const std::string request = attempt.number == 1 ? "request" : "retry " + std::to_string(attempt.number - 1);
  if (!attempt.service.empty()) {
    steps.push_back({Kind::message, kClientLine, kServiceLine, request, Tone::plain});
    steps.push_back({Kind::note, kServiceLine, kServiceLine, deed(attempt, call), tone_of(attempt.service)});
    add_answer(attempt, steps);
  } else if (attempt.client == "killed") {
    steps.push_back({Kind::note, kClientLine, kClientLine, attempt.client, Tone::lost});
  } else if (attempt.is_lost()) {
    steps.push_back({Kind::broken, kClientLine, kWireLine, request + " lost", Tone::lost});
    steps.push_back({Kind::note, kClientLine, kClientLine, attempt.client, Tone::lost});
  } else if (!attempt.fault.empty()) {
    steps.push_back({Kind::message, kClientLine, kWireLine, request, Tone::plain});
    steps.push_back({Kind::message, kWireLine, kClientLine, attempt.client, Tone::bad});
  } else {
    steps.push_back({Kind::note, kClientLine, kClientLine, "not sent: " + attempt.client, Tone::bad});
  }
}

}  // namespace

Sequence sequence_of(const std::vector<LoggedCall>& calls) {
  Sequence sequence{"Calls to the service and what became of them", {"client", "wire", "service"}, {}};
  std::size_t place = 0;
  for (const LoggedCall& call : calls) {
    sequence.steps.push_back({Kind::heading, kClientLine, kServiceLine, heading_of(call, ++place), Tone::plain});
    for (const LoggedAttempt& attempt : call.attempts) add_attempt(attempt, call, sequence.steps);
  }
  return sequence;
}

}  // namespace ec2mimic::cli
