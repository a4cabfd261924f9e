// `ec2mimic state`: the account as a whole.
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

// What all of the subcommands need.
struct Request {
  World& world;
  std::string path;
  Engine::Options options;
  bool yes;                        // --yes
  std::vector<std::string> words;  // behind the subcommand
};

void visit(const Request& request, const std::function<void(Engine&)>& use) {
  request.world.accounts.visit(request.path, request.options, use);
}

int show_path(const Request& request) {
  print(request.world, request.path + '\n');
  return kSuccess;
}

int show(const Request& request) {
  std::string text;
  visit(request, [&](Engine& engine) { text = engine.text(); });
  print(request.world, text);
  return kSuccess;
}

int verify(const Request& request) {
  std::vector<std::string> problems;
  visit(request, [&](Engine& engine) { problems = engine.verify(); });
  std::string text;
  for (const std::string& problem : problems) text += visible_line(problem) + '\n';
  print(request.world, problems.empty() ? "ok\n" : text);
  return problems.empty() ? kSuccess : kProblemsFound;
}

int reset(const Request& request) {
  const bool done = replace_account(request.world, {request.path, request.options}, "deletes", request.yes,
                                    [](Engine& engine, Engine::Existing existing) { return engine.reset(existing); });
  return done ? kSuccess : kProblemsFound;
}

int seed(const Request& request) {
  return plant_seed(request.world, {request.path, request.options}, request.words.front(), request.yes);
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
  OwnLine line = read_own_line("state", call.typed.rest);
  const auto* const subcommand = std::find_if(kSubcommands.begin(), kSubcommands.end(),
                                              [&](const Subcommand& one) { return one.name == line.subcommand; });
  return subcommand->run({call.world, state_path(call.typed.globals, call.world.environment),
                          engine_options(call.world.environment), find(line.given, "--yes") != nullptr,
                          std::move(line.words)});
}

}  // namespace ec2mimic::cli
