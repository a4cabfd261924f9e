#include "cli/args/builtin_command.h"

#include <algorithm>

#include "cli/data/built_in_seeds.h"

namespace ec2mimic::cli {
namespace {

std::string usage_of(const BuiltinOption& option) {
  return '[' + std::string(option.name) + (option.takes_value() ? ' ' + shown(option.value) : "") + ']';
}

void append(std::string& text, const std::string& word) { text += (text.empty() ? "" : " ") + word; }

// Options follow the operands, except in a command without subcommands.
std::string usage_of(const BuiltinCommand& command, const BuiltinForm& form) {
  std::string options;
  for (const BuiltinOption& option : form.options) append(options, usage_of(option));
  std::string text(form.subcommand);
  if (form.subcommand.empty()) text = options;
  if (command.runs_other) append(text, "[--]");
  for (const BuiltinOperand& operand : form.operands) {
    const std::string one = shown(operand.value) + (operand.repeats ? " ..." : "");
    append(text, operand.called.empty() ? '[' + one + ']' : one);
  }
  if (!form.subcommand.empty() && !options.empty()) append(text, options);
  return text;
}

}  // namespace

const BuiltinCommand* find_builtin_command(BuiltinCommands commands, std::string_view name) {
  const auto found =
      std::find_if(commands.begin(), commands.end(), [&](const BuiltinCommand* one) { return one->name == name; });
  return found == commands.end() ? nullptr : *found;
}

const BuiltinOption* find_builtin_option(const BuiltinCommand& command, std::string_view name) {
  const auto found =
      std::find_if(command.options.begin(), command.options.end(), [&](const auto& one) { return one.name == name; });
  return found == command.options.end() ? nullptr : &*found;
}

std::string shown(const BuiltinValue& value) {
  std::string text(value.placeholder);
  const auto add = [&](std::string_view word) { text += (text.empty() ? "" : "|") + std::string(word); };
  for (const std::string_view word : value.words) add(word);
  if (value.completes == Completes::seed) {
    for (const EmbeddedText& seed : built_in_seeds()) add(seed.name);
  }
  return text;
}

std::string usage_of(const BuiltinCommand& command) {
  std::string text;
  bool may_be_bare = false;
  for (const BuiltinForm& form : command.forms) {
    const std::string usage = usage_of(command, form);
    may_be_bare = may_be_bare || usage.empty();
    text += (text.empty() || usage.empty() ? "" : " | ") + usage;
  }
  return may_be_bare && !text.empty() ? '[' + text + ']' : text;
}

Expected expected_by(const BuiltinCommand& command, std::span<const std::string_view> words) {
  Expected found;
  for (const BuiltinForm& form : command.forms) {
    const bool has_subcommand = !form.subcommand.empty();
    if (has_subcommand && words.empty()) found.subcommands.push_back(form.subcommand);
    if (has_subcommand && (words.empty() || words.front() != form.subcommand)) continue;
    const std::size_t place = words.size() - (has_subcommand ? 1 : 0);
    const bool is_full = place >= form.operands.size();
    // Options may come first only where the synopsis shows them first.
    if (!has_subcommand || is_full) {
      for (const BuiltinOption& option : form.options) found.options.push_back(&option);
    }
    if (!is_full) {
      found.operands.push_back(&form.operands[place]);
    } else if (!form.operands.empty() && form.operands.back().repeats) {
      found.operands.push_back(&form.operands.back());
    }
  }
  return found;
}

}  // namespace ec2mimic::cli
