#include "cli/call/poll.h"

#include <algorithm>
#include <string>

#include "cli/errors/failure.h"
#include "cli/query/query.h"

namespace ec2mimic::cli {
namespace {

bool holds(const Acceptor& acceptor, const Json& document) try {
  const query::Result result = query::Expression(acceptor.argument).search(document);
  const Json& found = result.document();
  if (acceptor.matcher == Acceptor::Matcher::path) {
    // In the table of waiters, an empty text stands for `true`, the only value that is not a text.
    return acceptor.expected.empty() ? found == true : found == acceptor.expected;
  }
  if (!found.is_array()) return false;
  const auto is_expected = [&](const Json& element) { return element == acceptor.expected; };
  if (acceptor.matcher == Acceptor::Matcher::path_any) return std::any_of(found.begin(), found.end(), is_expected);
  // Nothing at all does not match, or waiting would end before the resource can be seen.
  return !found.empty() && std::all_of(found.begin(), found.end(), is_expected);
} catch (const query::EvaluationError&) {
  return false;  // the response lacks what the query needs
}

bool matches(const Acceptor& acceptor, const Polled& answer) {
  const auto* error = std::get_if<ApiError>(&answer);
  if (acceptor.matcher == Acceptor::Matcher::error) return error != nullptr && error->code == acceptor.expected;
  if (error != nullptr) return false;
  return acceptor.matcher == Acceptor::Matcher::status || holds(acceptor, std::get<Json>(answer));
}

// botocore's wording, with its misspelling of `expected` ("excepted").
std::string explanation(const Acceptor& acceptor) {
  const std::string expected(acceptor.expected.empty() ? "True" : acceptor.expected);
  const std::string path = "For expression \"" + std::string(acceptor.argument) + "\" ";
  switch (acceptor.matcher) {
    case Acceptor::Matcher::path:
      return path + "we matched expected path: \"" + expected + '"';
    case Acceptor::Matcher::path_all:
      return path + "all members matched excepted path: \"" + expected + '"';
    case Acceptor::Matcher::path_any:
      return path + "we matched expected path: \"" + expected + "\" at least once";
    case Acceptor::Matcher::status:
      return "Matched expected HTTP status code: 200";
    case Acceptor::Matcher::error:
      return "Matched expected service error code: " + expected;
  }
  return {};
}

Failure wait_failed(const Waiter& waiter, const std::string& reason) {
  return failures::general("Waiter " + std::string(waiter.name) + " failed: " + reason);
}

}  // namespace

void poll(const Waiter& waiter, const std::function<Polled()>& ask,
          const std::function<void(std::chrono::seconds)>& pass) {
  const Acceptor* last = nullptr;
  for (int attempt = 1; attempt <= waiter.max_attempts; ++attempt) {
    // The first attempt is made at once.
    if (attempt > 1) pass(std::chrono::seconds(waiter.delay));
    const Polled answer = ask();
    const auto found = std::find_if(waiter.acceptors.begin(), waiter.acceptors.end(),
                                    [&](const Acceptor& acceptor) { return matches(acceptor, answer); });
    if (found == waiter.acceptors.end()) {
      if (const auto* error = std::get_if<ApiError>(&answer)) {
        throw wait_failed(waiter, "An error occurred (" + error->code + "): " + error->message);
      }
      continue;
    }
    last = &*found;
    if (last->state == Acceptor::State::success) return;
    if (last->state == Acceptor::State::failure) {
      throw wait_failed(waiter, "Waiter encountered a terminal failure state: " + explanation(*last));
    }
  }
  throw wait_failed(
      waiter, "Max attempts exceeded" + (last == nullptr ? "" : ". Previously accepted state: " + explanation(*last)));
}

}  // namespace ec2mimic::cli
