#include "cli/complete/completer.h"

#include <algorithm>
#include <charconv>

#include "cli/args/builtin_commands.h"
#include "cli/args/command_line.h"
#include "cli/args/global_options.h"
#include "cli/complete/complete_ids.h"
#include "cli/data/waiters.h"
#include "cli/errors/failure.h"
#include "cli/output/stdout.h"
#include "cli/python/shell_words.h"
#include "core/net/region_table.h"
#include "core/operation/registry.h"

namespace ec2mimic::cli {
namespace {

// The part of a line before the word to complete.
class Line {
 public:
  void take(std::string_view word) {
    if (word.starts_with("--") && word.size() > 2) return take_name(word);
    if (wants_value_) return take_value(word);
    if (many_) return;
    if (!takes_command(word)) stray_ = true;
  }

  // The words that may come next, not filtered by how the word begins.
  std::vector<std::string> next(System& system, bool wants_option) const {
    if (wants_option) return stray_ || wants_value_ ? std::vector<std::string>() : option_names();
    if (wants_value_ || many_) return values(system);
    return stray_ ? std::vector<std::string>() : commands();
  }

 private:
  void take_name(std::string_view word) {
    const std::string_view name = word.substr(0, word.find('='));
    used_.emplace_back(name);
    wants_value_ = many_ = false;
    member_ = nullptr;
    Arity arity = Arity::nothing;
    for (const GlobalOption& option : global_options()) {
      if (option.name == name && !option.value.empty()) arity = Arity::one;
    }
    for (const OperationOption& option : options_) {
      if (option.name != name) continue;
      arity = option.arity;
      member_ = option.member;
    }
    if (word.size() > name.size()) return keep(name, word.substr(name.size() + 1));
    wants_value_ = arity != Arity::nothing;
    many_ = arity == Arity::many;
  }

  void take_value(std::string_view word) {
    wants_value_ = false;
    keep(used_.back(), word);
  }

  void keep(std::string_view name, std::string_view value) {
    if (name == "--region") globals_.region = value;
    if (name == "--state") globals_.state = value;
  }

  bool takes_command(std::string_view word) {
    if (operation_ != nullptr) return false;
    if (!in_service_) return in_service_ = word == "ec2";
    if (!waits_ && word == kWait) return waits_ = true;
    const Waiter* waiter = waits_ ? find_waiter(word) : nullptr;
    operation_ = waits_ ? (waiter != nullptr ? polled_by(*waiter) : nullptr) : find_operation(word);
    if (operation_ != nullptr) options_ = options_of(*operation_);
    return operation_ != nullptr;
  }

  [[nodiscard]] std::vector<std::string> commands() const {
    std::vector<std::string> names;
    if (operation_ != nullptr) return names;
    if (waits_) {
      for (const Waiter* waiter : waiters()) names.push_back(kebab_case(waiter->name));
    } else if (in_service_) {
      for (const Operation* operation : operations()) names.push_back(kebab_case(operation->name));
      names.emplace_back(kWait);
    } else {
      for (const BuiltinCommand& command : builtin_commands()) names.emplace_back(command.name);
      names.emplace_back("ec2");
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  [[nodiscard]] std::vector<std::string> option_names() const {
    std::vector<std::string> names;
    const auto offer = [&](std::string_view name) {
      if (!name.empty() && std::find(used_.begin(), used_.end(), name) == used_.end()) names.emplace_back(name);
    };
    for (const OperationOption& option : options_) {
      offer(option.name);
      offer(option.opposite);
    }
    for (const GlobalOption& option : global_options()) {
      // The real aws_completer does not know our own options.
      if (option.kind != GlobalOption::Kind::ours) offer(option.name);
    }
    return names;
  }

  [[nodiscard]] std::vector<std::string> values(System& system) const {
    std::vector<std::string> found;
    if (used_.back() == "--region") {
      for (const std::string_view name : region_names()) found.emplace_back(name);
    } else if (member_ != nullptr && !member_->traits.refers.empty()) {
      for (Candidate& id : ids_of_type(system, globals_, member_->traits.refers)) found.push_back(std::move(id.text));
    }
    return found;
  }

  bool in_service_ = false, waits_ = false;
  bool stray_ = false;        // a word that fits nowhere was seen, so nothing is offered
  bool wants_value_ = false;  // the last option needs a value
  bool many_ = false;         // and accepts more
  const Operation* operation_ = nullptr;
  std::vector<OperationOption> options_{};
  const model::Member* member_ = nullptr;  // of the last option
  std::vector<std::string> used_{};        // names of options on the line
  GlobalOptions globals_{};
};

}  // namespace

std::vector<std::string> completions(System& system, std::string_view line) {
  ShellWords split = shell_words(line);
  if (!split.open) split.words.emplace_back();
  if (split.words.size() < 2) return {};
  const std::string& word = split.words.back();
  Line before;
  for (std::size_t i = 1; i + 1 < split.words.size(); ++i) before.take(split.words[i]);
  std::vector<std::string> found = before.next(system, word.starts_with('-'));
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
