#include "cli/call/faults.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "cli/call/fault_file.h"
#include "core/operation/registry.h"
#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

constexpr const char* kPath = "/state.json.fault";

// On which attempts of a call faults act: `x` if they do, `.` if not.
std::string drawn(Faults& faults, std::string_view operation, int attempts) {
  std::string text;
  faults.begin_call();
  for (int i = 0; i < attempts; ++i) text += faults.draw(*find_operation(operation)) != nullptr ? 'x' : '.';
  return text;
}

// Each test is about faults that are counted in this process, and in a file.
class FaultsTest : public ::testing::TestWithParam<bool> {
 protected:
  TestSystem here_;

  Faults faults(std::string_view spec) {
    if (!GetParam()) return Faults(parse_faults(spec));
    write_fault_file(here_.files, kPath, parse_faults(spec));
    return *faults_in_effect(here_.system, {}, "/state.json");
  }
};

TEST_P(FaultsTest, WithoutACountActOnEveryAttempt) {
  Faults all = faults("throttle");
  EXPECT_EQ(drawn(all, "create-vpc", 3), "xxx");
  EXPECT_EQ(drawn(all, "delete-vpc", 3), "xxx");
}

TEST_P(FaultsTest, ActOnAllAttemptsOfSoManyCalls) {
  Faults two = faults("throttle:2calls");
  EXPECT_EQ(drawn(two, "create-vpc", 3), "xxx");
  EXPECT_EQ(drawn(two, "delete-vpc", 1), "x");
  EXPECT_EQ(drawn(two, "create-vpc", 3), "...");
}

TEST_P(FaultsTest, ActOnSoManyAttempts) {
  Faults two = faults("throttle:2attempts");
  EXPECT_EQ(drawn(two, "create-vpc", 1), "x");
  EXPECT_EQ(drawn(two, "create-vpc", 3), "x..");
}

TEST_P(FaultsTest, BeginAtANumber) {
  Faults attempts = faults("throttle:from-3");
  EXPECT_EQ(drawn(attempts, "create-vpc", 4), "..xx");
  Faults calls = faults("throttle:from-2:1calls");
  EXPECT_EQ(drawn(calls, "create-vpc", 2), "..");
  EXPECT_EQ(drawn(calls, "create-vpc", 2), "xx");
  EXPECT_EQ(drawn(calls, "create-vpc", 2), "..");
}

TEST_P(FaultsTest, CountOnlyTheirOperation) {
  Faults of_create = faults("create-vpc/throttle:1attempts");
  EXPECT_EQ(drawn(of_create, "delete-vpc", 2), "..");
  EXPECT_EQ(drawn(of_create, "create-vpc", 2), "x.");
}

TEST_P(FaultsTest, ActByTheFirstRuleThatMatches) {
  Faults both = faults("throttle:1attempts,lose-response:1attempts");
  both.begin_call();
  const Operation& operation = *find_operation("create-vpc");
  EXPECT_EQ(both.draw(operation)->fault, Fault::throttle);
  EXPECT_EQ(both.draw(operation)->fault, Fault::lose_response);
  EXPECT_EQ(both.draw(operation), nullptr);
}

TEST_P(FaultsTest, DrawAPercentageThatRepeats) {
  const auto draws = [&](std::string_view spec) {
    Faults some = faults(spec);
    return drawn(some, "create-vpc", 400);
  };
  const std::string first = draws("throttle:10%:seed-7");
  EXPECT_EQ(draws("throttle:10%:seed-7"), first);
  EXPECT_NE(draws("throttle:10%:seed-8"), first);
  EXPECT_EQ(first.substr(0, 30), ".........x....................") << "the same on every machine and in every release";
  const auto count = std::count(first.begin(), first.end(), 'x');
  EXPECT_GT(count, 20);
  EXPECT_LT(count, 60);
  EXPECT_EQ(draws("throttle:0%"), std::string(400, '.'));
  EXPECT_EQ(draws("throttle:100%"), std::string(400, 'x'));
}

TEST_P(FaultsTest, CountThoseOfAPercentage) {
  Faults one = faults("throttle:10%:seed-7:1attempts");
  const std::string attempts = drawn(one, "create-vpc", 400);
  EXPECT_EQ(std::count(attempts.begin(), attempts.end(), 'x'), 1);
}

INSTANTIATE_TEST_SUITE_P(InTheProcess, FaultsTest, ::testing::Values(false));
INSTANTIATE_TEST_SUITE_P(InAFile, FaultsTest, ::testing::Values(true));

class FaultFile : public ::testing::Test {
 protected:
  TestSystem here_;
  std::string& text_ = here_.files.files[kPath];
  const Operation& operation_ = *find_operation("create-vpc");

  Faults faults() { return *faults_in_effect(here_.system, {}, "/state.json"); }
};

TEST_F(FaultFile, KeepsTheNumbersBetweenProcesses) {
  write_fault_file(here_.files, kPath, parse_faults("throttle:2calls,kill:from-3"));
  EXPECT_EQ(text_, "ec2mimic-faults 1\nthrottle:2calls 0 0\nkill:from-3 0 0\n");
  Faults first = faults();
  EXPECT_EQ(drawn(first, "create-vpc", 3), "xxx");
  Faults second = faults();
  EXPECT_EQ(drawn(second, "create-vpc", 1), "x");
  EXPECT_EQ(text_, "ec2mimic-faults 1\nthrottle:2calls 2 2\nkill:from-3 0 0\n");
  EXPECT_EQ(drawn(first, "create-vpc", 3), "..x") << "a call of the first, which was begun again";
  EXPECT_EQ(text_, "ec2mimic-faults 1\nthrottle:2calls 2 2\nkill:from-3 3 1\n");
  write_fault_file(here_.files, kPath, parse_faults("throttle:2calls"));
  EXPECT_EQ(text_, "ec2mimic-faults 1\nthrottle:2calls 0 0\n");
}

