#include "cli/complete/complete.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "cli/args/command_line.h"
#include "cli/args/global_options.h"
#include "cli/builtin/commands.h"
#include "cli/call/fault_spec.h"
#include "cli/call/logged_call.h"
#include "cli/complete/complete_ids.h"
#include "cli/complete/line_so_far.h"
#include "cli/config/error_style.h"
#include "cli/data/built_in_lessons.h"
#include "cli/data/built_in_seeds.h"
#include "cli/data/waiters.h"
#include "cli/errors/failure.h"
#include "cli/help/man.h"
#include "cli/help/wait_pages.h"
#include "cli/output/stdout.h"
#include "cli/python/shell_words.h"
#include "core/net/region_table.h"
#include "core/operation/registry.h"
#include "core/text/trimmed.h"

namespace ec2mimic::cli {
namespace {

using model::Kind;
using model::Member;

constexpr std::string_view kFile = "file://";
constexpr std::string_view kTagKey = "Key";  // the member that holds the key of a tag

// Members whose values are known although AWS's model calls them mere texts. The filters of that name use them too.
struct KnownValues {
  std::string_view member;
  Completes completes;
};
constexpr std::array<KnownValues, 5> kKnownValues{{
    {"AvailabilityZone", Completes::zone},
    {"IpProtocol", Completes::protocol},
    {"Protocol", Completes::protocol},
    {"ServiceName", Completes::endpoint_service},
    {"ServiceNames", Completes::endpoint_service},
}};

// The type of what an operation creates, as far as its folder says; empty if it does not.
std::string_view created_type(const Operation& operation) {
  for (const Folder& folder : folders()) {
    const auto& its = folder.operations;
    if (std::find(its.begin(), its.end(), &operation) == its.end()) continue;
    return folder.noun == nullptr ? std::string_view() : folder.noun->type;
  }
  return {};
}

// Collects candidates that begin with the word.
class Answer {
 public:
  explicit Answer(std::string_view word) : word_(word) {}

  void offer(std::string text, std::string_view doc = {}) {
    if (text.starts_with(word_)) completion_.candidates.push_back({std::move(text), std::string(doc)});
  }
  void open() { completion_.open = true; }
  void files(std::string_view prefix) { completion_.files = prefix; }
  [[nodiscard]] std::string_view word() const { return word_; }
  [[nodiscard]] bool empty() const { return completion_.candidates.empty() && !completion_.files; }
  Completion take() { return std::move(completion_); }

