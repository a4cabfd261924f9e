#include "cli/call/pagination.h"

#include <gtest/gtest.h>

#include <utility>

#include "cli/args/values.h"
#include "core/model/describe.h"
#include "core/operation/registry.h"
#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

using Words = std::vector<std::string_view>;

// A service with seven items, in pages of three or of MaxResults; the tokens are tok3, tok6, ...
class PaginationTest : public testing::Test {
 protected:
  std::vector<std::string> calls{};

  Json page(const Json& request) {
    calls.push_back(request.dump());
    const auto size = request.value("MaxResults", 3);
    const std::string token = request.value("NextToken", "");
    Json answer = {{"Vpcs", Json::array()}};
    int at = token.empty() ? 0 : std::stoi(token.substr(3));
    for (int end = at + size; at < end && at < 7; ++at) answer["Vpcs"].push_back(at);
    if (at < 7) answer["NextToken"] = "tok" + std::to_string(at);
    return answer;
  }

  // The same page, with its items given out one by one for as long as they are wanted.
  Json page_by_items(const Json& request, const TakeElement& take) {
    Json answer = page(request);
    for (const Json& item : std::exchange(answer["Vpcs"], Json::array())) {
      const auto number = item.get<std::int64_t>();
      if (!take(model::shape_of<std::int64_t>, &number)) {
        answer.erase("NextToken");
        break;
      }
    }
    return answer;
  }

  // Reads in both ways, which must give the same.
  std::string read(const Words& words, bool paginate = true) {
    const std::string by_items = read_with(words, paginate, [this](const Json& request, const TakeElement& take) {
      return take ? page_by_items(request, take) : page(request);
    });
    const std::string whole =
        read_with(words, paginate, [this](const Json& request, const TakeElement&) { return page(request); });
    EXPECT_EQ(by_items, whole);
    return whole;
  }

  std::string read_with(const Words& words, bool paginate, const CallPage& call) {
    calls.clear();
    const Operation& operation = *find_operation("describe-vpcs");
    TestSystem here;
    std::string text;
    const std::string failure = failure_of([&] {
      const CommandLine line = read_command_line(operation, words);
      const bool joins = joins_pages(operation, line, paginate);
      Json request = read_values(line, here.system);
      const Pagination pagination = joins ? take_pagination(request) : Pagination();
      text = (joins ? join_pages(operation, request, pagination, call) : call(request, {})).dump();
    });
    return failure == "nothing" ? text : failure;
  }
};

TEST_F(PaginationTest, JoinsAllPages) {
  EXPECT_EQ(read({}), R"({"Vpcs":[0,1,2,3,4,5,6]})");
  EXPECT_EQ(calls, (std::vector<std::string>{"{}", R"({"NextToken":"tok3"})", R"({"NextToken":"tok6"})"}));
  EXPECT_EQ(read({"--page-size", "5"}), R"({"Vpcs":[0,1,2,3,4,5,6]})");
  EXPECT_EQ(calls, (std::vector<std::string>{R"({"MaxResults":5})", R"({"MaxResults":5,"NextToken":"tok5"})"}));
}

// The tokens were recorded from the AWS CLI.
TEST_F(PaginationTest, StopsAtMaxItemsAndReturnsAToken) {
  EXPECT_EQ(read({"--max-items", "2"}),
            R"({"Vpcs":[0,1],"NextToken":"eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ=="})");
  EXPECT_EQ(read({"--max-items", "3"}), R"({"Vpcs":[0,1,2],"NextToken":"eyJOZXh0VG9rZW4iOiAidG9rMyJ9"})");
  EXPECT_EQ(calls.size(), 1U);
  EXPECT_EQ(read({"--max-items", "7"}), R"({"Vpcs":[0,1,2,3,4,5,6]})");
  EXPECT_EQ(read({"--max-items", "9"}), R"({"Vpcs":[0,1,2,3,4,5,6]})");
}

