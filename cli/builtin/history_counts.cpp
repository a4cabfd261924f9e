#include "cli/builtin/history_counts.h"

#include <algorithm>
#include <set>

#include "cli/call/wire.h"
#include "cli/errors/failure.h"
#include "cli/python/suggest.h"
#include "core/operation/registry.h"
#include "core/text/split.h"
#include "core/text/trimmed.h"
#include "core/text/whole_number.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kAssert = "--assert";

// All that a call can fail with: what operations answer, what the wire makes of them, and what the client finds itself.
std::set<std::string_view> error_codes() {
  std::set<std::string_view> codes(kCommonErrors.begin(), kCommonErrors.end());
  codes.insert(wire_errors().begin(), wire_errors().end());
  codes.insert(kClientErrors.begin(), kClientErrors.end());
  for (const Service service : {Service::ec2, Service::sts}) {
    for (const Operation* operation : operations(service)) {
      const auto own = errors_of(*operation);
      codes.insert(own.begin(), own.end());
    }
  }
  return codes;
}

std::string in_quotes(std::string_view word) { return '\'' + std::string(word) + '\''; }

std::string line_of(const Claim& claim, const std::vector<LoggedCall>* found) {
  std::string line = claim.operation;
  for (const auto& [counted, expected] : claim.counts) {
    const std::uint64_t count = found == nullptr ? expected : count_of(counted, *found, claim.operation);
    line += (line.empty() ? "" : " ") + counted + '=' + std::to_string(count);
  }
  return line;
}

Claim read_claim(std::string_view text) {
  Claim claim;
  bool is_first = true;
  for (const std::string_view word : split(text, ' ')) {
    if (word.empty()) continue;
    const std::size_t sign = word.find('=');
    if (sign == std::string_view::npos && is_first) {
      const Operation* operation = find_operation_called(word);
      if (operation == nullptr) {
        throw failures::bad_parameter(kAssert, in_quotes(word) + " is not an operation of ec2mimic.");
      }
      claim.operation = operation->name;
    } else {
      const auto count = sign == std::string_view::npos ? std::nullopt : whole_number(word.substr(sign + 1));
      if (!count) {
        throw failures::bad_parameter(kAssert,
                                      in_quotes(word) + " is not an outcome and its number, such as created=1.");
      }
      check_counted(word.substr(0, sign), kAssert);
      claim.counts.emplace_back(word.substr(0, sign), *count);
    }
    is_first = false;
  }
  if (claim.counts.empty()) {
    throw failures::bad_parameter(kAssert,
                                  in_quotes(trimmed(text)) + " claims nothing. Add a number, such as created=1.");
  }
  return claim;
}

}  // namespace

void check_counted(std::string_view word, std::string_view option) {
  std::vector<std::string_view> known{"calls", "attempts"};
  known.insert(known.end(), logged_outcomes().begin(), logged_outcomes().end());
  std::string words;
  for (const std::string_view one : known) words += (words.empty() ? "" : ", ") + std::string(one);
  const std::set<std::string_view> codes = error_codes();
  known.insert(known.end(), codes.begin(), codes.end());
  if (std::find(known.begin(), known.end(), word) != known.end()) return;
  if (find_operation_called(word) != nullptr) {
    throw failures::bad_parameter(option, in_quotes(word) + " is an operation, and what is counted is an outcome: " +
                                              "--assert '" + std::string(word) + " created=1'.");
  }
  throw failures::bad_parameter(
      option, in_quotes(word) + " is not one of " + words + ", nor the code of an error." + did_you_mean(word, known));
}

std::uint64_t count_of(std::string_view counted, const std::vector<LoggedCall>& calls, std::string_view operation) {
  counted = outcome_of_code(counted);
  std::uint64_t count = 0;
  for (const LoggedCall& call : calls) {
    if (!operation.empty() && call.operation != operation) continue;
    if (counted == "calls") ++count;
    for (const LoggedAttempt& attempt : call.attempts) {
      const auto outcomes = attempt.outcomes();
      const bool has = counted == "attempts" || std::find(outcomes.begin(), outcomes.end(), counted) != outcomes.end();
      if (has) ++count;
    }
  }
  return count;
}

std::vector<Claim> read_claims(std::string_view text) {
  std::vector<Claim> claims;
  for (const std::string_view one : split(text, ',')) claims.push_back(read_claim(one));
  return claims;
}

std::string difference(const std::vector<Claim>& claims, const std::vector<LoggedCall>& calls) {
  std::string text;
  for (const Claim& claim : claims) {
    const std::string expected = line_of(claim, nullptr), found = line_of(claim, &calls);
    if (expected != found) text += '-' + expected + "\n+" + found + '\n';
  }
  return text.empty() ? text : "--- expected\n+++ found\n" + text;
}

}  // namespace ec2mimic::cli
