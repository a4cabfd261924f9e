#include "cli/call/logged_call.h"

#include <gtest/gtest.h>

namespace ec2mimic::cli {
namespace {

using Texts = std::vector<std::string>;

LoggedCall call_of(std::string_view text) { return std::get<LoggedCall>(read_logged_line(text)); }

TEST(LoggedCall, HasOneAttemptIfItsLineListsNone) {
  const LoggedCall call = call_of(
      R"({"time":"T","operation":"CreateVpc","region":"us-east-1","token":"t","outcome":"created","error":null,)"
      R"("ids":["vpc-1"],"exit":0})");
  EXPECT_EQ(call.operation, "CreateVpc");
  EXPECT_EQ(call.token, "t");
  EXPECT_EQ(call.ids, Texts{"vpc-1"});
  ASSERT_EQ(call.attempts.size(), 1U);
  EXPECT_EQ(call.attempts[0].client, "answered");
  EXPECT_EQ(call.outcomes(), Texts{"created"});
}

TEST(LoggedCall, IsLostIfItsAnswerWasNotShown) {
  const LoggedCall call =
      call_of(R"({"operation":"CreateVpc","outcome":"created","error":{"code":null,"message":"full"},"exit":255})");
  EXPECT_TRUE(call.attempts[0].is_lost());
  EXPECT_EQ(call.outcomes(), (Texts{"created", "lost"}));
}

TEST(LoggedCall, ReachedTheServiceIfThatRefusedIt) {
  const auto service = [](const std::string& exit) {
    const LoggedCall call = call_of(
        R"({"operation":"DeleteVpc","outcome":"Code","error":{"code":"Code","message":"m"},"exit":)" + exit + '}');
    EXPECT_EQ(call.outcomes(), (Texts{"failed", "Code"}));
    return call.attempts[0].service;
  };
  EXPECT_EQ(service("254"), "Code");
  EXPECT_EQ(service("252"), "");
}

TEST(LoggedCall, BeginsWithTheChangeThatItsFirstAttemptsMade) {
  const LoggedCall call =
      call_of(R"({"operation":"CreateVpc","outcome":"created","error":null,"exit":0,"attempts":[)"
              R"({"attempt":1,"fault":"lose-request","outcome":null,"client":"connection closed"},)"
              R"({"attempt":2,"fault":"internal-error","outcome":"created","client":"InternalError"},)"
              R"({"attempt":3,"fault":null,"outcome":"replayed","client":"answered"}]})");
  ASSERT_EQ(call.attempts.size(), 3U);
  EXPECT_EQ(call.attempts[0].outcomes(), Texts{"lost"});
  EXPECT_EQ(call.attempts[1].outcomes(), (Texts{"created", "failed", "InternalError"}));
  EXPECT_EQ(call.attempts[2].outcomes(), Texts{"replayed"});
  EXPECT_EQ(call.outcomes(), Texts{"created"});
}

TEST(LoggedCall, CountsAMismatchApartFromOtherFailures) {
  const LoggedCall call = call_of(
      R"({"operation":"CreateVpc","outcome":"mismatch","error":{"code":"IdempotentParameterMismatch","message":"m"},)"
      R"("exit":254})");
  EXPECT_EQ(call.outcomes(), Texts{"mismatch"});
}

TEST(LoggedLine, MayBeOfNoCallOrDamaged) {
  EXPECT_TRUE(std::holds_alternative<NoCall>(read_logged_line(R"({"operation":null,"outcome":"done"})")));
  for (const std::string_view text : {"", "nonsense", "[]", "3", R"({"outcome":"done"})", R"({"operation":"A"})",
                                      R"({"operation":"A","outcome":3})", R"({"time":)"}) {
    EXPECT_TRUE(std::holds_alternative<DamagedLine>(read_logged_line(text))) << text;
  }
  // Members of other types than ours count as missing.
  const LoggedCall call = call_of(R"({"operation":"A","outcome":"x","exit":"1","ids":3,"attempts":[4],"error":[]})");
  EXPECT_EQ(call.attempts.size(), 1U);
}

}  // namespace
}  // namespace ec2mimic::cli
