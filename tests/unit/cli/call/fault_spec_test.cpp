#include "cli/call/fault_spec.h"

#include <gtest/gtest.h>

#include "cli/errors/failure.h"
#include "core/operation/registry.h"

namespace ec2mimic::cli {
namespace {

using std::chrono::milliseconds;

FaultRule rule(std::string_view spec) {
  auto rules = parse_faults(spec);
  EXPECT_EQ(rules.size(), 1U);
  return rules.front();
}

std::string fault_in(std::string_view spec) try {
  static_cast<void>(parse_faults(spec));
  return "none";
} catch (const Failure& failure) {
  return std::to_string(failure.exit_code()) + ' ' + failure.message();
}

TEST(FaultSpec, NamesTheFaultAndTheOperation) {
  for (const char* name : {"lose-response", "lose-request", "throttle", "internal-error", "unavailable", "kill"}) {
    EXPECT_EQ(name_of(rule(name).fault), name);
    EXPECT_EQ(rule(name).operation, nullptr);
  }
  EXPECT_EQ(rule("create-route-table/throttle").operation->name, "CreateRouteTable");
  EXPECT_EQ(rule("CreateRouteTable/throttle").operation->name, "CreateRouteTable");
}

TEST(FaultSpec, ReadsTheParts) {
  const FaultRule all = rule("delay:300ms:2calls:from-3:10%:seed-7");
  EXPECT_EQ(all.time, milliseconds(300));
  EXPECT_TRUE(all.counts_calls);
  EXPECT_EQ(all.count, 2U);
  EXPECT_EQ(all.from, 3U);
  EXPECT_EQ(all.percent, 10U);
  EXPECT_EQ(all.seed, 7U);
  EXPECT_FALSE(rule("throttle:2attempts").counts_calls);
  EXPECT_EQ(rule("delay:2s").time, milliseconds(2000));
  EXPECT_TRUE(rule("kill:before").before);
  EXPECT_FALSE(rule("kill").before);
  EXPECT_FALSE(rule("internal-error:after").before);
}

TEST(FaultSpec, HasSeveralRules) {
  const auto rules = parse_faults("throttle:1attempts,create-vpc/lose-response");
  ASSERT_EQ(rules.size(), 2U);
  EXPECT_EQ(rules[0].text, "throttle:1attempts");
  EXPECT_EQ(rules[1].text, "create-vpc/lose-response");
}

TEST(FaultSpec, MayNameAnOperationOfAnotherService) {
  EXPECT_EQ(rule("get-caller-identity/kill").operation->name, "GetCallerIdentity");
}

TEST(FaultSpec, NamesWhatIsWrong) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"", "'' is not one of lose-response, lose-request, throttle, internal-error, unavailable, delay, kill."},
      {"lose-respons", "'lose-respons' is not one of lose-response"},
      {"Throttle", "'Throttle' is not one of"},
      {"create-cat/throttle", "'create-cat' is not an operation of ec2mimic."},
      {"createroutetable/throttle", "'createroutetable' is not an operation of ec2mimic."},
      {"/throttle", "'' is not an operation of ec2mimic."},
      {"create-vpc/create-vpc/throttle", "'create-vpc/throttle' is not one of"},
      {"throttle:", "'' is not a part such as 2calls, 2attempts"},
      {"throttle:2x", "'2x' is not a part"},
      {"throttle:2", "'2' is not a part"},
      {"throttle:calls", "'calls' is not a part"},
      {"throttle:-2calls", "'-2calls' is not a part"},
      {"throttle:1.5s", "'1.5s' is not a part"},
      {"throttle: 2calls", "' 2calls' is not a part"},
      {"throttle:99999999999calls", "is too large; the most is 1000000000."},
      {"throttle:0calls", "'0calls' is less than 1."},
      {"throttle:0attempts", "'0attempts' is less than 1."},
      {"throttle:from-0", "'from-0' is less than 1."},
      {"throttle:101%", "'101%' is more than 100%."},
      {"throttle:1calls:1attempts", "'1attempts' is a second count: calls and attempts exclude each other."},
      {"throttle:1calls:2calls", "'2calls' repeats a part."},
      {"throttle:from-2:from-2", "'from-2' repeats a part."},
      {"throttle:1%:2%", "'2%' repeats a part."},
      {"throttle:1%:seed-1:seed-2", "'seed-2' repeats a part."},
      {"kill:before:after", "'after' repeats a part."},
      {"delay:2s:2s", "'2s' repeats a part."},
      {"throttle:before", "'before' only goes with internal-error and kill."},
      {"lose-response:after", "'after' only goes with internal-error and kill."},
      {"throttle:2s", "'2s' is a time, which only delay takes."},
      {"delay", "'delay' needs a time, as in delay:2s."},
      {"delay:2calls", "'delay' needs a time, as in delay:2s."},
      {"throttle:seed-7", "a seed needs a percentage, as in 10%:seed-7."},
      {"throttle,", "The fault '' is not valid: '' is not one of"},
      {"throttle, kill", "The fault ' kill' is not valid: ' kill' is not one of"},
      {"kill,throttle:x,delay", "The fault 'throttle:x' is not valid: 'x' is not a part"},
  };
  for (const auto& [spec, why] : cases) {
    const std::string fault = fault_in(spec);
    EXPECT_TRUE(fault.starts_with("252 The fault '")) << spec << ": " << fault;
    EXPECT_NE(fault.find(why), std::string::npos) << spec << ": " << fault;
  }
}

TEST(FaultSpec, TakesTheExamplesOfTheManual) {
  for (const char* spec : {"lose-response", "create-route-table/lose-response:1calls", "throttle:2attempts", "delay:2s",
                           "internal-error:before:10%:seed-7"}) {
    EXPECT_EQ(fault_in(spec), "none");
  }
}

}  // namespace
}  // namespace ec2mimic::cli
