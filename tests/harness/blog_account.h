// A fixture for tests that run the real program, on the disk, in the account of the AWS community article on client
// tokens.
#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/harness/program.h"

namespace ec2mimic::test {

class BlogAccount : public ::testing::Test {
 protected:
  explicit BlogAccount(std::string program) : program_(std::move(program)) {}

  static constexpr const char* kVpc = "vpc-00c84bd9dcad1d728";

  void SetUp() override { EXPECT_EQ(run({"state", "seed", "blog"}).exit_code, 0); }

  Process start(const std::vector<std::string>& arguments) {
    return Process(program_, arguments, {"HOME=" + folder_.path()});
  }
  Process::Result run(const std::vector<std::string>& arguments) { return start(arguments).wait(); }
  // The ids of the tables in the VPC except its main one.
  std::set<std::string> tables() {
    const Process::Result result =
        run({"describe-route-tables", "--filters", "Name=vpc-id,Values=" + std::string(kVpc)});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    std::set<std::string> ids;
    const auto answer = nlohmann::json::parse(result.out);
    for (const auto& table : answer["RouteTables"]) {
      if (!table["Associations"].empty()) continue;
      EXPECT_TRUE(ids.insert(table["RouteTableId"]).second);
    }
    return ids;
  }
  std::string state_file() const { return folder_.path() + "/.local/state/ec2mimic/state.json"; }

  TemporaryFolder folder_;

 private:
  std::string program_;
};

}  // namespace ec2mimic::test