TEST_F(PaginationTest, ContinuesFromAStartingToken) {
  EXPECT_EQ(read({"--starting-token", "eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ=="}),
            R"({"Vpcs":[2,3,4,5,6]})");
  EXPECT_EQ(read({"--starting-token", "eyJOZXh0VG9rZW4iOiAidG9rMyJ9"}), R"({"Vpcs":[3,4,5,6]})");
  EXPECT_EQ(read({"--starting-token", "tok6"}), R"({"Vpcs":[6]})");
  // Continuing from each token shows every item exactly once.
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

TEST_F(PaginationTest, ShowsASinglePageUnchanged) {
  EXPECT_EQ(read({"--next-token", "tok3"}), R"({"Vpcs":[3,4,5],"NextToken":"tok6"})");
  EXPECT_EQ(read({}, false), R"({"Vpcs":[0,1,2],"NextToken":"tok3"})");
}

TEST_F(PaginationTest, HasTheAwsClisFaults) {
  EXPECT_EQ(read({"--max-items", "abc"}), "252 argument --max-items: invalid int value: 'abc'");
  EXPECT_EQ(read({"--page-size", "abc"}), "252 argument --page-size: invalid int value: 'abc'");
  EXPECT_EQ(
      read({"--page-size", "5", "--max-items", "2", "--starting-token", "x"}, false),
      "252 Cannot specify --no-paginate along with pagination arguments: --starting-token, --page-size, --max-items");
  EXPECT_EQ(read({"--next-token", "t", "--max-items", "2"}),
            "252 Cannot specify --no-paginate along with pagination arguments: --max-items");
  EXPECT_EQ(read({"--max-items", "0", "--starting-token", ""}, false), R"({"Vpcs":[0,1,2],"NextToken":"tok3"})");
  EXPECT_EQ(read({"--max", "2"}), "252 ambiguous option: --max could match --max-results, --max-items");
  EXPECT_FALSE(has_pages(*find_operation("create-route-table")));
}

TEST_F(PaginationTest, AcceptsTokensOfOlderClients) {
  EXPECT_EQ(read({"--starting-token", "tok3___2"}), R"({"Vpcs":[5,6]})");
  EXPECT_EQ(read({"--starting-token", "tok3___9"}), R"({"Vpcs":[6]})");
  EXPECT_EQ(read({"--starting-token", "None___1"}), R"({"Vpcs":[1,2,3,4,5,6]})");
  EXPECT_EQ(read({"--starting-token", "tok3"}), R"({"Vpcs":[3,4,5,6]})");
  EXPECT_EQ(calls.front(), R"({"NextToken":"tok3"})");
}

// Zero is a page size like any other; that it is too small is found when the page is requested. Without joining it
// counts as not given.
TEST_F(PaginationTest, SendsAPageSizeOfZero) {
  read({"--page-size", "0", "--max-items", "1"});
  EXPECT_EQ(calls.front(), R"({"MaxResults":0})");
  EXPECT_EQ(read({"--page-size", "0", "--max-items", "0"}, false), R"({"Vpcs":[0,1,2],"NextToken":"tok3"})");
}

// {"NextToken": "tok3"} and one digit too many: Python cannot decode it, so it is sent to the service as it is.
TEST_F(PaginationTest, PassesOnATokenWithASurplusDigit) {
  EXPECT_EQ(read({"--starting-token", "eyJOZXh0VG9rZW4iOiAidG9rMyJ9"}), R"({"Vpcs":[3,4,5,6]})");
  calls.clear();
  EXPECT_THROW(read({"--starting-token", "eyJOZXh0VG9rZW4iOiAidG9rMyJ9Y"}), std::invalid_argument);
  EXPECT_EQ(calls.front(), R"({"NextToken":"eyJOZXh0VG9rZW4iOiAidG9rMyJ9Y"})");
}

TEST_F(PaginationTest, SendsAnEmptyToken) {
  EXPECT_EQ(read({"--starting-token", ""}), R"({"Vpcs":[0,1,2,3,4,5,6]})");
  EXPECT_EQ(calls.front(), R"({"NextToken":""})");
}

// Such as the line breaks of a token that was read from a file.
TEST_F(PaginationTest, IgnoresCharactersOutsideBase64) {
  EXPECT_EQ(read({"--starting-token", "eyJOZXh0VG9r\nZW4iOiAidG9rMyJ9\n"}), R"({"Vpcs":[3,4,5,6]})");
  EXPECT_EQ(read({"--starting-token", "eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ==\n"}),
            R"({"Vpcs":[2,3,4,5,6]})");
}

// The service's tokens are base64 of JSON here, like the client's, but with other members.
TEST_F(PaginationTest, PassesOnATokenOfTheService) {
  const std::string token = "eyJPcGVyYXRpb24iOiJEZXNjcmliZVZwY3MifQ==";
  const Json request = {{"NextToken", token}};
  std::string asked;
  static_cast<void>(join_pages(*find_operation("describe-vpcs"), Json::object(), {.starting_token = token},
                               [&](const Json& one, const TakeElement&) {
                                 asked = one.dump();
                                 return Json::object();
                               }));
  EXPECT_EQ(asked, request.dump());
}

TEST_F(PaginationTest, CountsNegativeNumbersFromTheEnd) {
  EXPECT_EQ(read({"--max-items", "-1"}),
            R"({"Vpcs":[0,1],"NextToken":"eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAtMX0="})");
  EXPECT_EQ(read({"--max-items", "0"}),
            R"({"Vpcs":[],"NextToken":"eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAwfQ=="})");
  EXPECT_EQ(read({"--starting-token", "None___-1"}), R"({"Vpcs":[2,3,4,5,6]})");
  EXPECT_EQ(read({"--starting-token", "None___-9223372036854775808", "--max-items=-9223372036854775808"}).substr(0, 12),
            R"({"Vpcs":[],")");
}

// If a token began in the middle of a page and that page is cut again, the new token counts from the beginning of the
// page.
TEST_F(PaginationTest, CountsATokenWithinAPageFromThePagesStart) {
  EXPECT_EQ(read({"--starting-token", "tok3___1", "--max-items", "1"}),
            R"({"Vpcs":[4],"NextToken":"eyJOZXh0VG9rZW4iOiAidG9rMyIsICJib3RvX3RydW5jYXRlX2Ftb3VudCI6IDJ9"})");
  EXPECT_EQ(read({"--max-items", "4"}),
            R"({"Vpcs":[0,1,2,3],"NextToken":"eyJOZXh0VG9rZW4iOiAidG9rMyIsICJib3RvX3RydW5jYXRlX2Ftb3VudCI6IDF9"})");
}

TEST_F(PaginationTest, PassesUnreadableTokensToTheService) {
  EXPECT_EQ(read({"--starting-token", "a___1___2"}), "255 Bad starting token: a___1___2");
  // {"NextToken": null, "boto_truncate_amount": "x"}
  EXPECT_EQ(read({"--starting-token", "eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAieCJ9"}),
            "255 slice indices must be integers or None or have an __index__ method");
}

TEST_F(PaginationTest, StopsIfTheServiceRepeatsAToken) {
  int count = 0;
  const std::string failure = failure_of([&] {
    static_cast<void>(
        join_pages(*find_operation("describe-vpcs"), Json::object(), {}, [&](const Json&, const TakeElement&) {
          if (++count > 9) throw failures::general("It never ends.");
          return Json{{"Vpcs", Json::array()}, {"NextToken", "again"}};
        }));
  });
  EXPECT_EQ(failure, "255 Error during pagination: The same next token was received twice: {'NextToken': 'again'}");
  EXPECT_EQ(count, 2);
}

TEST_F(PaginationTest, TreatsAMissingListAsEmpty) {
  const auto joined = join_pages(*find_operation("describe-vpcs"), Json::object(), {.max_items = 3},
                                 [](const Json&, const TakeElement&) { return Json::object(); });
  EXPECT_EQ(joined, Json::object());
}

TEST_F(PaginationTest, PassesOldTokensWithoutACountToTheService) {
  const auto asked = [](const std::string& token) {
    std::string text;
    static_cast<void>(join_pages(*find_operation("describe-vpcs"), Json::object(), {.starting_token = token},
                                 [&](const Json& one, const TakeElement&) {
                                   text = one.dump();
                                   return Json::object();
                                 }));
    return text;
  };
  EXPECT_EQ(asked("tok3___x"), R"({"NextToken":"tok3___x"})");
  EXPECT_EQ(asked(""), R"({"NextToken":""})");
  EXPECT_EQ(asked("None___1"), "{}");
  EXPECT_EQ(asked("None"), "{}");
  EXPECT_EQ(read({"--starting-token", "None___1", "--max-items", "1"}),
            R"({"Vpcs":[1],"NextToken":"eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ=="})");
}

TEST_F(PaginationTest, ReadsOptionsFromTheRequest) {
  const auto pagination = [](std::string_view options) {
    Json request = {{"PaginationConfig", Json::parse(options)}};
    std::string text;
    const std::string failure = failure_of([&] {
      const Pagination taken = take_pagination(request);
      text = Json({taken.max_items.value_or(-1), taken.page_size.value_or(-1), taken.starting_token}).dump();
    });
    return failure == "nothing" ? text : failure;
  };
  EXPECT_EQ(pagination("{}"), "[-1,-1,null]");
  EXPECT_EQ(pagination(R"({"MaxItems":1.9,"PageSize":"6","StartingToken":"t"})"), R"([1,6,"t"])");
  EXPECT_EQ(pagination(R"({"MaxItems":true,"PageSize":null})"), "[1,-1,null]");
  EXPECT_EQ(pagination("1"), "255 'int' object has no attribute 'get'");
  EXPECT_EQ(pagination("null"), "255 'NoneType' object has no attribute 'get'");
  EXPECT_EQ(pagination(R"({"MaxItems":"x"})"), "255 invalid literal for int() with base 10: 'x'");
  EXPECT_EQ(pagination(R"({"PageSize":[]})"),
            "255 int() argument must be a string, a bytes-like object or a real number, not 'list'");
}

TEST_F(PaginationTest, LeavesItsOptionsToValidationIfPagesAreNotJoined) {
  const auto request = [](const Words& words) {
    TestSystem here;
    return read_values(read_command_line(*find_operation("describe-vpcs"), words), here.system);
  };
  EXPECT_EQ(request({}), Json::object());
  EXPECT_TRUE(request({"--max-items", "0"}).contains("PaginationConfig"));
  EXPECT_TRUE(asks_for_a_page({{"MaxResults", 5}}));
  EXPECT_TRUE(asks_for_a_page({{"NextToken", "t"}}));
  EXPECT_FALSE(asks_for_a_page({{"DryRun", true}}));
}

// The account has few VPCs and a page at least five, so --max-items is used to ask for one at a time.
class PageOutput : public testing::Test {
 protected:
  TestSystem here;

  void SetUp() override {
    for (const std::string block : {"10.0.0.0/16", "10.1.0.0/16"}) {
      ASSERT_EQ(here.run({"ec2", "create-vpc", "--cidr-block", block}), kSuccess);
    }
  }
};

TEST_F(PageOutput, InTextShowsTheTokenSeparately) {
  EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--max-items", "1", "--output", "text", "--query", "length(Vpcs)"}),
            kGeneralError);
  EXPECT_EQ(here.streams.out, "1\n");  // the query is then applied to the token
  EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--max-items", "1", "--output", "text", "--query", "Vpcs[].CidrBlock"}),
            kSuccess);
  EXPECT_EQ(here.streams.out, "172.31.0.0/16\nNone\n");
  EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--max-items", "1", "--output", "text"}), kSuccess);
  EXPECT_TRUE(
      here.streams.out.ends_with("\nNEXTTOKEN\teyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==\n"))
      << here.streams.out;
}