 private:
  std::string_view word_;
  Completion completion_{};
};

// The pages of the manual, and what else `man` takes for the name of one.
void offer_pages(Answer& answer, std::string_view prefix) {
  constexpr std::string_view kStart = "ec2mimic-";
  for (const std::string& page : manual_pages(builtin_commands())) {
    const bool is_short = page.starts_with(kStart);
    if (is_short) answer.offer(std::string(prefix) + page.substr(kStart.size()));
    // Before anything is typed, each page is listed once.
    if (!is_short || answer.word().size() > prefix.size()) answer.offer(std::string(prefix) + page);
  }
}

// The names of faults, for the rule of a SPEC that is being typed.
void offer_faults(Answer& answer, std::string_view prefix) {
  const std::string_view typed = answer.word().substr(prefix.size());
  const std::size_t begin = typed.find_last_of(",/") + 1;  // 0 if there is neither
  const std::string before(answer.word().substr(0, prefix.size() + begin));
  for (const FaultName& fault : fault_names()) answer.offer(before + std::string(fault.name), fault.doc);
  answer.open();
  // Only once one has been begun, so that the faults do not drown in them.
  if (typed.size() == begin || before.ends_with('/')) return;
  for (const Operation* operation : operations()) {
    answer.offer(before + kebab_case(operation->name) + '/', operation->summary);
  }
}

void offer_counted(Answer& answer, const std::string& before, const std::string& after) {
  for (const std::string_view word : {"calls", "attempts"}) answer.offer(before + std::string(word) + after);
  for (const std::string_view outcome : logged_outcomes()) answer.offer(before + std::string(outcome) + after);
}

// The next word of a claim that is being typed. An operation can only be its first.
void offer_claims(Answer& answer, std::string_view prefix) {
  const std::string_view typed = answer.word().substr(prefix.size());
  const std::size_t begin = typed.find_last_of(", ") + 1;  // 0 if there is neither
  const std::string before(answer.word().substr(0, prefix.size() + begin));
  const std::string_view claims = trimmed(typed.substr(0, begin));
  answer.open();
  offer_counted(answer, before, "=");
  if (!claims.empty() && !claims.ends_with(',')) return;
  for (const Operation* operation : operations()) {
    answer.offer(before + std::string(operation->name), operation->summary);
    if (typed.size() > begin) answer.offer(before + kebab_case(operation->name), operation->summary);
  }
}

void offer_operations(Answer& answer) {
  for (const Operation* operation : operations()) answer.offer(kebab_case(operation->name), operation->summary);
  answer.offer(std::string(kWait), kWaitSummary);
}

void offer_waiters(Answer& answer) {
  for (const Waiter* waiter : waiters()) answer.offer(kebab_case(waiter->name), waiter_summary(*waiter));
  answer.offer("help", "Shows help");
}

void offer_commands(Answer& answer, const LineSoFar& line, bool short_form) {
  if (is_waiting(line, short_form)) {
    if (line.positionals.back() == kWait) offer_waiters(answer);
    return;
  }
  const bool in_service = !line.positionals.empty() && line.positionals.front() == "ec2";
  if (!line.positionals.empty() && line.positionals.back() != "ec2" && line.positionals.back() != "help") return;
  if (in_service || short_form) offer_operations(answer);
  if (!in_service) {
    answer.offer("ec2", "EC2 operations, as in `aws ec2`");
    for (const BuiltinCommand* command : builtin_commands()) answer.offer(std::string(command->name), command->summary);
  }
  if (line.positionals.empty() || line.positionals.back() != "help") answer.offer("help", "Shows help");
}

bool is_used(const LineSoFar& line, std::string_view name) {
  return std::find(line.used.begin(), line.used.end(), name) != line.used.end();
}

Expected expected_next(const LineSoFar& line) {
  return expected_by(*line.builtin, std::span(line.positionals).subspan(1));
}

void offer_builtin_options(System& system, Answer& answer, const LineSoFar& line) {
  for (const BuiltinOption* option : expected_next(line).options) {
    if (is_used(line, option->name)) continue;
    if (option->only && error_style_of({}, Settings(system, line.globals)).era != option->only) continue;
    answer.offer(std::string(option->name), option->doc);
  }
  if (line.builtin->runs_other && !is_used(line, "--")) answer.offer("--");
}

void offer_options(System& system, Answer& answer, const LineSoFar& line) {
  for (const OperationOption& option : line.options) {
    if (is_used(line, option.name) || (!option.opposite.empty() && is_used(line, option.opposite))) continue;
    answer.offer(option.name, option.doc);
    if (!option.opposite.empty()) answer.offer(option.opposite, "The opposite.");
  }
  if (line.builtin != nullptr) offer_builtin_options(system, answer, line);
  for (const GlobalOption& option : global_options()) {
    if (!is_used(line, option.name)) answer.offer(std::string(option.name), option.doc);
  }
  answer.offer("--help", "Shows help.");
}

// Offers values of options. `prefix` is the part of the word before the value, such as `--region=`.
class Values {
 public:
  Values(System& system, const LineSoFar& line, Answer& answer) : system_(system), line_(line), answer_(answer) {}

  void of_global(const GlobalOption& option, std::string_view prefix) {
    for (const std::string_view choice : option.choices) offer(prefix, choice);
    of_kind(option.completes, prefix);
  }

