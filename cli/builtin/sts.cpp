// `aws sts get-caller-identity`, which many scripts call first to find out the account number.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "cli/args/builtin_commands.h"
#include "cli/args/typed.h"
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

}  // namespace

Failure unknown_sts_operation(std::string_view name) {
  std::vector<std::string> names;
  for (const Operation* one : operations(Service::sts)) names.push_back(kebab_case(one->name));
  std::vector<std::string_view> choices(names.begin(), names.end());
  choices.push_back(kHelp);
  if (std::find(kOtherStsCommands.begin(), kOtherStsCommands.end(), name) != kOtherStsCommands.end()) {
    return failures::not_mimicked("operation", name, choices, "sts " + std::string(name));
  }
  return failures::invalid_choice("operation", name, choices);
}

}  // namespace ec2mimic::cli
