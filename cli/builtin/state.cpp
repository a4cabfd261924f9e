// `ec2mimic state`: works on the account as a whole.
#include <algorithm>
#include <array>
#include <string>

#include "cli/args/command_line.h"
#include "cli/builtin/seed.h"
#include "cli/call/invocation.h"
#include "cli/config/settings.h"
#include "cli/errors/failure.h"
#include "cli/output/stdout.h"
#include "cli/system/visible.h"

namespace ec2mimic::cli {
namespace {

// What all subcommands need.
struct Request {
  System& system;
  std::string path;
  Engine::Options options;
  bool yes;                        // --yes
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

int verify(const Request& request) {
  std::vector<std::string> problems;
  visit(request, [&](Engine& engine) { problems = engine.verify(); });
  std::string text;
  for (const std::string& problem : problems) text += visible_line(problem) + '\n';
  print(request.system, problems.empty() ? "ok\n" : text);
  return problems.empty() ? kSuccess : kProblemsFound;
}

int reset(const Request& request) {
  const bool done = replace_account(request.system, {request.path, request.options}, "deletes", request.yes,
                                    [](Engine& engine, Engine::Existing existing) { return engine.reset(existing); });
  return done ? kSuccess : kProblemsFound;
}

int seed(const Request& request) {
  return replace_by_seed(request.system, {request.path, request.options}, request.words.front(), request.yes);
}

struct Subcommand {
  std::string_view name;
  int (*run)(const Request& request);
};

constexpr std::array<Subcommand, 5> kSubcommands{{
    {"path", &show_path},
    {"show", &show},
    {"seed", &seed},
    {"reset", &reset},
    {"verify", &verify},
}};

}  // namespace

int run_state(const Invocation& call) {
  BuiltinLine line = read_builtin_line("state", call.typed.rest);
  // Always found: read_builtin_line rejects unknown subcommands.
  const auto* const subcommand = std::find_if(kSubcommands.begin(), kSubcommands.end(),
                                              [&](const Subcommand& one) { return one.name == line.subcommand; });
  return subcommand->run({call.system, state_path(call.typed.globals, call.system.environment),
                          engine_options(call.system.environment), find_option(line.given, "--yes") != nullptr,
                          std::move(line.words)});
}

}  // namespace ec2mimic::cli
