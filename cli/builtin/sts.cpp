// `aws sts get-caller-identity`, which scripts begin with to learn the account's number.
#include <algorithm>
#include <array>
#include <string>

#include "cli/args/words.h"
#include "cli/builtin/own.h"
#include "cli/call/operation_call.h"
#include "cli/errors/failure.h"
#include "cli/help/help.h"
#include "core/operation/registry.h"

namespace ec2mimic::cli {
namespace {

constexpr std::array<std::string_view, 10> kOfAwsAlone{"assume-role",
                                                       "assume-role-with-saml",
                                                       "assume-role-with-web-identity",
                                                       "assume-root",
                                                       "decode-authorization-message",
                                                       "get-access-key-info",
                                                       "get-delegated-access-token",
                                                       "get-federation-token",
                                                       "get-session-token",
                                                       "get-web-identity-token"};

}  // namespace

int run_sts(const OwnCall& call) {
  constexpr std::string_view kHelp = "help";
  const Positional line = take_positional(call.words);
  if (!line.value) throw failures::bad_usage("the following arguments are required: operation");
  const Operation* operation = find_operation(*line.value, Service::sts);
  if (*line.value == kHelp) {
    return print_help(call.world, own_page(*find_own_command("sts"), call.world.program));
  }
  if (operation != nullptr) {
    return run_operation(call.world, call.globals, call.settings, call.answers, *operation, line.rest);
  }
  std::vector<std::string> names;
  for (const Operation* one : operations(Service::sts)) names.push_back(kebab_case(one->name));
  std::vector<std::string_view> choices(names.begin(), names.end());
  choices.push_back(kHelp);
  if (std::find(kOfAwsAlone.begin(), kOfAwsAlone.end(), *line.value) != kOfAwsAlone.end()) {
    throw failures::not_mimicked("operation", *line.value, choices, "sts " + std::string(*line.value));
  }
  throw failures::invalid_choice("operation", *line.value, choices);
}

}  // namespace ec2mimic::cli
