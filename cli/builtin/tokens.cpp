// `ec2mimic tokens`: the ledger of client tokens.
#include <algorithm>
#include <array>
#include <cerrno>
#include <string>

#include "cli/args/command_line.h"
#include "cli/builtin/commands.h"
#include "cli/builtin/explanation.h"
#include "cli/builtin/replays.h"
#include "cli/call/invocation.h"
#include "cli/config/settings.h"
#include "cli/errors/failure.h"
#include "cli/output/stdout.h"
#include "cli/python/text.h"
#include "cli/system/visible.h"
#include "core/operation/registry.h"
#include "core/text/trimmed.h"

namespace ec2mimic::cli {
namespace {

void visit(const Invocation& call, const Engine::Options& options, const std::function<void(Engine&)>& use) {
  call.system.engines.with_engine(state_path(call.typed.globals, call.system.environment), options, use);
}

void visit(const Invocation& call, const std::function<void(Engine&)>& use) {
  visit(call, engine_options(call.system.environment), use);
}

// Oldest first.
std::vector<Engine::UsedToken> all_tokens(const Invocation& call) {
  std::vector<Engine::UsedToken> tokens;
  visit(call, [&](Engine& engine) { tokens = engine.tokens(); });
  std::stable_sort(tokens.begin(), tokens.end(),
                   [](const auto& one, const auto& other) { return one.time < other.time; });
  return tokens;
}

int list_tokens(const Invocation& call, const BuiltinLine&) {
  std::optional<Replays> replays;
  if (const auto log = log_path(call.typed.globals.log, call.system.environment))
    replays.emplace(call.system.files, *log);
  // Before the first call with a log there is none.
  if (replays && replays->error() != 0 && replays->error() != ENOENT) {
    call.system.streams.write_error("ec2mimic: replays are not counted, because the call log cannot be read: " +
                                    why_unread(replays->error()) + '\n');
  }
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

// How the service would answer a call with this token, unless the request has one of its own.
Prediction rehearsed(const Invocation& call, const Operation* operation, Json request, const std::string& region,
                     const std::string& token) {
  if (operation == nullptr) return {.code = "InvalidAction"};  // the record was edited by hand
  if (operation->token != nullptr) request.emplace(std::string(operation->token->name), token);
  Engine::Options options = engine_options(call.system.environment);
  options.is_rehearsal = true;
  CallSummary summary;
  options.summary = &summary;
  Prediction prediction;
  visit(call, options, [&](Engine& engine) {
    const Outcome outcome = engine.call(*operation, request, region);
    if (const auto* error = std::get_if<ApiError>(&outcome)) prediction.code = error->code;
  });
  prediction.is_replay = summary.action == CallSummary::Action::replayed;
  return prediction;
}

int explain_token(const Invocation& call, const BuiltinLine& line) {
  const std::string& name = line.words.front();
  const std::string_view remembered = trimmed(name);
  std::optional<SecondCall> second;
  if (const OptionValue* words = find_option(line.given, "--call")) {
    second.emplace(read_second_call(call.system, words->values.front(), call.settings.region()));
  }
  std::string text;
  for (const Engine::UsedToken& token : all_tokens(call)) {
    if (token.token != remembered) continue;
    const Prediction again =
        rehearsed(call, find_operation_called(token.operation), token.request, token.region, token.token);
    text += (text.empty() ? "" : "\n") + explanation(token, again);
    if (!second) continue;
    text +=
        comparison(token, *second, rehearsed(call, &second->operation, second->request, second->region, token.token));
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
  if (!line.words.empty()) return {.token = std::string(trimmed(line.words.front()))};
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

int forget_tokens(const Invocation& call, const BuiltinLine& line) {
  const Engine::ForgetTokens which = chosen_tokens(call, line);
  Engine::Forgotten result;
  visit(call, [&](Engine& engine) { result = engine.forget_tokens(which); });
  if (which.token && result.forgotten == 0) return no_such_token(call, line.words.front());
  const std::string tokens = result.forgotten == 1 ? " client token" : " client tokens";
  print(call.system,
        std::to_string(result.forgotten) + tokens + " forgotten, " + std::to_string(result.kept) + " kept\n");
  return kSuccess;
}

constexpr std::array<BuiltinOption, 5> kTokensOptions{{
    {"--expired", {}, "Forgets the tokens that have reached the age in EC2MIMIC_TOKEN_TTL."},
    {"--older-than",
     {.placeholder = "AGE"},
     "Forgets the tokens that are at least as old as AGE, such as 90s, 30m, 24h or 7d."},
    {"--deleted",
     {},
     "Forgets the tokens whose resource was deleted or failed, even if it is still listed, as NAT gateways are."},
    {"--all", {}, "Forgets all tokens."},
    {"--call",
     {.placeholder = "LINE"},
     "A second call, as one word, to compare with the first one that used the token."},
}};
constexpr auto kForgetting = std::span(kTokensOptions).first<4>();
constexpr auto kExplaining = std::span(kTokensOptions).last<1>();
constexpr BuiltinValue kUsedToken{.placeholder = "TOKEN", .completes = Completes::token};
constexpr std::array<BuiltinOperand, 1> kExplainOperands{{{.value = kUsedToken, .called = "TOKEN"}}};
constexpr std::array<BuiltinOperand, 1> kForgetOperands{{{.value = kUsedToken}}};
constexpr std::array<BuiltinForm, 3> kTokensForms{{
    {.run = &list_tokens},
    {.subcommand = "explain", .run = &explain_token, .operands = kExplainOperands, .options = kExplaining},
    {.subcommand = "forget", .run = &forget_tokens, .operands = kForgetOperands, .options = kForgetting},
}};
constexpr std::array<ExitDoc, 4> kTokensExits{{
    {"0", "Success."},
    {"1", "There is no such token."},
    kBadLine,
    {"255", "The state cannot be read or written, or a setting is wrong."},
}};

}  // namespace

constinit const BuiltinCommand kTokens{
    .name = "tokens",
    .summary = "Lists, explains and forgets client tokens",
    .description =
        "Without a subcommand the tokens that are remembered are listed, oldest first, and those of one second by "
        "name: the operation, the token, the resource that the call created and whether it is alive, the age and, if "
        "there is a call log (--log or EC2MIMIC_LOG), how often the call was replayed, according to it, since it "
        "created the resource. --output and "
        "--query work as for answers.\n\n`explain` says what the first call with a token was. With --call "
        "it shows the parameters of a second call beside those of the first, which of them differs, and "
        "what the second call would be answered: `--call 'create-route-table --vpc-id vpc-1'`. For this the call is "
        "made, but its changes are not kept.\n\n`forget` "
        "removes one token, or those that an option chooses, and says how many; otherwise they are kept "
        "forever. A later call with such a token creates a new resource.",
    .forms = kTokensForms,
    .options = kTokensOptions,
    .exits = kTokensExits,
    .see_also = kAboutLostAnswers};

}  // namespace ec2mimic::cli