  void of_builtin(const BuiltinValue& value, std::string_view prefix) {
    for (const std::string_view word : value.words) offer(prefix, word);
    of_kind(value.completes, prefix);
  }

  void of_option(const OperationOption& option, std::string_view prefix) {
    const std::string_view typed = answer_.word().substr(prefix.size());
    if (typed.starts_with(kFile)) return answer_.files(std::string(prefix) + std::string(kFile));
    for (const std::string_view choice : option.choices) offer(prefix, choice);
    of_kind(option.completes, prefix);
    if (option.member != nullptr) of_member(*option.member, prefix);
    // Only once it has been begun, so that it does not stand among the ids.
    if (!answer_.empty() || typed.empty() || !kFile.starts_with(typed)) return;
    offer(prefix, kFile);
    answer_.open();
  }

 private:
  void of_kind(Completes kind, std::string_view prefix) {
    switch (kind) {
      case Completes::nothing:
        return;
      case Completes::file:
        return answer_.files(prefix);
      case Completes::claim:
        return offer_claims(answer_, prefix);
      case Completes::counted:
        return offer_counted(answer_, std::string(prefix), {});
      case Completes::endpoint_service:
        return offer_all(prefix, endpoint_services(system_, line_.globals));
      case Completes::fault:
        return offer_faults(answer_, prefix);
      case Completes::lesson:
        for (const BuiltInLesson& lesson : built_in_lessons()) offer(prefix, lesson.name, lesson.summary);
        return answer_.files(prefix);
      case Completes::manual_page:
        return offer_pages(answer_, prefix);
      case Completes::protocol:
        for (const std::string_view protocol : {"tcp", "udp", "icmp", "all"}) offer(prefix, protocol);
        return;
      case Completes::region:
        for (const std::string_view name : region_names()) offer(prefix, name);
        return;
      case Completes::seed:
        for (const EmbeddedText& seed : built_in_seeds()) offer(prefix, seed.name);
        return answer_.files(prefix);
      case Completes::state:
        for (const std::uint64_t number : revisions_kept(system_, line_.globals)) offer(prefix, std::to_string(number));
        return answer_.files(prefix);
      case Completes::token:
        return offer_tokens(prefix, {});
      case Completes::zone:
        return offer_all(prefix, zone_names(system_, line_.globals));
    }
  }

  void offer_all(std::string_view prefix, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) offer(prefix, text);
  }

  void offer(std::string_view prefix, std::string_view text, std::string_view doc = {}) {
    answer_.offer(std::string(prefix) + std::string(text), doc);
  }

  void of_member(const Member& member, std::string_view prefix) {
    const model::Shape& shape = member.shape->kind == Kind::list ? *member.shape->element : *member.shape;
    if (shape.kind == Kind::structure) return shorthand(shape, prefix);
    for (const std::string_view value : model::possible_values(member.traits)) offer(prefix, value);
    for (const KnownValues& known : kKnownValues) {
      if (known.member == member.name) of_kind(known.completes, prefix);
    }
    if (member.traits.other_region) of_kind(Completes::region, prefix);
    if (member.name == kTagKey) offer_tag_keys(prefix, {});
    if (line_.operation->token == &member) offer_tokens(prefix, line_.operation->name);
    ids(member.traits.refers, prefix);
  }

  void ids(std::string_view type, std::string_view prefix) {
    if (type.empty()) return;
    for (const Candidate& id : ids_of_type(system_, line_.globals, type)) offer(prefix, id.text, id.doc);
  }

  // Those used with that operation, or with any.
  void offer_tokens(std::string_view prefix, std::string_view operation) {
    for (const Candidate& token : used_tokens(system_, line_.globals, operation)) {
      offer(prefix, token.text, token.doc);
    }
  }

  void offer_tag_keys(std::string_view prefix, std::string_view after) {
    for (const std::string& key : tag_keys(system_, line_.globals)) {
      offer(prefix, key + std::string(after), after.empty() ? "" : "The value of this tag.");
    }
  }