TEST_F(FaultFile, IsFollowedWhenItIsSetAgainOrClearedDuringACall) {
  write_fault_file(here_.files, kPath, parse_faults("throttle:1calls"));
  Faults one = faults();
  one.begin_call();
  EXPECT_EQ(one.draw(operation_)->fault, Fault::throttle);
  write_fault_file(here_.files, kPath, parse_faults("kill:1attempts,unavailable"));
  EXPECT_EQ(one.draw(operation_)->fault, Fault::kill);
  EXPECT_EQ(one.draw(operation_)->fault, Fault::unavailable);
  remove_fault_file(here_.files, kPath);
  EXPECT_EQ(one.draw(operation_), nullptr);
  EXPECT_FALSE(here_.files.files.contains(kPath)) << "it is not made again";
}

TEST_F(FaultFile, SetAgainDuringACallForgetsHowTheOldRulesDecided) {
  write_fault_file(here_.files, kPath, parse_faults("throttle:1calls"));
  Faults one = faults();
  one.begin_call();
  EXPECT_EQ(one.draw(operation_)->fault, Fault::throttle);
  write_fault_file(here_.files, kPath, parse_faults("kill:from-2:1calls"));
  EXPECT_EQ(one.draw(operation_), nullptr);
}

TEST_F(FaultFile, IsNotWrittenForRulesThatNeedNoNumber) {
  write_fault_file(here_.files, kPath, parse_faults("throttle"));
  here_.files.files[kPath] = "ec2mimic-faults 1\nthrottle 7 7\n";
  Faults all = faults();
  EXPECT_EQ(drawn(all, "create-vpc", 2), "xx");
  EXPECT_EQ(text_, "ec2mimic-faults 1\nthrottle 7 7\n");
}

TEST_F(FaultFile, IsRefusedIfItIsDamagedNewerOrAnotherFile) {
  const auto failure = [&](std::string_view text) {
    text_ = text;
    return failure_of([&] { static_cast<void>(faults()); });
  };
  const std::string start = "252 The file of faults /state.json.fault cannot be used: ";
  EXPECT_EQ(failure("{}"), start + "it is another file. Nothing was changed.");
  EXPECT_EQ(failure("ec2mimic-faults 2\n"), start + "it was written by a newer ec2mimic.");
  for (const char* line :
       {"throttle", "throttle 1", "throttle x 1", "throttle 1 -1", "throttle 1 1 1", "kill,kill 0 0"}) {
    EXPECT_EQ(failure("ec2mimic-faults 1\n" + std::string(line) + '\n'),
              start + "the line '" + line +
                  "' is damaged. `ec2mimic fault set` replaces it and `ec2mimic fault clear` removes it.");
  }
  EXPECT_TRUE(failure("ec2mimic-faults 1\nthrotle 0 0\n").starts_with("252 The fault 'throtle' is not valid"));
  // A damaged one can be replaced and removed, unlike another file.
  write_fault_file(here_.files, kPath, parse_faults("kill"));
  EXPECT_EQ(text_, "ec2mimic-faults 1\nkill 0 0\n");
  text_ = "other";
  EXPECT_EQ(failure_of([&] { write_fault_file(here_.files, kPath, {}); }),
            start + "it is another file. Nothing was changed.");
  EXPECT_EQ(failure_of([&] { remove_fault_file(here_.files, kPath); }),
            start + "it is another file. Nothing was changed.");
  EXPECT_EQ(text_, "other");
}

TEST_F(FaultFile, ThatCannotBeChangedIsAnError) {
  write_fault_file(here_.files, kPath, parse_faults("throttle:1calls"));
  Faults one = faults();
  here_.files.change_error = EACCES;
  const std::string denied = "252 The file of faults /state.json.fault cannot be used: Permission denied.";
  EXPECT_EQ(failure_of([&] { static_cast<void>(one.draw(operation_)); }), denied);
  EXPECT_EQ(failure_of([&] { write_fault_file(here_.files, kPath, {}); }), denied);
  EXPECT_EQ(failure_of([&] { remove_fault_file(here_.files, kPath); }), denied);
}

class FaultsInEffect : public ::testing::Test {
 protected:
  TestSystem here_;

  std::string fault(std::optional<std::string_view> option = {}) {
    auto faults = faults_in_effect(here_.system, option, "/state.json");
    if (!faults) return "none";
    faults->begin_call();
    return faults->draw(*find_operation("create-vpc"))->text;
  }
};

TEST_F(FaultsInEffect, ComeFromTheOptionTheVariableRunOrTheState) {
  EXPECT_EQ(fault(), "none");
  write_fault_file(here_.files, kPath, parse_faults("kill"));
  EXPECT_EQ(fault(), "kill");
  here_.environment.variables["EC2MIMIC_FAULT_FILE"] = "/run";
  EXPECT_EQ(fault(), "kill") << "the command has ended, and its file is gone";
  write_fault_file(here_.files, "/run", parse_faults("delay:1s"));
  EXPECT_EQ(fault(), "delay:1s");
  here_.environment.variables["EC2MIMIC_FAULT"] = "throttle";
  EXPECT_EQ(fault(), "throttle");
  EXPECT_EQ(fault("unavailable"), "unavailable");
  here_.environment.variables["EC2MIMIC_FAULT"] = "";
  EXPECT_EQ(fault(), "delay:1s");
}

TEST_F(FaultsInEffect, CostOneLookIfThereAreNone) {
  const int before = here_.files.reads;
  EXPECT_EQ(fault(), "none");
  EXPECT_EQ(here_.files.reads, before + 1);
}

}  // namespace
}  // namespace ec2mimic::cli