TEST_F(PageOutput, InYamlStreamShowsEachPage) {
  EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--output", "yaml-stream", "--query", "length(Vpcs)"}), kSuccess);
  EXPECT_EQ(here.streams.out, "- 3\n");
}

TEST_F(PageOutput, InOtherFormatsJoinsAllPages) {
  EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--output", "yaml", "--query", "Vpcs[].CidrBlock"}), kSuccess);
  EXPECT_EQ(here.streams.out, "- 172.31.0.0/16\n- 10.0.0.0/16\n- 10.1.0.0/16\n");
}

TEST_F(PageOutput, ReadsTheStateOnceForAllPages) {
  for (int i = 2; i < 10; ++i) {
    ASSERT_EQ(here.run({"ec2", "create-vpc", "--cidr-block", "10." + std::to_string(i) + ".0.0/16"}), kSuccess);
  }
  test::MemoryStore& store = here.engines.stores.at("/state.json");
  const int before = store.reads;
  EXPECT_EQ(here.run({"ec2", "describe-vpcs"}), kSuccess);
  const std::string whole = here.streams.out;
  EXPECT_EQ(store.reads, before + 1);
  EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--page-size", "5"}), kSuccess);
  EXPECT_EQ(here.streams.out, whole);
  EXPECT_EQ(store.reads, before + 2) << "once for three pages";
}

