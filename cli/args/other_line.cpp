#include "cli/args/other_line.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "cli/args/argparse.h"
#include "cli/args/global_options.h"

namespace ec2mimic::cli {
namespace {

// Returns nothing for an ambiguous abbreviation, which is reported when the whole line is parsed.
std::optional<Word> read_word(WordReader& reader, std::string_view text) try {
  return reader.read(text);
} catch (const Failure&) {
  return std::nullopt;
}

// `words` must contain the name of the command, which decides which options are known besides the global ones.
SplitLine split_at_other(std::span<const std::string_view> words, const BuiltinCommand& command) {
  std::vector<OptionSpec> specs(global_specs().begin(), global_specs().end());
  for (const BuiltinOption& option : command.options) {
    if (find_global(option.name) != nullptr) continue;
    specs.push_back({option.name, option.takes_value() ? Arity::one : Arity::nothing});
  }
  const SplitLine whole{words, {}, false};
  WordReader reader(specs);
  bool named = false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    // No further than needed: words of the other program may look like faulty options of ours.
    const auto word = read_word(reader, words[at]);
    if (!word || word->role != Word::Role::other) continue;
    const Argument::Kind kind = word->argument.kind;
    if (kind == Argument::Kind::separator) {
      return named ? SplitLine{words.first(at), words.subspan(at + 1), true} : whole;
    }
    if (kind != Argument::Kind::value) continue;
    if (named) return {words.first(at), words.subspan(at), true};
    if (words[at] != command.name) return whole;
    named = true;
  }
  return {words, {}, named};
}

}  // namespace

bool runs_other(BuiltinCommands commands, std::string_view command) {
  const BuiltinCommand* found = find_builtin_command(commands, command);
  return found != nullptr && found->runs_other;
}

SplitLine split_line(BuiltinCommands commands, std::span<const std::string_view> words) {
  for (const BuiltinCommand* command : commands) {
    if (!command->runs_other || std::find(words.begin(), words.end(), command->name) == words.end()) continue;
    const SplitLine split = split_at_other(words, *command);
    const bool asks = split.other.size() == 1 && split.other.front() == "help" && split.ours.size() + 1 == words.size();
    if (split.runs_other && !asks) return split;
  }
  return {words, {}, false};
}

}  // namespace ec2mimic::cli
