#include "cli/call/logged_call.h"

#include <algorithm>
#include <array>
#include <optional>

namespace ec2mimic::cli {
namespace {

// The first six are what the service did; the log has them, and `mismatch` and `unknown`, as they are.
constexpr std::array<std::string_view, 10> kOutcomes{"created", "replayed", "deleted", "changed", "unchanged",
                                                     "read",    "mismatch", "unknown", "lost",    "failed"};
constexpr std::size_t kEffects = 6;
constexpr std::string_view kMismatch = "mismatch";
constexpr std::string_view kNotShown = "not shown";
constexpr int kRefusedByService = 254;

bool is_effect(std::string_view word) {
  const auto end = kOutcomes.begin() + kEffects;
  return std::find(kOutcomes.begin(), end, word) != end;
}

std::string text_of(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

int number_of(const Json& object, const char* name, int otherwise) {
  const auto found = object.find(name);
  return found != object.end() && found->is_number_integer() ? found->get<int>() : otherwise;
}

void add(std::vector<std::string>& words, std::string_view word) {
  if (std::find(words.begin(), words.end(), word) == words.end()) words.emplace_back(word);
}

void add_error(std::vector<std::string>& words, const std::string& code) {
  if (outcome_of_code(code) == kMismatch) return add(words, kMismatch);
  add(words, "failed");
  if (code != "failed") add(words, code);
}

std::vector<LoggedAttempt> attempts_in(const Json& line) {
  std::vector<LoggedAttempt> attempts;
  const auto listed = line.find("attempts");
  if (listed == line.end() || !listed->is_array()) return attempts;
  for (const Json& one : *listed) {
    if (!one.is_object()) continue;
    attempts.push_back(
        {number_of(one, "attempt", 1), text_of(one, "fault"), text_of(one, "outcome"), text_of(one, "client")});
  }
  return attempts;
}

// The attempt of a line that was written while no faults were set.
LoggedAttempt only_attempt(const Json& line, const LoggedCall& call) {
  const std::string outcome = text_of(line, "outcome");
  LoggedAttempt attempt;
  if (is_effect(outcome)) {
    attempt.service = outcome;
    attempt.client = "answered";
  } else {
    // The client itself refuses malformed requests, which never reach the service.
    if (call.exit == kRefusedByService || outcome == "unknown") attempt.service = outcome;
    const auto error = line.find("error");
    attempt.client = error != line.end() && error->is_object() ? text_of(*error, "code") : std::string();
    if (attempt.client.empty()) attempt.client = outcome;
  }
  return attempt;
}

LoggedCall call_in(const Json& line) {
  LoggedCall call{.time = text_of(line, "time"),
                  .operation = text_of(line, "operation"),
                  .region = text_of(line, "region"),
                  .token = text_of(line, "token"),
                  .exit = number_of(line, "exit", 0)};
  if (const auto error = line.find("error"); error != line.end() && error->is_object()) {
    call.error = text_of(*error, "message");
  }
  if (const auto ids = line.find("ids"); ids != line.end() && ids->is_array()) {
    for (const Json& id : *ids) {
      if (id.is_string()) call.ids.push_back(id.get<std::string>());
    }
  }
  call.attempts = attempts_in(line);
  if (call.attempts.empty()) call.attempts.push_back(only_attempt(line, call));
  // As with a full disk under standard output: the work was done, and nobody has seen the answer.
  LoggedAttempt& last = call.attempts.back();
  if (last.client == "answered" && last.service != "read" && !call.error.empty()) last.client = kNotShown;
  return call;
}

}  // namespace

bool LoggedAttempt::is_lost() const {
  return client == "connection closed" || client == "read timeout" || client == "killed" || client == kNotShown;
}

std::vector<std::string> LoggedAttempt::outcomes() const {
  std::vector<std::string> words;
  if (is_effect(service) || service == "unknown") {
    add(words, service);
  } else if (!service.empty()) {
    add_error(words, service);
  }
  if (is_lost()) {
    add(words, "lost");
  } else if (client == "done") {
    add(words, client);
  } else if (client != "answered" && client != "unknown" && !client.empty()) {
    add_error(words, client);
  }
  return words;
}

std::vector<std::string> LoggedCall::outcomes() const {
  constexpr std::array<std::string_view, 4> kChanges{"created", "deleted", "changed", "unknown"};
  std::vector<std::string> words;
  for (const LoggedAttempt& attempt : attempts) {
    const bool changes = std::find(kChanges.begin(), kChanges.end(), attempt.service) != kChanges.end();
    if (words.empty() && changes) words.push_back(attempt.service);
  }
  const bool has_changed = !words.empty();
  for (const std::string& word : attempts.back().outcomes()) {
    if (!has_changed || word != "replayed") add(words, word);
  }
  return words;
}

LoggedLine read_logged_line(std::string_view text) {
  const Json line = Json::parse(text.begin(), text.end(), nullptr, false);
  const auto is_there = [&](const char* name) { return line.find(name) != line.end(); };
  if (!line.is_object() || !is_there("operation") || text_of(line, "outcome").empty()) return DamagedLine{};
  if (text_of(line, "operation").empty()) return NoCall{};
  return call_in(line);
}

std::string_view outcome_of_code(std::string_view code) {
  return code == "IdempotentParameterMismatch" ? kMismatch : code;
}

std::span<const std::string_view> logged_outcomes() { return kOutcomes; }

Json document_of(const std::vector<LoggedCall>& calls) {
  Json rows = Json::array();
  const auto or_null = [](const std::string& text) { return text.empty() ? Json() : Json(text); };
  for (const LoggedCall& call : calls) {
    Json attempts = Json::array();
    for (const LoggedAttempt& attempt : call.attempts) {
      attempts.push_back({{"Attempt", attempt.number},
                          {"Fault", or_null(attempt.fault)},
                          {"Service", or_null(attempt.service)},
                          {"Client", or_null(attempt.client)},
                          {"Outcomes", attempt.outcomes()}});
    }
    rows.push_back({{"Time", call.time},
                    {"Operation", call.operation},
                    {"Region", call.region},
                    {"Token", or_null(call.token)},
                    {"Outcomes", call.outcomes()},
                    {"Error", or_null(call.error)},
                    {"Ids", call.ids},
                    {"Exit", call.exit},
                    {"Attempts", std::move(attempts)}});
  }
  return {{"Calls", std::move(rows)}};
}

}  // namespace ec2mimic::cli
