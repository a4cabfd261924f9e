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
  static constexpr auto members =
      model::members(member<&GetCallerIdentityResponse::user_id>("UserId", "The id of the user, always the same."),
                     member<&GetCallerIdentityResponse::account>("Account", "The account that the state holds."),
                     member<&GetCallerIdentityResponse::arn>("Arn", "The user's full name, with the account in it."));
};

namespace {

// In the form of AWS: `AIDA`, which says that it is a user's, and seventeen letters.
constexpr std::string_view kUserId = "AIDAEC2MIMICLOCALUSER";

GetCallerIdentityResponse run(const GetCallerIdentity&, Context& context) {
  return {std::string(kUserId), context.account(), "arn:aws:iam::" + context.account() + ":user/ec2mimic"};
}

}  // namespace

namespace ops {

extern constinit const Operation get_caller_identity = define<&run>({
    .name = "GetCallerIdentity",
    .summary = "Shows the account that the state holds, and the user that acts in it",
    .description = "Scripts ask it which account they work on. The user is always the same, and whoever calls may do "
                   "everything.",
});

}  // namespace ops
}  // namespace ec2mimic
