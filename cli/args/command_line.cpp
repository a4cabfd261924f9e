// The only file that includes CLI11: each inclusion adds globals, which cost start-up time.
#include "cli/args/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "cli/args/builtin_command.h"
#include "cli/args/client_options.h"
#include "cli/errors/failure.h"
#include "core/operation/registry.h"

namespace ec2mimic::cli {
namespace {

// Prefixed to every value given to CLI11, so that it takes none for an option name, a list or a separator.
constexpr char kShield = '=';
constexpr std::string_view kSeparator = "--";

// The classified words of a line, and whether required options may be missing.
struct ClassifiedLine {
  std::vector<Argument> words{};
  bool lifts_requirements = false;
};

ClassifiedLine classify(const std::vector<OptionSpec>& specs, std::span<const std::string_view> words) {
  ClassifiedLine line;
  line.words.reserve(words.size());
  ArgumentClassifier classifier(specs);
  bool is_skeleton = false;
  for (const std::string_view word : words) {
    line.words.push_back(classifier.classify(word));
    // The AWS CLI looks for these exact words before it parses the line, so an abbreviation or `--cli-input-json=...`
    // does not count.
    const bool is_input = word == "--cli-input-json" || word == "--cli-input-yaml";
    if (is_input || (is_skeleton && word != "output")) line.lifts_requirements = true;
    is_skeleton = word == "--generate-cli-skeleton";
  }
  if (is_skeleton) line.lifts_requirements = true;
  return line;
}

// Prepares the words for CLI11: names in full, values shielded, and a separator after each option with a variable
// number of values, because in `--vpc-ids=a b` the second word is not a value of the option. The first stray value
// stays unshielded if it is a subcommand of `command`, which is null for an operation.
std::vector<std::string> prepare(const std::vector<Argument>& read, const BuiltinCommand* command) {
  std::vector<std::string> prepared;
  prepared.reserve(2 * read.size());
  const auto shielded = [](std::string_view value) { return kShield + std::string(value); };
  const auto forms = command == nullptr ? std::span<const BuiltinForm>() : command->forms;
  const bool keeps_separators = command == nullptr || !command->is_of_aws;
  const auto is_subcommand = [&](std::string_view value) {
    return std::any_of(forms.begin(), forms.end(), [&](const BuiltinForm& form) { return form.subcommand == value; });
  };
  bool stray = false;   // a value that belongs to no option was seen
  bool beside = false;  // and it was the previous word
  for (std::size_t at = 0; at < read.size();) {
    const Argument& word = read[at];
    const bool after_stray = std::exchange(beside, false);
    if (word.kind == Argument::Kind::option) {
      const Arity arity = word.option->arity;
      prepared.emplace_back(word.option->name);
      for (const std::string_view value : take_option(read, at)) prepared.push_back(shielded(value));
      if (arity == Arity::many || arity == Arity::optional_one) prepared.emplace_back(kSeparator);
      continue;
    }
    ++at;
    if (word.kind == Argument::Kind::unknown) {
      // CLI11 takes some of them, such as `---` and `-!`, for operands, so it gets none where there are operands.
      if (forms.empty()) prepared.emplace_back(word.text);
    } else if (word.kind == Argument::Kind::value) {
      const bool is_plain = !stray && !word.text.empty() && is_subcommand(word.text);
      prepared.push_back(is_plain ? std::string(word.text) : shielded(word.text));
      beside = !std::exchange(stray, true);
    } else if (stray && !after_stray && keeps_separators) {
      // argparse drops a separator next to the first stray value, and keeps any other. The AWS CLI's own commands are
      // parsed once more, which drops those as well.
      prepared.push_back(shielded(word.text));
    }
  }
  return prepared;
}

CLI::Option* add(CLI::App& app, const OperationOption& option) {
  if (!option.opposite.empty()) return app.add_flag(option.name + ",!" + option.opposite)->take_all();
  if (option.arity == Arity::nothing) return app.add_flag(option.name)->take_all();
  CLI::Option* added = app.add_option(option.name)->take_all();
  if (option.arity == Arity::one) return added;
  // Separates the values of one occurrence of the option from the next with an empty result.
  added->expected(0, CLI::detail::expected_max_vector_size)->allow_extra_args();
  added->inject_separator();
  return added;
}

OptionValue values_given(const OperationOption& option, const CLI::Option& parsed) {
  OptionValue one{option.name, option.member, true, {}};
  const std::vector<std::string>& results = parsed.results();
  if (option.arity == Arity::nothing) {
    // CLI11 reports the negated name of a flag as the value `false`.
    one.yes = results.back() != "false" && !option.says_no;
    return one;
  }
  auto from = option.arity == Arity::one ? results.end() - 1 : std::find(results.rbegin(), results.rend(), "").base();
  for (; from != results.end(); ++from) {
    // For a list without values CLI11 adds a value of its own, which has no shield.
    if (!from->empty() && from->front() == kShield) one.values.push_back(from->substr(1));
  }
  return one;
}

// A word that belongs to no option.
struct Leftover {
  std::string text;
  bool value;  // false: the name of an unknown option
};

std::vector<Leftover> leftovers(const CLI::App& app) {
  std::vector<Leftover> rest;
  for (std::string& word : app.remaining()) {
    if (word == kSeparator) continue;
    const bool value = word.front() == kShield;
    rest.push_back({value ? word.substr(1) : std::move(word), value});
  }
  return rest;
}

void check_choice(const OperationOption& option, const OptionValue& given) {
  if (option.choices.empty() || given.values.empty()) return;
  const std::string& value = given.values.front();
  if (std::find(option.choices.begin(), option.choices.end(), value) != option.choices.end()) return;
  throw failures::invalid_choice(option.name, value, {option.choices.begin(), option.choices.end()});
}

struct ParsedWords {
  std::vector<OptionValue> given{};
  std::vector<Leftover> rest{};
  bool unknown_comes_first = false;  // an unknown option, before any word: that word may be its value
};

// A CLI11 app with the options of a line. Subcommands and operands may be added to it.
class OptionParser {
 public:
  explicit OptionParser(std::vector<OperationOption> options) : options_(std::move(options)) {
    app_.set_help_flag();
    app_.allow_extras();
    for (const OperationOption& option : options_) added_.push_back(add(app_, option));
  }

