#include "cli/voice.h"

#include "cli/python.h"
#include "cli/suggest.h"

namespace ec2mimic::cli {
namespace failures {

Failure bad_usage(std::string message) { return {Failure::Kind::usage, std::move(message), kBadUsage}; }

Failure refused(std::string message) { return {Failure::Kind::message, std::move(message), kBadUsage}; }

Failure general(std::string message) { return {Failure::Kind::message, std::move(message), kGeneralError}; }

Failure bad_parameter(std::string_view option, std::string_view message) {
  return refused("Error parsing parameter '" + std::string(option) + "': " + std::string(message));
}

Failure invalid_choice(std::string_view argument, std::string_view word, const std::vector<std::string_view>& choices) {
  constexpr std::size_t kColumn = 40;
  std::string text = "argument " + std::string(argument) + ": Invalid choice, valid choices are:\n";
  for (std::size_t i = 0; i < choices.size(); ++i) {
    text += i % 2 == 0 ? "\n" : " | ";
    text += choices[i];
    if (choices[i].size() < kColumn) text.append(kColumn - choices[i].size(), ' ');
  }
  const auto near = close_matches(word, choices);
  if (!near.empty()) {
    text += "\n\n\nInvalid choice: " + python::repr(word) + ", maybe you meant:\n";
    for (const std::string_view one : near) text += "\n  * " + std::string(one);
  }
  return bad_usage(std::move(text));
}

Failure bad_parameters(const std::vector<std::string>& faults) {
  std::string text = "Parameter validation failed:";
  for (const std::string& fault : faults) text += '\n' + fault;
  return refused(std::move(text));
}

Failure service_error(const ApiError& error, std::string_view operation) {
  // An empty message arrives in Python as None, and is printed as such.
  return {Failure::Kind::message,
          "An error occurred (" + error.code + ") when calling the " + std::string(operation) +
              " operation: " + (error.message.empty() ? "None" : error.message),
          kServiceRefused};
}

}  // namespace failures

std::string usage_text(std::string_view program) {
  const std::string name(program);
  return "usage: " + name + " [options] <command> <subcommand> [<subcommand> ...] [parameters]\n" +
         "To see help text, you can run:\n\n" +  //
         "  " + name + " help\n" +               //
         "  " + name + " <command> help\n" +     //
         "  " + name + " <command> <subcommand> help\n";
}

std::string voice(const Failure& failure, std::string_view program) {
  const std::string name(program);
  switch (failure.kind()) {
    case Failure::Kind::message:
      return '\n' + failure.message() + '\n';
    case Failure::Kind::usage:
      return '\n' + usage_text(program) + '\n' + name + ": error: " + failure.message() + "\n\n";
    case Failure::Kind::first_usage:
      return "\nusage: " + name + " [-h] [--profile PROFILE] [--debug]\n\n" + name + ": error: " + failure.message() +
             "\n\n";
    case Failure::Kind::unknown_options:
      return '\n' + usage_text(program) + '\n' + failure.message() + "\n\n";
  }
  return {};
}

}  // namespace ec2mimic::cli