  // `Name=vpc-id,Values=...`: offers the names of members and, after a `Name=`, its values.
  void shorthand(const model::Shape& shape, std::string_view prefix) {
    const std::string_view typed = answer_.word().substr(prefix.size());
    // Within brackets a comma does not separate the members of this structure.
    if (typed.find_first_of("[{") != std::string_view::npos) return;
    const std::size_t comma = typed.rfind(',');
    const std::size_t from = comma == std::string_view::npos ? 0 : comma + 1;
    const std::size_t equals = typed.find('=', from);
    const std::string before = std::string(prefix) + std::string(typed.substr(0, from));
    if (equals == std::string_view::npos) {
      member_names(shape, before, typed.substr(0, from));
      return;
    }
    const Member* member = shape.member(typed.substr(from, equals - from));
    if (member == nullptr) return;
    const std::string at_value = std::string(prefix) + std::string(typed.substr(0, equals + 1));
    if (&shape == &model::shape_of<Filter>) return filter_value(*member, at_value, typed);
    // Of AWS's hundred types a call takes only that of what it creates.
    const std::string_view type = member->name == "ResourceType" ? created_type(*line_.operation) : std::string_view();
    if (!type.empty()) return offer(at_value, type);
    of_member(*member, at_value);
  }

  // Names that are already there are not offered again.
  void member_names(const model::Shape& shape, const std::string& before, std::string_view present) {
    for (const Member& member : shape.members) {
      const std::string name = std::string(member.name) + '=';
      if (present.starts_with(name) || present.find(',' + name) != std::string_view::npos) continue;
      answer_.offer(before + name, member.doc);
      answer_.open();
    }
  }

  void filter_value(const Member& member, std::string_view prefix, std::string_view typed) {
    if (member.name == "Name") return filter_names(prefix);
    constexpr std::string_view kName = "Name=";
    if (!typed.starts_with(kName)) return;
    const std::string_view name = typed.substr(kName.size(), typed.find(',') - kName.size());
    const auto& rules = *line_.operation->filters;
    const auto rule =
        std::find_if(rules.begin(), rules.end(), [name](const FilterRule& one) { return one.name == name; });
    if (rule == rules.end()) return;
    of_member(*rule->value, prefix);
    if (!rule->value->traits.part.empty()) ids(rule->value->traits.part, prefix);
    if (rule->value->shape->kind != Kind::boolean) return;
    offer(prefix, "true");
    offer(prefix, "false");
  }

  void filter_names(std::string_view prefix) {
    constexpr std::string_view kTag = "tag:";
    for (const FilterRule& rule : *line_.operation->filters) {
      const bool is_typed = answer_.word().starts_with(std::string(prefix) + std::string(kTag));
      if (rule.name == kTag && is_typed) {
        offer_tag_keys(std::string(prefix) + std::string(kTag), ",Values=");
        continue;
      }
      offer(prefix, std::string(rule.name) + (rule.name.ends_with(':') ? "" : ",Values="), rule.doc);
    }
    answer_.open();
  }

  System& system_;
  const LineSoFar& line_;
  Answer& answer_;
};

void offer_positional(System& system, Answer& answer, const LineSoFar& line, bool short_form) {
  if (line.builtin != nullptr) {
    const Expected next = expected_next(line);
    for (const std::string_view subcommand : next.subcommands) answer.offer(std::string(subcommand));
    Values values(system, line, answer);
    for (const BuiltinOperand* operand : next.operands) values.of_builtin(operand->value, {});
    return offer_builtin_options(system, answer, line);
  }
  if (line.operation == nullptr) return offer_commands(answer, line, short_form);
  // The only positional word after an operation is `help`, so options are what the user is looking for.
  if (answer.word().empty()) return offer_options(system, answer, line);
  answer.offer("help", "Shows help");
}

}  // namespace

