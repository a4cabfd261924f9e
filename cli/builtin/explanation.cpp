#include "cli/builtin/explanation.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "cli/args/command_line.h"
#include "cli/args/protocol_words.h"
#include "cli/args/typed.h"
#include "cli/args/values.h"
#include "cli/builtin/commands.h"
#include "cli/config/settings.h"
#include "cli/errors/failure.h"
#include "cli/python/shell_words.h"
#include "core/operation/registry.h"
#include "core/text/ascii.h"
#include "core/text/trimmed.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kMismatch = "IdempotentParameterMismatch";
constexpr const char* kNothing = "-";

std::string text_of(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string value_in(const Json& request, const std::string& name) {
  const auto found = request.find(name);
  return found == request.end() ? kNothing : text_of(*found);
}

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(width, text.size()), ' ');
  return text;
}

std::string with_commas(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

std::string answer_to_the_same(const Engine::UsedToken& token, const Prediction& again) {
  const std::string mismatch(kMismatch);
  if (again.is_replay)
    return "The same call returns it again; a call with other parameters is refused with " + mismatch + '.';
  if (again.code == kMismatch) return "Every call with this token is refused with " + mismatch + '.';
  const std::string call(token.is_expired ? "The token has expired, so the same call " : "The same call ");
  return call + (again.code.empty() ? "creates a new resource." : "is refused with " + again.code + '.');
}

std::string_view what_became_of_it(const Engine::UsedToken& token) {
  if (token.is_alive) return "is alive";
  return token.is_listed ? "was deleted, or failed, and is still listed" : "was deleted";
}

// The row of one parameter.
struct ParameterRow {
  std::string name, first, second;
};

std::vector<ParameterRow> rows_of(const Json& first, const Json& second) {
  std::set<std::string> names;
  for (const Json* request : {&first, &second}) {
    for (const auto& [name, value] : request->items()) names.insert(name);
  }
  std::vector<ParameterRow> rows;
  for (const std::string& name : names) rows.push_back({name, value_in(first, name), value_in(second, name)});
  return rows;
}

std::string table(const std::vector<ParameterRow>& rows) {
  ParameterRow widest{"", "first call", "second call"};
  for (const ParameterRow& row : rows) {
    widest.name.resize(std::max(widest.name.size(), row.name.size()));
    widest.first.resize(std::max(widest.first.size(), row.first.size()));
    widest.second.resize(std::max(widest.second.size(), row.second.size()));
  }
  const auto line = [&](const ParameterRow& row, const char* end) {
    return "  " + padded(row.name, widest.name.size()) + "  " + padded(row.first, widest.first.size()) + "  " +
           (*end == 0 ? row.second : padded(row.second, widest.second.size()) + end) + '\n';
  };
  std::string text = line({"", "first call", "second call"}, "");
  for (const ParameterRow& row : rows) text += line(row, row.first == row.second ? "" : "  differs");
  return text;
}

// Why the second call is answered as it is, as far as the two calls tell.
std::string reason(const Engine::UsedToken& token, const std::vector<std::string>& different, bool is_in_other_case) {
  if (token.is_expired) return "The token has expired";
  if (!different.empty()) return with_commas(different) + (different.size() == 1 ? " differs" : " differ");
  if (is_in_other_case) return "The token differs in capital letters";
  return token.is_listed ? "Nothing differs" : "Nothing differs, but " + token.resource_id + " was deleted";
}

std::string answer_to_the_second(const Engine::UsedToken& token, const Prediction& prediction) {
  if (!prediction.code.empty()) return "is refused with " + prediction.code;
  return prediction.is_replay ? "returns " + token.resource_id + " and creates nothing" : "creates a new resource";
}

}  // namespace

