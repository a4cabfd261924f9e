// `ec2mimic state`: works on the account as a whole.
#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/args/command_line.h"
#include "cli/builtin/commands.h"
#include "cli/builtin/import.h"
#include "cli/builtin/other_state.h"
#include "cli/builtin/seed.h"
#include "cli/builtin/seed_note.h"
#include "cli/builtin/state_diff.h"
#include "cli/builtin/state_graph.h"
#include "cli/call/invocation.h"
#include "cli/config/settings.h"
#include "cli/errors/failure.h"
#include "cli/output/stdout.h"
#include "cli/system/visible.h"

namespace ec2mimic::cli {
namespace {

StateLocation location(const Invocation& call) {
  const Environment& environment = call.system.environment;
  return {state_path(call.typed.globals, environment), engine_options(environment)};
}

void visit_state(const Invocation& call, const std::function<void(Engine&)>& use) {
  const StateLocation state = location(call);
  call.system.engines.with_engine(state.path, state.options, use);
}

int show_path(const Invocation& call, const BuiltinLine&) {
  print(call.system, location(call).path + '\n');
  return kSuccess;
}

int show_state(const Invocation& call, const BuiltinLine&) {
  std::string text;
  visit_state(call, [&](Engine& engine) { text = engine.text(); });
  print(call.system, text);
  return kSuccess;
}

Consent consent(const BuiltinLine& line) {
  const auto is_given = [&](std::string_view option) { return find_option(line.given, option) != nullptr; };
  return {.yes = is_given("--yes"), .replace_foreign = is_given("--replace-foreign"), .empty = is_given("--empty")};
}

int verify_state(const Invocation& call, const BuiltinLine&) {
  Engine::Findings found;
  visit_state(call, [&](Engine& engine) { found = engine.verify(); });
  if (found.problems.empty()) {
    print(call.system, found.edited ? "edited; consistent\n" : "ok\n");
    return kSuccess;
  }
  const std::string edited = found.edited ? "the file was edited since ec2mimic wrote it\n" : "";
  print(call.system, edited + visible_lines(found.problems) + '\n');
  return kProblemsFound;
}

int accept_state(const Invocation& call, const BuiltinLine&) {
  Engine::Accepted accepted;
  visit_state(call, [&](Engine& engine) { accepted = engine.accept(); });
  std::vector<std::string> lines = std::move(accepted.mended);
  lines.insert(lines.end(), accepted.problems.begin(), accepted.problems.end());
  if (accepted.problems.empty()) lines.emplace_back(accepted.edited ? "accepted; consistent" : "ok");
  print(call.system, visible_lines(lines) + '\n');
  return accepted.problems.empty() ? kSuccess : kProblemsFound;
}

int reset_state(const Invocation& call, const BuiltinLine& line) {
  const bool done = replace_account(call.system, location(call), "deletes", consent(line),
                                    [](Engine& engine, Engine::Existing existing) { return engine.reset(existing); });
  return done ? kSuccess : kProblemsFound;
}

int seed_state(const Invocation& call, const BuiltinLine& line) {
  const StateLocation state = location(call);
  const auto made = replace_by_seed(call.system, state, line.words.front(), consent(line));
  if (!made) return kProblemsFound;
  call.system.streams.write_error(seed_note(*made, state.path));
  warn_of_region(call, *made);
  return kSuccess;
}

int diff_state(const Invocation& call, const BuiltinLine& line) {
  const StateLocation state = location(call);
  const Json present = document_of_state(call.system, state);
  const std::string differs = state_difference(other_state(call.system, state, present, line.words.front()), present);
  print(call.system, differs);
  return differs.empty() ? kSuccess : kProblemsFound;
}

constexpr std::array<std::string_view, 4> kGraphFormats{"text", "mermaid", "dot", "svg"};

int draw_state(const Invocation& call, const BuiltinLine& line) {
  const OptionValue* given = find_option(line.given, "--format");
  const std::string format = given == nullptr ? "text" : given->values.front();
  if (std::find(kGraphFormats.begin(), kGraphFormats.end(), format) == kGraphFormats.end()) {
    throw failures::bad_parameter("--format", "'" + format + "' is not one of text, mermaid, dot, svg.");
  }
  const auto groups = graph_of_state(document_of_state(call.system, location(call)));
  print(call.system, drawn(groups, "The VPCs of the account and what is in them", format));
  return kSuccess;
}

int import_seed(const Invocation& call, const BuiltinLine& line) { return import_answers(call, line.words); }

constexpr std::array<BuiltinOption, 4> kStateOptions{{
    {"--yes", {}, "Replaces an existing account, even an empty one, without asking."},
    {"--replace-foreign", {}, "Replaces a file even if it is not a state of ec2mimic."},
    {"--empty", {}, "Accepts a seed that describes nothing, such as {}."},
    {"--format", {.words = kGraphFormats}, "How it is drawn: as text, for Mermaid or Graphviz, or as a picture."},
}};
constexpr auto kSeeding = std::span(kStateOptions).first<3>();
constexpr auto kDrawing = std::span(kStateOptions).last<1>();
constexpr auto kReplacing = std::span(kStateOptions).first<2>();

constexpr std::array<std::string_view, 1> kStandardInput{"-"};
constexpr std::array<BuiltinOperand, 1> kSeedOperands{
    {{.value = {.placeholder = "FILE", .words = kStandardInput, .completes = Completes::seed}, .called = "FILE"}}};
constexpr std::array<BuiltinOperand, 1> kImportOperands{
    {{.value = {.placeholder = "FILE", .words = kStandardInput, .completes = Completes::file},
      .called = "FILE",
      .repeats = true}}};
constexpr std::array<BuiltinOperand, 1> kDiffOperands{
    {{.value = {.placeholder = "FILE|REVISION", .completes = Completes::state}, .called = "FILE|REVISION"}}};
constexpr std::array<BuiltinForm, 9> kStateForms{{
    {.subcommand = "path", .run = &show_path},
    {.subcommand = "show", .run = &show_state},
    {.subcommand = "diff", .run = &diff_state, .operands = kDiffOperands},
    {.subcommand = "diagram", .run = &draw_state, .options = kDrawing},
    {.subcommand = "seed", .run = &seed_state, .operands = kSeedOperands, .options = kSeeding},
    {.subcommand = "import", .run = &import_seed, .operands = kImportOperands},
    {.subcommand = "reset", .run = &reset_state, .options = kReplacing},
    {.subcommand = "verify", .run = &verify_state},
    {.subcommand = "accept", .run = &accept_state},
}};
Failure unknown_state_word(std::string_view word) {
  // Earlier versions had it here.
  if (word == "forget-tokens") {
    return failures::refused("`state forget-tokens` was replaced by `tokens forget`, which has the same options.");
  }
  std::vector<std::string_view> names;
  for (const BuiltinForm& form : kStateForms) names.push_back(form.subcommand);
  return failures::invalid_choice("subcommand", word, names);
}

constexpr std::array<std::string_view, 1> kStateSeeAlso{"state.5"};
constexpr std::array<ExitDoc, 5> kStateExits{{
    {"0", "Success."},
    {"1", "`verify` or `accept` found problems, `diff` found differences, or the question was answered no."},
    {"252",
     "The command line is wrong, a FILE with a seed or an answer cannot be read, `diff` finds no state in FILE or the "
     "REVISION is not kept, or --yes is missing and there is no terminal to ask on."},
    {"253", "There is no place for the state: set EC2MIMIC_STATE or HOME."},
    {"255",
     "The state cannot be read or written, a seed or an answer cannot be used, or a file that is not a state "
     "would be replaced."},
}};

}  // namespace

constinit const BuiltinCommand kState{
    .name = "state",
    .summary = "Shows, replaces and checks the contents of the account",
    .description =
        "`path` prints the path of the file and `show` its contents. `reset` replaces the account with a new one. "
        "`seed` replaces it with the one that a seed document describes: FILE, - for standard input, or blog for that "
        "of the AWS community article on client tokens. It says what it made, and warns if calls would go to another "
        "region. `import` makes a seed of the answers of describe calls, of AWS's too, which it reads from files, and "
        "prints it. What "
        "a seed can hold is in ec2mimic-state(5), which `ec2mimic man state.5` prints.\n\nAn account that exists, "
        "even an empty one, is replaced only with --yes, or after a question on a terminal; if the answer is no, the "
        "exit code is 1. A file that is not a state of ec2mimic is replaced only with --replace-foreign.\n\n`verify` "
        "prints `ok`, or `edited; consistent` if the file was edited and nothing is wrong with it, or what is wrong, "
        "with exit code 1: the record, its table and the member. `accept` lays an edited file out as ec2mimic writes "
        "it, gives a new Serial to records that share one, and prints what it changed and what is still "
        "wrong.\n\n`diff` "
        "compares the state with FILE or an earlier REVISION, by table, key and member: + marks what only the state "
        "has, - what only the other has, ~ what changed. It exits with 1 if they differ. Each change makes a new "
        "revision, and with EC2MIMIC_KEEP=N it keeps the last N before it. (A file whose name is a number is written "
        "`./7`.) `reset` and `seed` begin a new account with revision 1 "
        "and remove what is kept of the old one.\n\n`diagram` draws "
        "the VPCs with what is in them, and what is connected with what. A route table or network ACL identical to an "
        "earlier one of its VPC is drawn next to it, labelled `the same as ID`.",
    .forms = kStateForms,
    .options = kStateOptions,
    .exits = kStateExits,
    .see_also = kStateSeeAlso,
    .unknown_word = &unknown_state_word};

}  // namespace ec2mimic::cli
