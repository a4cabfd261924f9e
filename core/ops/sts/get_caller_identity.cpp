#include "core/operation/caller.h"
#include "core/operation/operation.h"

namespace ec2mimic {
namespace {

struct GetCallerIdentity {};

struct GetCallerIdentityResponse {
  std::string user_id{};
  std::string account{};
  std::string arn{};
};

}  // namespace

template <>
struct model::Describe<GetCallerIdentity> {
  static constexpr std::string_view name = "GetCallerIdentityRequest";
  static constexpr auto members = model::members<GetCallerIdentity>();
};

template <>
struct model::Describe<GetCallerIdentityResponse> {
  static constexpr std::string_view name = "GetCallerIdentityResponse";
  static constexpr auto members = model::members(
      member<&GetCallerIdentityResponse::user_id>("UserId", "The id of the user, always the same."),
      member<&GetCallerIdentityResponse::account>("Account", "The account in the state."),
      member<&GetCallerIdentityResponse::arn>("Arn", "The ARN of the user, which contains the account."));
};

namespace {

GetCallerIdentityResponse run_get_caller_identity(const GetCallerIdentity&, Context& context) {
  return {std::string(kCallerId), context.account(), "arn:aws:iam::" + context.account() + ":user/ec2mimic"};
}

}  // namespace

namespace ops {

extern constinit const Operation get_caller_identity = define<&run_get_caller_identity>({
    .name = "GetCallerIdentity",
    .summary = "Shows the account in the state, and the user that makes the calls",
});

}  // namespace ops
}  // namespace ec2mimic
