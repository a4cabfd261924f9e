// `ec2mimic state`: works on the account as a whole.
#include <algorithm>
#include <array>
#include <string>

#include "cli/args/command_line.h"
#include "cli/builtin/import.h"
#include "cli/builtin/seed.h"
#include "cli/builtin/seed_note.h"
#include "cli/call/invocation.h"
#include "cli/config/settings.h"
#include "cli/errors/failure.h"
#include "cli/output/stdout.h"
#include "cli/system/visible.h"

namespace ec2mimic::cli {
namespace {

// What all subcommands need.
struct Request {
  const Invocation& call;
  System& system;
  std::string path;
  Engine::Options options;
  std::vector<OptionValue> given;
  std::vector<std::string> words;  // after the subcommand
};

void visit(const Request& request, const std::function<void(Engine&)>& use) {
  request.system.engines.with_engine(request.path, request.options, use);
}

int show_path(const Request& request) {
  print(request.system, request.path + '\n');
  return kSuccess;
}

int show(const Request& request) {
  std::string text;
  visit(request, [&](Engine& engine) { text = engine.text(); });
  print(request.system, text);
  return kSuccess;
}

bool is_given(const Request& request, std::string_view option) { return find_option(request.given, option) != nullptr; }

Consent consent(const Request& request) {
  return {.yes = is_given(request, "--yes"),
          .replace_foreign = is_given(request, "--replace-foreign"),
          .empty = is_given(request, "--empty")};
}

int verify(const Request& request) {
  Engine::Findings found;
  visit(request, [&](Engine& engine) { found = engine.verify(); });
  if (found.problems.empty()) {
    print(request.system, found.edited ? "edited; consistent\n" : "ok\n");
    return kSuccess;
  }
  const std::string edited = found.edited ? "the file was edited since ec2mimic wrote it\n" : "";
  print(request.system, edited + visible_lines(found.problems) + '\n');
  return kProblemsFound;
}

int accept(const Request& request) {
  Engine::Accepted accepted;
  visit(request, [&](Engine& engine) { accepted = engine.accept(); });
  std::vector<std::string> lines = std::move(accepted.mended);
  lines.insert(lines.end(), accepted.problems.begin(), accepted.problems.end());
  if (accepted.problems.empty()) lines.emplace_back(accepted.edited ? "accepted; consistent" : "ok");
  print(request.system, visible_lines(lines) + '\n');
  return accepted.problems.empty() ? kSuccess : kProblemsFound;
}

int reset(const Request& request) {
  const bool done = replace_account(request.system, {request.path, request.options}, "deletes", consent(request),
                                    [](Engine& engine, Engine::Existing existing) { return engine.reset(existing); });
  return done ? kSuccess : kProblemsFound;
}

int seed(const Request& request) {
  const auto made =
      replace_by_seed(request.system, {request.path, request.options}, request.words.front(), consent(request));
  if (!made) return kProblemsFound;
  request.system.streams.write_error(seed_note(*made, request.path));
  warn_of_region(request.call, *made);
  return kSuccess;
}

int import(const Request& request) { return import_answers(request.call, request.words); }

struct StateCommand {
  std::string_view name;
  int (*run)(const Request& request);
};

constexpr std::array<StateCommand, 7> kStateCommands{{
    {"path", &show_path},
    {"show", &show},
    {"seed", &seed},
    {"reset", &reset},
    {"verify", &verify},
    {"accept", &accept},
    {"import", &import},
}};

}  // namespace

int run_state(const Invocation& call) {
  BuiltinLine line = read_builtin_line("state", call.typed.rest);
  // Always found: read_builtin_line rejects unknown subcommands.
  const auto* const subcommand = std::find_if(kStateCommands.begin(), kStateCommands.end(),
                                              [&](const StateCommand& one) { return one.name == line.subcommand; });
  return subcommand->run({call, call.system, state_path(call.typed.globals, call.system.environment),
                          engine_options(call.system.environment), std::move(line.given), std::move(line.words)});
}

}  // namespace ec2mimic::cli
