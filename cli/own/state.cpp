// `ec2mimic state`: the account as a whole.
#include <array>
#include <cstring>
#include <string>

#include "cli/command_line.h"
#include "cli/embedded.h"
#include "cli/own/own.h"
#include "cli/settings.h"
#include "cli/visible.h"
#include "cli/voice.h"
#include "core/python/json.h"
#include "core/python/text.h"

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

// The same for what replaces the account as a whole.
void replace(const Request& request, const std::function<void(Engine&)>& use) try {
  visit(request, use);
} catch (const AccountFailure& failure) {
  if (!failure.is_unknown()) throw;
  throw failures::general(failure.message()).noted("It is safe to repeat the command, with --yes.");
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

// Replacing a state cannot be undone, so it is asked for twice: on a terminal by a question, in a script by --yes.
bool is_confirmed(const Request& request, const std::string& loss) {
  if (request.yes || !request.world.files.has_content(request.path)) return true;
  if (!request.world.streams.in_is_terminal()) throw failures::refused(loss + " Say --yes if that is meant.");
  request.world.streams.write_error(loss + " Go on? [y/N] ");
  const auto answer = request.world.streams.read_line();
  return answer && (*answer == "y" || *answer == "Y" || *answer == "yes");
}

int reset(const Request& request) {
  if (!is_confirmed(request, "This deletes everything in " + request.path + '.')) return kProblemsFound;
  replace(request, [](Engine& engine) { engine.reset(); });
  return kSuccess;
}

std::string seed_text(const Request& request, const std::string& name) {
  if (name == "-") return request.world.streams.read_in();
  if (const std::string_view built_in = embedded("seeds/" + name + ".json"); !built_in.empty()) {
    return std::string(built_in);
  }
  const Files::Content file = request.world.files.read(name);
  if (file.error == 0) return file.text;
  throw failures::general("The seed " + python::repr(name) + " cannot be read: " + std::strerror(file.error) + '.');
}

Json seed_document(const std::string& name, const std::string& text) try {
  if (!python::is_utf8(text)) throw python::JsonError("it is not UTF-8");
  return python::load_json(text);
} catch (const python::JsonError& error) {
  throw failures::general("The seed " + python::repr(name) + " is not JSON: " + error.what() + '.');
}

int seed(const Request& request) {
  if (request.words.empty()) throw failures::bad_usage("the following arguments are required: FILE");
  const std::string& name = request.words.front();
  const Json document = seed_document(name, seed_text(request, name));
  if (!is_confirmed(request, "This replaces everything in " + request.path + '.')) return kProblemsFound;
  std::optional<BadParameters> bad;
  replace(request, [&](Engine& engine) { bad = engine.seed(document); });
  if (!bad) return kSuccess;
  std::string text = "The seed " + python::repr(name) + " cannot be used:";
  for (const std::string& fault : bad->faults) text += '\n' + visible_line(fault);
  throw failures::general(text);
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

int run_state(const OwnCall& call) {
  PlainLine line = read_plain_line({{"--yes", {}, nullptr, Takes::nothing}}, call.words);
  const Subcommand& subcommand = find_subcommand(line.words);
  line.words.erase(line.words.begin());
  if (line.words.size() > subcommand.words) {
    throw failures::unknown_options({line.words[subcommand.words]});
  }
  return subcommand.run({call.world, state_path(call.globals, call.world.environment),
                         engine_options(call.world.environment), find(line.given, "--yes") != nullptr,
                         std::move(line.words)});
}

}  // namespace ec2mimic::cli