// What comes after the last item that is shown is not even decoded.
TEST_F(PageOutput, StopsReadingAtMaxItems) {
  auto& vpcs = here.engines.stores.at("/state.json").tables.at("vpcs");
  for (auto& [id, line] : vpcs) {
    if (line.find("10.1.0.0/16") != std::string::npos) line.insert(line.size() - 1, R"(,"Bogus":1)");
  }
  for (const char* format : {"json", "text", "table", "yaml", "yaml-stream"}) {
    EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--max-items", "1", "--output", format}), kSuccess) << format;
    EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--output", format}), kGeneralError) << format;
    EXPECT_EQ(here.streams.out, "") << format;
  }
  EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--max-items", "1", "--query", "Vpcs[].CidrBlock"}), kSuccess);
  EXPECT_EQ(here.streams.out, "[\n    \"172.31.0.0/16\"\n]\n");
}

TEST_F(PageOutput, IsTheSameJsonWithAndWithoutADocument) {
  for (const std::vector<std::string_view>& words :
       std::vector<std::vector<std::string_view>>{{"ec2", "describe-vpcs"},
                                                  {"ec2", "describe-vpcs", "--max-items", "1"},
                                                  {"ec2", "describe-vpcs", "--max-items", "0"},
                                                  {"ec2", "describe-vpcs", "--max-items", "-1"},
                                                  {"ec2", "describe-vpcs", "--filters", "Name=cidr,Values=none"},
                                                  {"ec2", "describe-tags"},
                                                  {"ec2", "describe-network-acls"}}) {
    std::vector<std::string_view> queried = words;
    queried.insert(queried.end(), {"--query", "@"});
    EXPECT_EQ(here.run(words), kSuccess);
    const std::string plain = here.streams.out;
    EXPECT_EQ(here.run(queried), kSuccess);
    EXPECT_EQ(here.streams.out, plain);
    EXPECT_GT(plain.size(), 10U);
  }
}

TEST_F(PageOutput, WarnsWithoutFailing) {
  EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--max-items", "0", "--query", "Vpcs"}), kSuccess);
  EXPECT_EQ(here.streams.err, "warning: Non-positive values for --max-items may result in undefined behavior.\n");
  EXPECT_EQ(here.streams.out, "[]\n");
}

}  // namespace
}  // namespace ec2mimic::cli