  [[nodiscard]] CLI::App& app() { return app_; }

  ParsedWords read(std::span<const std::string_view> words, const BuiltinCommand* command = nullptr) {
    const std::vector<OptionSpec> specs = specs_of(options_);
    const ClassifiedLine line = classify(specs, words);
    std::vector<std::string> prepared = prepare(line.words, command);
    std::reverse(prepared.begin(), prepared.end());  // CLI11 consumes the vector from its end
    try {
      app_.parse(std::move(prepared));
    } catch (const CLI::Error& error) {
      throw failures::bad_usage(error.what());
    }
    ParsedWords parsed{given(line.lifts_requirements), leftovers(app_)};
    const auto first = std::find_if(line.words.begin(), line.words.end(), [](const Argument& word) {
      return word.kind == Argument::Kind::unknown || word.kind == Argument::Kind::value;
    });
    parsed.unknown_comes_first = first != line.words.end() && first->kind == Argument::Kind::unknown;
    for (const Argument& word : line.words) {
      const bool was_held_back = command != nullptr && word.kind == Argument::Kind::unknown;
      if (was_held_back) parsed.rest.push_back({std::string(word.text), false});
    }
    return parsed;
  }

 private:
  [[nodiscard]] std::vector<OptionValue> given(bool lifts_requirements) const {
    std::vector<OptionValue> all;
    std::string missing;
    for (std::size_t i = 0; i < options_.size(); ++i) {
      if (added_[i]->count() > 0) {
        all.push_back(values_given(options_[i], *added_[i]));
        check_choice(options_[i], all.back());
      } else if (options_[i].required && !lifts_requirements) {
        missing += (missing.empty() ? "" : ", ") + options_[i].name;
      }
    }
    if (!missing.empty()) throw failures::bad_usage("the following arguments are required: " + missing);
    return all;
  }