Completion complete(System& system, std::span<const std::string_view> words, std::size_t index) {
  const std::string_view program = name_of_program(words[0]);
  const bool short_form = program != "aws";
  Answer answer(words[index]);
  LineReader reader(short_form);
  for (std::size_t i = 1; i < index; ++i) reader.take(words[i]);
  const std::string_view word = words[index];
  const std::size_t equals = word.find('=');
  const bool attached = !reader.line().only_value && word.starts_with("--") && equals != std::string_view::npos;
  if (attached) reader.take(word.substr(0, equals));
  LineSoFar& line = reader.line();
  if (line.other) {
    answer.files({});
    return answer.take();
  }
  // Options after the cursor are not offered a second time either.
  for (const std::string_view later : words.subspan(index + 1)) {
    if (later.starts_with("--")) line.used.push_back(later.substr(0, later.find('=')));
  }
  const std::string_view prefix = attached ? word.substr(0, equals + 1) : std::string_view();
  Values values(system, line, answer);
  if (line.global != nullptr) {
    values.of_global(*line.global, prefix);
  } else if (line.builtin_option != nullptr) {
    values.of_builtin(line.builtin_option->value, prefix);
  } else if (line.option != nullptr && (line.only_value || !word.starts_with('-'))) {
    values.of_option(*line.option, prefix);
  }
  const bool names = !attached && !line.only_value;
  if (names && word.starts_with('-')) offer_options(system, answer, line);
  if (names && line.option == nullptr && !word.starts_with('-')) offer_positional(system, answer, line, short_form);
  return answer.take();
}

namespace {

// Completes a line given by bash: splits it into words, and shortens the candidates to what replaces the fragment.
Completion complete_line(System& system, std::string_view before, std::string_view after, std::string_view fragment) {
  ShellWords left = shell_words(before);
  if (!left.open) left.words.emplace_back();
  const std::size_t index = left.words.size() - 1;
  if (index == 0) return {};
  // The characters right after the cursor are not passed on: they belong to the word that is completed.
  after.remove_prefix(std::min(after.size(), after.find_first_of(" \t")));
  for (std::string& word : shell_words(after).words) left.words.push_back(std::move(word));
  const std::vector<std::string_view> words(left.words.begin(), left.words.end());
  Completion completion = complete(system, words, index);
  const std::string_view word = words[index];
  const std::size_t kept = word.ends_with(fragment) ? word.size() - fragment.size() : 0;
  for (Candidate& candidate : completion.candidates) candidate.text.erase(0, kept);
  // bash would list it as an empty line: nothing is missing of such a word.
  std::erase_if(completion.candidates, [](const Candidate& candidate) { return candidate.text.empty(); });
  if (completion.files) completion.files->erase(0, kept);
  return completion;
}

std::string lines(const Completion& completion) {
  std::string text;
  if (completion.open) text += "\topen\n";
  if (completion.files) text += "\tfiles " + *completion.files + '\n';
  for (const Candidate& candidate : completion.candidates) {
    text += candidate.text;
    if (!candidate.doc.empty()) text += '\t' + candidate.doc;
    text += '\n';
  }
  return text;
}

}  // namespace

int run_complete(System& system, std::span<const std::string_view> words) {
  Completion completion;
  if (words.size() == 4 && words[0] == "line") {
    completion = complete_line(system, words[1], words[2], words[3]);
  } else if (words.size() >= 3 && words[0] == "words") {
    std::size_t index = 0;
    std::from_chars(words[1].data(), words[1].data() + words[1].size(), index);
    // Whatever is wrong, a shell would show a message in the middle of the line that is being typed.
    if (index == 0 || index + 2 >= words.size()) return 0;
    completion = complete(system, words.subspan(2), index);
  }
  try {
    print(system, lines(completion));
  } catch (const Failure&) {  // nobody would see a message
  }
  return 0;
}

}  // namespace ec2mimic::cli
