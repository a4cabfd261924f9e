// `aws sts get-caller-identity`, which scripts begin with to learn the account's number.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "cli/args/own_commands.h"
#include "cli/args/typed.h"
#include "cli/errors/failure.h"
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

const Operation& sts_operation(std::string_view name) {
  constexpr std::string_view kOperation = "get-caller-identity";
  if (name == kOperation) return get_caller_identity;
  const std::vector<std::string_view> choices{kOperation, kHelp};
  if (std::find(kOfAwsAlone.begin(), kOfAwsAlone.end(), name) != kOfAwsAlone.end()) {
    throw failures::not_mimicked("operation", name, choices, "sts " + std::string(name));
  }
  throw failures::invalid_choice("operation", name, choices);
}

}  // namespace ec2mimic::cli
