#include "cli/complete/line_so_far.h"

#include <algorithm>

#include "cli/args/typed.h"
#include "cli/builtin/commands.h"
#include "cli/data/waiters.h"
#include "cli/errors/failure.h"
#include "core/operation/registry.h"

namespace ec2mimic::cli {
namespace {

const GlobalOption* global_of(const OptionSpec* spec) {
  return spec == nullptr ? nullptr : &global_options()[static_cast<std::size_t>(spec - global_specs().data())];
}

}  // namespace

bool is_waiting(const LineSoFar& line, bool short_form) {
  const std::size_t place = !line.positionals.empty() && line.positionals.front() == kService ? 1 : 0;
  return line.positionals.size() > place && line.positionals[place] == kWait && (place == 1 || short_form);
}

void LineReader::take(std::string_view word) try {
  if (!line_.other) take(globals_.read(word));
} catch (const Failure&) {
  close();  // an ambiguous name: nothing is known about its value
}

void LineReader::take(const Word& word) {
  if (word.role == Word::Role::other) return take_other(word.argument);
  close();
  if (word.role == Word::Role::value) return keep(*word.option, word.argument.text);
  line_.used.push_back(word.option->name);
  if (word.argument.attached) return keep(*word.option, *word.argument.attached);
  line_.global = global_of(globals_.pending());
  line_.only_value = line_.global != nullptr;
}

// A word that belongs to no global option. What it is to the command, the command's own options decide.
void LineReader::take_other(const Argument& argument) {
  if (line_.global != nullptr) close();
  const bool is_named = line_.operation != nullptr || line_.builtin != nullptr;
  const Argument read = is_named ? command_.classify(argument.text) : argument;
  switch (read.kind) {
    case Argument::Kind::separator:
      if (runs_other()) begin_other();
      return;
    case Argument::Kind::option:
      return take_option(read);
    case Argument::Kind::unknown:
      close();
      return line_.used.push_back(read.text.substr(0, read.text.find('=')));
    case Argument::Kind::value:
      return take_value(read.text);
  }
}

void LineReader::take_option(const Argument& argument) {
  close();
  const std::string_view name = argument.option->name;
  line_.used.push_back(name);
  if (argument.attached || argument.option->arity == Arity::nothing) return;
  line_.only_value = true;
  if (line_.operation == nullptr) {
    line_.builtin_option = find_builtin_option(*line_.builtin, name);
    return;
  }
  line_.option = &*std::find_if(line_.options.begin(), line_.options.end(),
                                [name](const OperationOption& option) { return option.name == name; });
}

void LineReader::take_value(std::string_view word) {
  if (line_.builtin_option != nullptr) return close();
  if (line_.option != nullptr) {
    // A list continues until the next option.
    if (line_.option->arity != Arity::many) close();
    line_.only_value = false;
    return;
  }
  runs_other() ? begin_other() : take_positional(word);
}

void LineReader::take_positional(std::string_view word) {
  line_.positionals.push_back(word);
  if (line_.operation != nullptr) return;
  if (line_.builtin != nullptr) return take_after_builtin(word);
  const bool in_service = line_.positionals.front() == kService;
  if (is_waiting(line_, short_form_)) return take_waiter(word, in_service ? 3U : 2U);
  if (line_.positionals.size() != (in_service ? 2U : 1U)) return;
  if (in_service || short_form_) know(find_operation(word));
  if (!in_service) know(find_builtin_command(word));
}

// The name of a service other than EC2 is followed by that of one of its operations.
void LineReader::take_after_builtin(std::string_view word) {
  if (line_.builtin->service && line_.positionals.size() == 2) know(find_operation(word, *line_.builtin->service));
}

void LineReader::take_waiter(std::string_view word, std::size_t place) {
  if (line_.positionals.size() != place) return;
  if (const Waiter* waiter = find_waiter(word)) know(polled_by(*waiter));
}

void LineReader::know(const Operation* operation) {
  if (operation == nullptr) return;
  line_.operation = operation;
  line_.options = options_of(*operation);
  specs_ = specs_of(line_.options);
  command_ = ArgumentClassifier(specs_);
}

void LineReader::know(const BuiltinCommand* builtin) {
  if (builtin == nullptr) return;
  line_.builtin = builtin;
  specs_ = specs_of(*builtin);
  command_ = ArgumentClassifier(specs_);
}

void LineReader::keep(const OptionSpec& spec, std::string_view value) try {
  set(line_.globals, *global_of(&spec), value);
} catch (const Failure&) {
  // It is none of the option's choices. The call will say so; here it is as if it were not given.
}

void LineReader::begin_other() {
  close();
  line_.other = true;
}

void LineReader::close() {
  line_.option = nullptr;
  line_.global = nullptr;
  line_.builtin_option = nullptr;
  line_.only_value = false;
}

}  // namespace ec2mimic::cli
