// `aws sts get-caller-identity`, which many scripts call first to find out the account number.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "cli/args/typed.h"
#include "cli/builtin/commands.h"
#include "cli/errors/failure.h"
#include "core/operation/registry.h"

namespace ec2mimic::cli {
namespace {

constexpr std::array<std::string_view, 10> kOtherStsCommands{"assume-role",
                                                             "assume-role-with-saml",
                                                             "assume-role-with-web-identity",
                                                             "assume-root",
                                                             "decode-authorization-message",
                                                             "get-access-key-info",
                                                             "get-delegated-access-token",
                                                             "get-federation-token",
                                                             "get-session-token",
                                                             "get-web-identity-token"};

// Says whether AWS has the operation.
Failure unknown_sts_operation(std::string_view name) {
  const std::vector<std::string> names = commands_of(Service::sts);
  std::vector<std::string_view> choices(names.begin(), names.end());
  choices.push_back(kHelp);
  if (std::find(kOtherStsCommands.begin(), kOtherStsCommands.end(), name) != kOtherStsCommands.end()) {
    return failures::not_mimicked("operation", name, choices, "sts " + std::string(name));
  }
  return failures::invalid_choice("operation", name, choices);
}

constexpr std::array<BuiltinForm, 1> kStsForms{{{.subcommand = "get-caller-identity"}}};
constexpr std::array<ExitDoc, 3> kStsExits{
    {{"0", "The answer was shown."}, kBadLine, {"255", "The state cannot be read, or a setting is wrong."}}};

}  // namespace

constinit const BuiltinCommand kSts{
    .name = "sts",
    .summary = "Answers get-caller-identity: the account in the state, and a fixed user",
    .description = "Scripts use it to find out which account they work on.",
    .forms = kStsForms,
    .exits = kStsExits,
    .unknown_word = &unknown_sts_operation,
    .service = Service::sts};

}  // namespace ec2mimic::cli
