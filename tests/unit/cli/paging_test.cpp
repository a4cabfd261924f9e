#include "cli/paging.h"

#include <gtest/gtest.h>

#include "core/registry.h"
#include "tests/unit/cli/test_world.h"

namespace ec2mimic::cli {
namespace {

using Words = std::vector<std::string_view>;

// Seven things in pages of three, or of MaxResults; the tokens are tok3, tok6, ...
class Paged : public testing::Test {
 protected:
  std::vector<std::string> calls{};

  Json page(const Json& request) {
    calls.push_back(request.dump());
    const auto size = request.value("MaxResults", 3);
    const std::string token = request.value("NextToken", "tok0");
    Json answer = {{"Vpcs", Json::array()}};
    int at = std::stoi(token.substr(3));
    for (int end = at + size; at < end && at < 7; ++at) answer["Vpcs"].push_back(at);
    if (at < 7) answer["NextToken"] = "tok" + std::to_string(at);
    return answer;
  }

  std::string read(const Words& words, bool paginate = true) {
    calls.clear();
    const Operation& operation = *find_operation("describe-vpcs");
    TestWorld here;
    std::string text;
    const std::string failure = failure_of([&] {
      const CommandLine line = read_command_line(operation, words);
      Json request = Json::object();
      if (const Given* given = find(line.given, "--next-token")) request["NextToken"] = given->values.front();
      const Paging paging = read_paging(operation, line, request, paginate);
      const auto call = [&](const Json& one) { return page(one); };
      text = (paging.on ? join_pages(operation, request, paging, call) : call(request)).dump();
    });
    return failure == "nothing" ? text : failure;
  }
};

TEST_F(Paged, AllPagesAreJoined) {
  EXPECT_EQ(read({}), R"({"Vpcs":[0,1,2,3,4,5,6]})");
  EXPECT_EQ(calls, (std::vector<std::string>{"{}", R"({"NextToken":"tok3"})", R"({"NextToken":"tok6"})"}));
  EXPECT_EQ(read({"--page-size", "5"}), R"({"Vpcs":[0,1,2,3,4,5,6]})");
  EXPECT_EQ(calls, (std::vector<std::string>{R"({"MaxResults":5})", R"({"MaxResults":5,"NextToken":"tok5"})"}));
}

// The tokens were recorded from the AWS CLI.
TEST_F(Paged, MaxItemsStopsAndSaysWhere) {
  EXPECT_EQ(read({"--max-items", "2"}),
            R"({"Vpcs":[0,1],"NextToken":"eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ=="})");
  EXPECT_EQ(read({"--max-items", "3"}), R"({"Vpcs":[0,1,2],"NextToken":"eyJOZXh0VG9rZW4iOiAidG9rMyJ9"})");
  EXPECT_EQ(calls.size(), 1U);
  EXPECT_EQ(read({"--max-items", "7"}), R"({"Vpcs":[0,1,2,3,4,5,6]})");
  EXPECT_EQ(read({"--max-items", "9"}), R"({"Vpcs":[0,1,2,3,4,5,6]})");
}

TEST_F(Paged, AStartingTokenGoesOn) {
  EXPECT_EQ(read({"--starting-token", "eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ=="}),
            R"({"Vpcs":[2,3,4,5,6]})");
  EXPECT_EQ(read({"--starting-token", "eyJOZXh0VG9rZW4iOiAidG9rMyJ9"}), R"({"Vpcs":[3,4,5,6]})");
  EXPECT_EQ(read({"--starting-token", "tok6"}), R"({"Vpcs":[6]})");
  // From stop to stop everything comes once.
  std::string seen, token;
  do {
    Words words{"--max-items", "2"};
    if (!token.empty()) words.insert(words.end(), {"--starting-token", token});
    const Json answer = Json::parse(read(words));
    for (const Json& one : answer["Vpcs"]) seen += one.dump();
    token = answer.value("NextToken", "");
  } while (!token.empty());
  EXPECT_EQ(seen, "0123456");
}

TEST_F(Paged, OnePageIsShownAsItIs) {
  EXPECT_EQ(read({"--next-token", "tok3"}), R"({"Vpcs":[3,4,5],"NextToken":"tok6"})");
  EXPECT_EQ(read({}, false), R"({"Vpcs":[0,1,2],"NextToken":"tok3"})");
}

TEST_F(Paged, FaultsAreTheAwsClis) {
  EXPECT_EQ(read({"--max-items", "abc"}), "252 argument --max-items: invalid int value: 'abc'");
  EXPECT_EQ(read({"--page-size", "abc"}), "252 argument --page-size: invalid int value: 'abc'");
  EXPECT_EQ(
      read({"--page-size", "5", "--max-items", "2", "--starting-token", "x"}, false),
      "252 Cannot specify --no-paginate along with pagination arguments: --starting-token, --page-size, --max-items");
  EXPECT_EQ(read({"--next-token", "t", "--max-items", "2"}),
            "252 Cannot specify --no-paginate along with pagination arguments: --max-items");
  EXPECT_EQ(read({"--max", "2"}), "252 ambiguous option: --max could match --max-results, --max-items");
  EXPECT_FALSE(has_pages(*find_operation("create-route-table")));
}

}  // namespace
}  // namespace ec2mimic::cli
