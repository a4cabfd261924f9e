#include <gtest/gtest.h>

#include <cerrno>

#include "tests/crash/commit_check.h"

namespace ec2mimic::harness {
namespace {

std::string joined(const std::vector<std::string>& problems) {
  std::string text;
  for (const auto& problem : problems) text += problem + "\n";
  return text;
}

class EveryCommit : public testing::TestWithParam<Scenario> {};

TEST_P(EveryCommit, SurvivesAPowerCutBeforeEveryStep) {
  const auto problems = check_power_cuts(GetParam());
  EXPECT_TRUE(problems.empty()) << joined(problems);
}

TEST_P(EveryCommit, SurvivesAFailureOfEveryCall) {
  for (const int error : {ENOSPC, EIO, EROFS, EACCES, EPERM, EDQUOT, EINTR}) {
    const auto problems = check_failures(GetParam(), error);
    EXPECT_TRUE(problems.empty()) << joined(problems);
  }
}

// Tests of the checks themselves: on these disks they must find something.
TEST_P(EveryCommit, FailsTheChecksOnADiskThatDoesNotSyncFiles) {
  EXPECT_FALSE(check_power_cuts(GetParam(), [](MemoryDisk& disk) { disk.lie_about_files(true); }).empty());
}

TEST_P(EveryCommit, FailsTheChecksOnADiskThatDoesNotSyncFolders) {
  EXPECT_FALSE(check_power_cuts(GetParam(), [](MemoryDisk& disk) { disk.lie_about_folders(true); }).empty());
}

INSTANTIATE_TEST_SUITE_P(Commits, EveryCommit, testing::ValuesIn(scenarios()), [](const auto& each) {
  std::string name = each.param.name;
  for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  return name;
});

}  // namespace
}  // namespace ec2mimic::harness