  std::vector<OperationOption> options_;
  CLI::App app_{};
  std::vector<CLI::Option*> added_{};
};

// True for the operations that add rules to security groups or remove them.
bool takes_rule_options(const Operation& operation) {
  return operation.name.starts_with("AuthorizeSecurityGroup") || operation.name.starts_with("RevokeSecurityGroup");
}

}  // namespace

bool is_attribute_boolean(const model::Shape& shape) {
  return shape.kind == model::Kind::structure && shape.members.size() == 1 && shape.members.front().name == "Value" &&
         shape.members.front().shape->kind == model::Kind::boolean;
}

std::vector<OperationOption> options_of(const Operation& operation) {
  std::vector<OperationOption> options;
  options.reserve(operation.request->members.size() + client_options().size());
  for (const model::Member& member : operation.request->members) {
    const std::string name = kebab_case(member.name);
    const model::Kind kind = member.shape->kind;
    OperationOption option{"--" + name, {}, &member, member.doc};
    if (kind == model::Kind::boolean) {
      option.opposite = "--" + (member.traits.opposite.empty() ? "no-" + name : std::string(member.traits.opposite));
      option.arity = Arity::nothing;
      options.push_back(std::move(option));
      continue;
    }
    const bool is_switch = is_attribute_boolean(*member.shape);
    option.arity = is_switch ? Arity::optional_one : kind == model::Kind::list ? Arity::many : Arity::one;
    option.required = member.traits.required;
    options.push_back(std::move(option));
    if (!is_switch) continue;
    OperationOption no{"--no-" + name, {}, &member, member.doc, Arity::nothing};
    no.says_no = true;
    options.push_back(std::move(no));
  }
  for (const ClientOption& option : client_options()) {
    if (!option.of_pages.empty() && !has_pages(operation)) continue;
    if (option.of_rule && !takes_rule_options(operation)) continue;
    options.push_back(
        {std::string(option.name), {}, nullptr, option.doc, option.arity, false, option.choices, option.is_number});
    options.back().completes = option.completes;
  }
  return options;
}

std::vector<OptionSpec> specs_of(const std::vector<OperationOption>& options) {
  std::vector<OptionSpec> specs;
  specs.reserve(2 * options.size());
  for (const OperationOption& option : options) {
    specs.push_back({option.name, option.arity});
    specs.back().is_number = option.is_number;
    if (!option.opposite.empty()) specs.push_back({option.opposite, Arity::nothing});
  }
  return specs;
}

const OptionValue* find_option(const std::vector<OptionValue>& given, std::string_view name) {
  const auto found = std::find_if(given.begin(), given.end(), [&](const OptionValue& one) { return one.name == name; });
  return found == given.end() ? nullptr : &*found;
}

CommandLine read_command_line(const Operation& operation, std::span<const std::string_view> words) {
  ParsedWords parsed = OptionParser(options_of(operation)).read(words);
  CommandLine line{std::move(parsed.given), {}, {}};
  // argparse accepts one stray word, which is meant for `help`. The AWS CLI reports any other word there after the
  // unknown options, and ignores an empty one.
  const auto stray =
      std::find_if(parsed.rest.begin(), parsed.rest.end(), [](const Leftover& word) { return word.value; });
  if (stray != parsed.rest.end()) {
    line.word = stray->text;
    std::rotate(stray, stray + 1, parsed.rest.end());
    if (parsed.rest.back().text.empty()) parsed.rest.pop_back();
  }
  for (Leftover& word : parsed.rest) line.unknown.push_back(std::move(word.text));
  return line;
}

std::vector<OptionSpec> specs_of(const BuiltinCommand& command) {
  std::vector<OptionSpec> specs;
  for (const BuiltinOption& option : command.options) {
    specs.push_back({option.name, option.takes_value() ? Arity::one : Arity::nothing});
  }
  return specs;
}

namespace {

// The options that the line may have. The AWS CLI knows none before it has found the subcommand.
std::vector<OperationOption> options_of(const BuiltinCommand& command, std::span<const std::string_view> words,
                                        Era era) {
  std::span<const BuiltinOption> known = command.options;
  if (command.is_of_aws) {
    const auto subcommand = take_positional(words).value;
    const auto form = std::find_if(command.forms.begin(), command.forms.end(),
                                   [&](const BuiltinForm& one) { return one.subcommand == subcommand; });
    known = form == command.forms.end() ? std::span<const BuiltinOption>() : form->options;
  }
  std::vector<OperationOption> options;
  for (const BuiltinOption& option : known) {
    if (option.only && option.only != era) continue;
    const Arity arity = option.takes_value() ? Arity::one : Arity::nothing;
    options.push_back({std::string(option.name), {}, nullptr, option.doc, arity});
  }
  return options;
}

// A form of a command, as registered with CLI11.
struct Form {
  const BuiltinForm* form;
  CLI::App* app;
  std::vector<CLI::Option*> operands{};
};

std::vector<Form> add_forms(CLI::App& app, const BuiltinCommand& command) {
  std::vector<Form> forms;
  for (const BuiltinForm& form : command.forms) {
    Form added{&form, &app};
    if (!form.subcommand.empty()) {
      added.app = app.add_subcommand(std::string(form.subcommand));
      added.app->set_help_flag();
      added.app->fallthrough();  // options belong to the command, and may follow the subcommand
    }
    const auto operands = command.runs_other ? std::span<const BuiltinOperand>() : form.operands;
    for (std::size_t i = 0; i < operands.size(); ++i) {
      // The name is only for CLI11, which shows none of its messages here.
      added.operands.push_back(added.app->add_option("operand" + std::to_string(i)));
      if (!operands[i].repeats) continue;
      added.operands.back()->expected(1, CLI::detail::expected_max_vector_size)->allow_extra_args();
    }
    forms.push_back(std::move(added));
  }
  return forms;
}

// The words of a line that belong to no form.
struct Rest {
  std::vector<std::string> surplus{}, unknown{};
  bool unknown_comes_first = false;  // as in ParsedWords

