// `aws sts get-caller-identity`, which scripts begin with to learn the account's number.
#include <algorithm>
#include <array>
#include <string>

#include "cli/args/words.h"
#include "cli/builtin/own.h"
#include "cli/call/operation_call.h"
#include "cli/errors/failure.h"
#include "cli/help/help.h"
#include "core/sts/get_caller_identity.h"

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
  constexpr std::string_view kOperation = "get-caller-identity";
  constexpr std::string_view kHelp = "help";
  const Positional line = take_positional(call.words);
  if (!line.value) throw failures::bad_usage("the following arguments are required: operation");
  if (*line.value == kHelp || (*line.value == kOperation && !line.rest.empty() && line.rest.front() == kHelp)) {
    return print_help(call.world, own_page(*find_own_command("sts"), call.world.program));
  }
  const std::vector<std::string_view> choices{kOperation, kHelp};
  if (std::find(kOfAwsAlone.begin(), kOfAwsAlone.end(), *line.value) != kOfAwsAlone.end()) {
    throw failures::not_mimicked("operation", *line.value, choices, "sts " + std::string(*line.value));
  }
  if (*line.value != kOperation) throw failures::invalid_choice("operation", *line.value, choices);
  return run_operation(call.world, call.globals, call.settings, call.answers, get_caller_identity, line.rest);
}

}  // namespace ec2mimic::cli