std::string age_text(std::chrono::seconds age) {
  const auto count = age.count();
  constexpr std::int64_t kMinute = 60, kHour = 3600, kDay = 86400;
  if (count < 2 * kMinute) return std::to_string(count) + 's';
  if (count < 2 * kHour) return std::to_string(count / kMinute) + 'm';
  return count < 2 * kDay ? std::to_string(count / kHour) + 'h' : std::to_string(count / kDay) + 'd';
}

std::string explanation(const Engine::UsedToken& token, const Prediction& again) {
  std::string text = token.operation + " in " + token.region + ", " + age_text(token.age) + " ago (" + token.time + ")";
  text += token.request.empty() ? ", without parameters.\n" : ", with these parameters:\n";
  for (const auto& [name, value] : token.request.items()) text += "  " + name + ": " + text_of(value) + '\n';
  const Operation* operation = find_operation_called(token.operation);
  if (operation != nullptr && operation->token_rules != nullptr && !operation->token_rules->tags_count)
    text += "Tags are not compared, so they are not remembered.\n";
  text += "It created " + token.resource_id + ", which " + std::string(what_became_of_it(token)) + ".\n";
  return text + answer_to_the_same(token, again) + '\n';
}

SecondCall read_second_call(System& system, std::string_view line, std::string region) {
  ShellWords split = shell_words(line);
  if (split.unclosed) throw failures::bad_parameter("--call", "a quote in '" + std::string(line) + "' is not closed.");
  std::vector<std::string>& owned = split.words;
  if (!owned.empty() && (owned.front() == "aws" || owned.front() == "ec2mimic")) owned.erase(owned.begin());
  const std::vector<std::string_view> words(owned.begin(), owned.end());
  const Typed typed = read_typed(words, builtin_commands());
  if (typed.globals_fault) throw Failure(*typed.globals_fault);
  if (typed.globals.state)
    throw failures::bad_parameter("--call", "the call is made in this account, so --state goes before --call.");
  const Operation* operation = typed.command ? find_operation(*typed.command) : nullptr;
  if (operation == nullptr) {
    throw failures::bad_parameter("--call", '\'' + std::string(line) + "' is not the command line of an operation.");
  }
  const CommandLine options = read_command_line(*operation, typed.rest);
  if (!options.unknown.empty()) throw failures::unknown_options(options.unknown);
  Json request = read_values(options, system);
  replace_protocol_word(*operation, request);
  if (typed.globals.region) region = Settings(system, typed.globals).region();
  return {*operation, std::move(region), std::move(request)};
}

std::string comparison(const Engine::UsedToken& token, const SecondCall& second, const Prediction& prediction) {
  const std::string what(second.operation.name);
  if (second.operation.token == nullptr) return "The second call is " + what + ", which takes no token.\n";
  // The service answers it before it looks at the token.
  if (second.request.value(std::string(kDryRun), false))
    return "The second call is a dry run: it is answered with DryRunOperation and creates nothing.\n";
  if (what != token.operation)
    return "The second call is " + what + ", which has tokens of its own: this one does not matter to it.\n";
  if (second.region != token.region)
    return "The second call is in " + second.region +
           ", which has tokens of its own: this one does not matter to it.\n";
  const auto other = second.request.find(std::string(second.operation.token->name));
  const std::string given(other == second.request.end() ? token.token : trimmed(other->get_ref<const std::string&>()));
  const bool finds_other_case = !second.operation.token_rules->other_case_text.empty();
  if (finds_other_case ? ascii::lower(given) != ascii::lower(token.token) : given != token.token)
    return "The second call has another token.\n";
  const Json first = Engine::repeatable_part(second.operation, token.request);
  const std::vector<ParameterRow> rows = rows_of(first, Engine::repeatable_part(second.operation, second.request));
  std::vector<std::string> different;
  for (const ParameterRow& row : rows) {
    if (row.first != row.second) different.push_back(row.name);
  }
  return table(rows) + reason(token, different, given != token.token) + ": the second call " +
         answer_to_the_second(token, prediction) + ".\n";
}

}  // namespace ec2mimic::cli