  explicit Rest(ParsedWords& parsed) : unknown_comes_first(parsed.unknown_comes_first) {
    for (Leftover& word : parsed.rest) (word.value ? surplus : unknown).push_back(std::move(word.text));
  }
};

// The form that the line uses.
const Form& form_of(const BuiltinCommand& command, const std::vector<Form>& forms, const Rest& rest) {
  const bool has_bare_form = forms.front().form->subcommand.empty();
  if (has_bare_form && forms.size() == 1) return forms.front();
  std::vector<std::string_view> names;
  for (const Form& form : forms) {
    if (form.form->subcommand.empty()) continue;
    if (form.app->parsed()) return form;
    names.push_back(form.form->subcommand);
  }
  if (!rest.surplus.empty()) {
    const std::string& word = rest.surplus.front();
    throw command.unknown_word == nullptr ? failures::invalid_choice("subcommand", word, names)
                                          : command.unknown_word(word);
  }
  if (has_bare_form) return forms.front();
  if (!rest.unknown.empty()) throw failures::refused("Unknown options: " + rest.unknown.front());
  if (!command.bare_text.empty()) throw failures::refused(std::string(command.bare_text));
  throw failures::bad_usage("the following arguments are required: subcommand");
}

std::vector<std::string> operands_given(const Form& form) {
  std::vector<std::string> words;
  std::string missing;
  for (std::size_t i = 0; i < form.operands.size(); ++i) {
    const std::string_view called = form.form->operands[i].called;
    if (form.operands[i]->count() > 0) {
      for (const std::string& word : form.operands[i]->results())
        words.push_back(word.substr(1));  // without the shield
    } else if (!called.empty()) {
      missing += (missing.empty() ? "" : ", ") + std::string(called);
    }
  }
  if (!missing.empty()) throw failures::bad_usage("the following arguments are required: " + missing);
  return words;
}

// Unknown options before a word that follows them, as they may be misspelt ones with a value.
BuiltinLine checked(const BuiltinCommand& command, const std::vector<Form>& forms, const Rest& rest,
                    std::vector<OptionValue> given) {
  if (rest.unknown_comes_first) throw failures::unknown_options(rest.unknown);
  const Form& form = form_of(command, forms, rest);
  if (!rest.unknown.empty()) throw failures::unknown_options(rest.unknown);
  if (!rest.surplus.empty()) throw failures::unknown_options(rest.surplus);
  for (const OptionValue& option : given) {
    const auto& its = form.form->options;
    const bool is_its = std::any_of(its.begin(), its.end(), [&](const auto& one) { return one.name == option.name; });
    if (!is_its) throw failures::unknown_options({option.name});
  }
  return {std::move(given), form.form, operands_given(form)};
}

// In the AWS CLI's order. Surplus words are reported before unknown options, wherever they were typed.
BuiltinLine checked_as_by_aws(const BuiltinCommand& command, const std::vector<Form>& forms, const Rest& rest,
                              std::vector<OptionValue> given) {
  const Form& form = form_of(command, forms, rest);
  std::vector<std::string> words = operands_given(form);
  std::vector<std::string_view> unknown(rest.surplus.begin(), rest.surplus.end());
  unknown.insert(unknown.end(), rest.unknown.begin(), rest.unknown.end());
  if (!unknown.empty()) throw failures::unknown_words(unknown);
  return {std::move(given), form.form, std::move(words)};
}

}  // namespace

BuiltinLine read_builtin_line(const BuiltinCommand& command, std::span<const std::string_view> words, Era era) {
  OptionParser parser(options_of(command, words, era));
  const std::vector<Form> forms = add_forms(parser.app(), command);
  ParsedWords parsed = parser.read(words, &command);
  const Rest rest(parsed);
  const auto check = command.is_of_aws ? &checked_as_by_aws : &checked;
  return check(command, forms, rest, std::move(parsed.given));
}

}  // namespace ec2mimic::cli
