// `ec2mimic state`: the account as a whole.
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
  if (request.words.empty()) throw failures::bad_usage("the following arguments are required: FILE");
  return plant_seed(request.world, {request.path, request.options}, request.words.front(), request.yes);
}

struct Subcommand {
  std::string_view name;
  std::size_t words;  // at most, behind the name
  int (*run)(const Request& request);
};

constexpr std::array<Subcommand, 5> kSubcommands{{
    {"path", 0, &show_path},
    {"show", 0, &show},
    {"seed", 1, &seed},
    {"reset", 0, &reset},
    {"verify", 0, &verify},
}};

const Subcommand& find_subcommand(const std::vector<std::string>& words) {
  if (words.empty()) throw failures::bad_usage("the following arguments are required: subcommand");
  std::vector<std::string_view> names;
  for (const Subcommand& one : kSubcommands) {
    if (one.name == words.front()) return one;
    names.push_back(one.name);
  }
  throw failures::invalid_choice("subcommand", words.front(), names);
}

}  // namespace

int run_state(const Invocation& call) {
  PlainLine line = read_plain_line("state", call.typed.rest);
  const Subcommand& subcommand = find_subcommand(line.words);
  line.words.erase(line.words.begin());
  if (line.words.size() > subcommand.words) {
    throw failures::unknown_options({line.words[subcommand.words]});
  }
  return subcommand.run({call.world, state_path(call.typed.globals, call.world.environment),
                         engine_options(call.world.environment), find(line.given, "--yes") != nullptr,
                         std::move(line.words)});
}

}  // namespace ec2mimic::cli
