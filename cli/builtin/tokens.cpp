// `ec2mimic tokens`: the ledger of client tokens.
#include <algorithm>
#include <string>

#include "cli/args/command_line.h"
#include "cli/builtin/explanation.h"
#include "cli/builtin/replays.h"
#include "cli/call/invocation.h"
#include "cli/config/settings.h"
#include "cli/errors/failure.h"
#include "cli/output/stdout.h"
#include "cli/python/text.h"
#include "cli/system/visible.h"

namespace ec2mimic::cli {
namespace {

void visit(const Invocation& call, const std::function<void(Engine&)>& use) {
  const Environment& environment = call.system.environment;
  call.system.engines.with_engine(state_path(call.typed.globals, environment), engine_options(environment), use);
}

// Oldest first.
std::vector<Engine::UsedToken> all_tokens(const Invocation& call) {
  std::vector<Engine::UsedToken> tokens;
  visit(call, [&](Engine& engine) { tokens = engine.tokens(); });
  std::stable_sort(tokens.begin(), tokens.end(),
                   [](const auto& one, const auto& other) { return one.time < other.time; });
  return tokens;
}

int list(const Invocation& call) {
  std::optional<Replays> replays;
  if (const auto log = log_path(call.typed.globals.log, call.system.environment))
    replays.emplace(call.system.files, *log);
  Json rows = Json::array();
  for (const Engine::UsedToken& token : all_tokens(call)) {
    const auto replayed = replays ? replays->of(token) : std::nullopt;
    rows.push_back({{"Token", token.token},
                    {"Operation", token.operation},
                    {"Region", token.region},
                    {"ResourceId", token.resource_id},
                    {"State", token.is_alive ? "alive" : "deleted"},
                    {"Time", token.time},
                    {"Age", age_text(token.age)},
                    {"Expired", token.is_expired},
                    {"Replayed", replayed ? Json(*replayed) : Json()}});
  }
  call.presenter.show({{"Tokens", std::move(rows)}}, "Tokens");
  return kSuccess;
}

int no_such_token(const Invocation& call, const std::string& token) {
  call.system.streams.write_error("ec2mimic: there is no client token " + python::repr(token) + '\n');
  return kProblemsFound;
}

int explain(const Invocation& call, const BuiltinLine& line) {
  const std::string& name = line.words.front();
  std::optional<SecondCall> second;
  if (const OptionValue* words = find_option(line.given, "--call")) {
    second.emplace(read_second_call(call.system, words->values.front(), call.settings.region()));
  }
  std::string text;
  for (const Engine::UsedToken& token : all_tokens(call)) {
    if (token.token != name) continue;
    text += (text.empty() ? "" : "\n") + explanation(token) + (second ? comparison(token, *second) : "");
  }
  if (text.empty()) return no_such_token(call, name);
  print(call.system, visible(text));
  return kSuccess;
}

// Which tokens the line chooses: one, or those of exactly one of the options.
Engine::ForgetTokens chosen_tokens(const Invocation& call, const BuiltinLine& line) {
  if (line.given.empty() && line.words.empty()) {
    throw failures::bad_usage("one of the arguments TOKEN --expired --older-than --deleted --all is required");
  }
  if (line.given.size() + line.words.size() > 1) {
    const std::string other = line.words.empty() ? line.given[0].name : "TOKEN";
    throw failures::bad_usage("argument " + line.given.back().name + ": not allowed with argument " + other);
  }
  if (!line.words.empty()) return {.token = line.words.front()};
  if (find_option(line.given, "--deleted") != nullptr) return {.deleted = true};
  if (find_option(line.given, "--all") != nullptr) return {.all = true};
  if (const OptionValue* older = find_option(line.given, "--older-than")) {
    const auto age = duration(older->values.front());
    if (age) return {.older_than = age};
    throw failures::bad_parameter("--older-than",
                                  "'" + older->values.front() + "' is not an age such as 3600, 90s, 30m, 24h or 7d.");
  }
  const auto lifetime = engine_options(call.system.environment).token_lifetime;
  if (lifetime) return {.older_than = lifetime};
  throw failures::refused("No token expires unless EC2MIMIC_TOKEN_TTL is set. Set it, or pass --older-than.");
}

int forget(const Invocation& call, const BuiltinLine& line) {
  const Engine::ForgetTokens which = chosen_tokens(call, line);
  Engine::Forgotten result;
  visit(call, [&](Engine& engine) { result = engine.forget_tokens(which); });
  if (which.token && result.forgotten == 0) return no_such_token(call, *which.token);
  const std::string tokens = result.forgotten == 1 ? " client token" : " client tokens";
  print(call.system,
        std::to_string(result.forgotten) + tokens + " forgotten, " + std::to_string(result.kept) + " kept\n");
  return kSuccess;
}

}  // namespace

int run_tokens(const Invocation& call) {
  const BuiltinLine line = read_builtin_line("tokens", call.typed.rest);
  if (line.subcommand == "explain") return explain(call, line);
  return line.subcommand == "forget" ? forget(call, line) : list(call);
}

}  // namespace ec2mimic::cli
