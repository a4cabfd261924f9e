#include "cli/complete/completer.h"

#include <algorithm>
#include <charconv>

#include "cli/args/command_line.h"
#include "cli/args/global_options.h"
#include "cli/args/typed.h"
#include "cli/builtin/commands.h"
#include "cli/complete/complete_ids.h"
#include "cli/complete/line_so_far.h"
#include "cli/data/waiters.h"
#include "cli/errors/failure.h"
#include "cli/output/stdout.h"
#include "cli/python/shell_words.h"
#include "core/net/region_table.h"
#include "core/operation/registry.h"

namespace ec2mimic::cli {
namespace {

// How many positional words of the line are known: `ec2`, `wait`, and the name of an operation or waiter.
std::size_t known_words(const LineSoFar& line) {
  if (line.positionals.empty() || line.positionals.front() != kService) return 0;
  const std::size_t before_name = is_waiting(line, false) ? 2 : 1;
  return before_name + (line.operation != nullptr ? 1 : 0);
}

std::vector<std::string> commands(const LineSoFar& line) {
  std::vector<std::string> names;
  if (line.operation != nullptr) return names;
  if (is_waiting(line, false)) {
    for (const Waiter* waiter : waiters()) names.push_back(kebab_case(waiter->name));
  } else if (!line.positionals.empty()) {
    names = commands_of();
    names.emplace_back(kWait);
  } else {
    for (const BuiltinCommand* command : builtin_commands()) names.emplace_back(command->name);
    names.emplace_back(kService);
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> option_names(const LineSoFar& line) {
  std::vector<std::string> names;
  const auto offer = [&](std::string_view name) {
    const bool is_used = std::find(line.used.begin(), line.used.end(), name) != line.used.end();
    if (!name.empty() && !is_used) names.emplace_back(name);
  };
  // The AWS CLI renames an opposite such as --no-egress to --ingress by adding it again, after all other members.
  std::vector<std::string_view> renamed;
  const auto offer_renamed = [&] {
    for (const std::string_view name : renamed) offer(name);
    renamed.clear();
  };
  for (const OperationOption& option : line.options) {
    if (option.member == nullptr) offer_renamed();
    offer(option.name);
    const bool is_renamed = option.member != nullptr && !option.member->traits.opposite.empty();
    if (is_renamed) {
      renamed.emplace_back(option.opposite);
    } else {
      offer(option.opposite);
    }
  }
  offer_renamed();
  for (const GlobalOption& option : global_options()) {
    // The real aws_completer does not know our own options.
    if (option.kind != GlobalOption::Kind::ours) offer(option.name);
  }
  return names;
}

std::vector<std::string> values(System& system, const LineSoFar& line) {
  std::vector<std::string> found;
  const model::Member* member = line.option == nullptr ? nullptr : line.option->member;
  if (line.global != nullptr && line.global->text == &GlobalOptions::region) {
    for (const std::string_view name : region_names()) found.emplace_back(name);
  } else if (member != nullptr && !member->traits.refers.empty()) {
    for (Candidate& id : ids_of_type(system, line.globals, member->traits.refers)) found.push_back(std::move(id.text));
  }
  return found;
}

// The words that may come next, not filtered by how the word begins.
std::vector<std::string> next(System& system, const LineSoFar& line, bool wants_option) {
  const bool fits = line.positionals.size() == known_words(line);
  if (wants_option) return fits && !line.only_value ? option_names(line) : std::vector<std::string>();
  if (line.only_value || line.option != nullptr) return values(system, line);
  return fits ? commands(line) : std::vector<std::string>();
}

}  // namespace

std::vector<std::string> completions(System& system, std::string_view line) {
  ShellWords split = shell_words(line);
  if (!split.open) split.words.emplace_back();
  if (split.words.size() < 2) return {};
  const std::string& word = split.words.back();
  LineReader before(/*short_form=*/false);
  for (std::size_t i = 1; i + 1 < split.words.size(); ++i) before.take(split.words[i]);
  std::vector<std::string> found = next(system, before.line(), word.starts_with('-'));
  std::erase_if(found, [&](const std::string& one) { return !one.starts_with(word); });
  return found;
}

int run_completer(System& system) {
  std::string_view line = system.environment.variable("COMP_LINE").value_or("");
  std::size_t point = line.size();
  const std::string_view place = system.environment.variable("COMP_POINT").value_or("");
  std::from_chars(place.data(), place.data() + place.size(), point);
  std::string text;
  for (const std::string& one : completions(system, line.substr(0, point))) text += one + '\n';
  // aws_completer prints an empty line, too, when it has nothing to offer.
  print(system, text.empty() ? "\n" : text);
  return kSuccess;
}

}  // namespace ec2mimic::cli
