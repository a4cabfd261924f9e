#include "cli/errors/failure.h"

#include "cli/python/suggest.h"
#include "cli/python/text.h"

namespace ec2mimic::cli {
namespace {

std::string list_of(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view word : words) text += "\n  * " + std::string(word);
  return text;
}

std::string two_columns(const std::vector<std::string_view>& choices) {
  constexpr std::size_t kColumn = 40;
  std::string text;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    // As in the AWS CLI, every choice is padded, the last one of a line too.
    text += i % 2 == 0 ? "\n" : " | ";
    text += choices[i];
    if (choices[i].size() < kColumn) text.append(kColumn - choices[i].size(), ' ');
  }
  return text;
}

}  // namespace

std::string_view Failure::aws_code() const {
  if (!code_.empty()) return code_;
  return exit_ == kBadUsage && kind_ != Kind::unknown_options ? "ParamValidation" : "";
}

namespace failures {

Failure bad_usage(std::string message) { return {Failure::Kind::usage, std::move(message), kBadUsage}; }

Failure refused(std::string message) { return {Failure::Kind::message, std::move(message), kBadUsage}; }

Failure general(std::string message) { return {Failure::Kind::message, std::move(message), kGeneralError}; }

Failure bad_parameter(std::string_view option, std::string_view message) {
  return refused("Error parsing parameter '" + std::string(option) + "': " + std::string(message));
}

Failure unknown_options(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "Unknown options: " : ", ") + word;
  return {Failure::Kind::unknown_options, std::move(text), kBadUsage};
}

Failure unknown_words(std::span<const std::string_view> words) {
  std::string text;
  for (const std::string_view word : words) text += (text.empty() ? "Unknown options: " : ",") + std::string(word);
  return refused(std::move(text));
}

Failure invalid_choice(std::string_view argument, std::string_view word, const std::vector<std::string_view>& choices) {
  return invalid_choice(argument, word, choices, choices);
}

Failure invalid_choice(std::string_view argument, std::string_view word, const std::vector<std::string_view>& choices,
                       const std::vector<std::string_view>& near) {
  const auto suggestions = close_matches(word, near);
  const std::string start = "argument " + std::string(argument) + ": ";
  std::string v2_30 = start + "Invalid choice, valid choices are:\n" + two_columns(choices);
  std::string current = start + "Found invalid choice " + python::repr(word) + '\n';
  if (!suggestions.empty()) {
    v2_30 += "\n\n\nInvalid choice: " + python::repr(word) + ", maybe you meant:\n" + list_of(suggestions);
    current += "\nMaybe you meant:\n" + list_of(suggestions);
  }
  return bad_usage(std::move(v2_30)).current_wording(std::move(current));
}

Failure not_mimicked(std::string_view argument, std::string_view word, const std::vector<std::string_view>& choices,
                     std::string_view command) {
  // No suggestions: the word is not misspelt.
  return invalid_choice(argument, word, choices, {})
      .hinted("ec2mimic does not mimic `aws " + std::string(command) + "`.");
}

Failure bad_parameters(const std::vector<std::string>& faults) {
  std::string text = "Parameter validation failed:";
  for (const std::string& fault : faults) text += '\n' + fault;
  return refused(std::move(text));
}

Failure service_error(const ApiError& error, std::string_view operation, std::optional<int> all_retries) {
  std::string text = "An error occurred (" + error.code + ") when calling the " + std::string(operation) + " operation";
  if (all_retries) text += " (reached max retries: " + std::to_string(*all_retries) + ')';
  // An empty message becomes None in Python, and is printed like that.
  text += ": " + (error.message.empty() ? "None" : error.message);
  return Failure(Failure::Kind::message, std::move(text), kServiceRefused).answered(error).coded(error.code);
}

}  // namespace failures
}  // namespace ec2mimic::cli
