#include "cli/overview.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/command_line.h"
#include "cli/own/own.h"
#include "cli/voice.h"
#include "core/registry.h"

namespace ec2mimic::cli {
namespace {

// Names and what they stand for, in two columns.
using Entries = std::vector<std::pair<std::string, std::string_view>>;

std::string table(const Entries& entries) {
  std::size_t widest = 0;
  for (const auto& [name, says] : entries) widest = std::max(widest, name.size());
  std::string text;
  for (const auto& [name, says] : entries) {
    text += "  " + name;
    if (!says.empty()) text.append(widest + 2 - name.size(), ' ') += says;
    text += '\n';
  }
  return text;
}

std::string operations_table() {
  Entries entries;
  for (const Operation* operation : operations()) entries.emplace_back(kebab_case(operation->name), operation->summary);
  return table(entries);
}

std::string placeholder(const OperationOption& option) {
  switch (option.takes) {
    case Takes::nothing:
      return option.opposite.empty() ? option.name : option.name + " | " + option.opposite;
    case Takes::many:
      return option.name + " <value> ...";
    case Takes::one:
    case Takes::maybe_one:
      break;
  }
  return option.name + " <value>";
}

std::string_view client_option(std::string_view name) {
  if (name == "--starting-token") return "Goes on where --max-items stopped: the NextToken of that answer.";
  if (name == "--page-size") return "How many to ask for at a time.";
  if (name == "--max-items") return "How many to show at most.";
  if (name == "--cli-input-json") return "The request as JSON; options win.";
  if (name == "--cli-input-yaml") return "Not supported.";
  return {};
}

}  // namespace

std::string overview(std::string_view program) {
  Entries own;
  for (const OwnCommand& command : own_commands()) own.emplace_back(command.name, command.summary);
  return usage_text(program) + "\nOperations, with or without the word ec2 before them:\n\n" + operations_table() +
         "\nOther commands:\n\n" + table(own);
}

std::string service_overview(std::string_view program) {
  return usage_text(program) + "\nOperations:\n\n" + operations_table();
}

std::string operation_overview(const Operation& operation, std::string_view program) {
  Entries required, others;
  for (const OperationOption& option : options_of(operation)) {
    const std::string_view says = option.member != nullptr ? option.member->doc : client_option(option.name);
    (option.required ? required : others).emplace_back(placeholder(option), says);
  }
  std::string text = "usage: " + std::string(program) + " ec2 " + kebab_case(operation.name) + " [options]\n\n" +
                     std::string(operation.summary) + ".\n";
  if (!required.empty()) text += "\nRequired:\n\n" + table(required);
  return text + "\nOptions:\n\n" + table(others);
}

}  // namespace ec2mimic::cli
