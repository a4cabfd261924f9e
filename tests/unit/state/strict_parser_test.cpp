#include "state/strict_parser.h"

#include <gtest/gtest.h>

#include <vector>

#include "state/text_position.h"
#include "tests/unit/state/some_state.h"

namespace ec2mimic::state {
namespace {

std::string state_with(const std::string& tables, const std::string& more = "") {
  return "{\"format\":\"ec2mimic-state\",\"version\":1,\"revision\":1,\"serial\":1,\n\"account\":\"123456789012\"," +
         more + "\n\"tables\":" + tables + "}";
}
std::string state_with_record(const std::string& record) { return state_with("{\"cats\":{\"c\":" + record + "}}"); }

std::string refusal_of(const std::string& text) {
  const auto parsed = parse_strictly(text, 1);
  EXPECT_NE(parsed.document.has_value(), parsed.refusal.has_value());
  if (!parsed.refusal) return "none";
  const auto& refusal = *parsed.refusal;
  if (refusal.kind == Refusal::Kind::newer) return "newer " + refusal.version;
  if (refusal.kind == Refusal::Kind::foreign) return "foreign: " + refusal.what;
  const auto place = position_of(text, refusal.offset);
  return std::to_string(place.line) + ":" + std::to_string(place.column) + " " + refusal.what;
}

TEST(StrictParser, ReadsWhatWeWrite) {
  const auto parsed = parse_strictly(kSomeState, kCurrentVersion);
  ASSERT_TRUE(parsed.document);
  EXPECT_EQ(parsed.version, kCurrentVersion);
  EXPECT_EQ(rewrite({}, parsed.document->header, kCurrentVersion, parsed.document->tables).joined(), kSomeState);
}

TEST(StrictParser, NormalisesRecords) {
  const auto parsed = parse_strictly(
      state_with("{\"cats\" : {\r\n\t\"c\\u0041\\u000a\" : { \"B\" : [ 1 , -2, [ ], { } ] ,\"a\\u002d\":"
                 "\"\\u00e4\\/\\u0001\", \"z\": [true,false,null, 18446744073709551615, -9223372036854775808] } } }"),
      1);
  ASSERT_TRUE(parsed.document);
  EXPECT_EQ(parsed.document->tables.at("cats").at("cA\n"),
            "{\"B\":[1,-2,[],{}],\"a-\":\"\xC3\xA4/\\u0001\",\"z\":[true,false,null,18446744073709551615,"
            "-9223372036854775808]}");
}

// A large edited file is in memory as records, so what they take beyond their length counts.
TEST(StrictParser, KeepsRecordsWithoutSlack) {
  for (const std::size_t bytes : {100, 250, 500, 1000}) {
    const auto parsed = parse_strictly(state_with_record("{\"a\":\"" + std::string(bytes, 'x') + "\"}"), 1);
    ASSERT_TRUE(parsed.document);
    const std::string& line = *parsed.document->tables.at("cats").at("c");
    EXPECT_LT(line.capacity(), line.size() + 16);
  }
}

TEST(StrictParser, AcceptsWhatEditorsDo) {
  EXPECT_EQ(refusal_of("\xEF\xBB\xBF" + state_with("{}")), "none");
  EXPECT_EQ(refusal_of(state_with("{}", "\"checksum\":\"x\",\"index\":{\"a\":1},")), "none");
  EXPECT_EQ(refusal_of("\r\n" + state_with("{\"cats\":{}}") + "\r\n\r\n"), "none");
}

TEST(StrictParser, ReportsWhatIsWrongAndWhere) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {state_with("{}", "\"account\":\"123456789012\","), "2:26 duplicate key \"account\""},
      {state_with("{}", "\"colour\":\"red\","), "2:26 a state has no member \"colour\""},
      {state_with("{}", '"' + std::string(59, 'x') + "üx\":\"red\","),
       "2:26 a state has no member \"" + std::string(59, 'x') + "...\""},
      {state_with("[]"), "3:10 a list instead of an object"},
      {state_with("7"), "3:10 \"tables\" is a number"},
      {state_with("\"x\""), "3:10 \"tables\" is a string"},
      {state_with("null"), "3:10 \"tables\" is null"},
      {state_with("true"), "3:10 \"tables\" must be a string or a number"},
      {state_with("{\"Cats\":{}}"), "3:11 \"Cats\" cannot be the name of a table"},
      {state_with("{\"cats\":1}"), "3:18 table \"cats\" is not an object"},
      {state_with("{\"cats\":{},\n\"cats\":{}}"), "4:1 duplicate key \"cats\""},
      {state_with_record("\"x\""), "3:23 record \"c\" is not an object"},
      {state_with_record("[]"), "3:23 a list instead of an object"},
      {state_with_record("{\"a\":1,\n\"a\":1}"), "4:1 duplicate key \"a\""},
      {state_with_record("{\"a\":{\"b\":1,\n\"\\u0062\":1}}"), "4:1 duplicate key \"b\""},
      {state_with_record("{\"a\": 1.0}"), "3:29 the number \"1.0\" is not a 64-bit integer"},
      {state_with_record("{\"a\":\n1e5}"), "4:1 the number \"1e5\" is not a 64-bit integer"},
      {state_with_record("{\"a\":[1,\n 18446744073709551616]}"),
       "4:2 the number \"18446744073709551616\" is not a 64-bit integer"},
      {state_with("{}", "\"index\":{\"a\":\"b\"},"), "2:39 an index entry is not a number"},
      {state_with("{}", "\"checksum\":1,"), "2:37 \"checksum\" is a number"},
      {"{\"format\":\"ec2mimic-state\"}", "1:1 the member \"version\" is missing"},
      {"{\"format\":\"ec2mimic-state\",\"version\":0}", "1:38 \"version\" is 0, but versions start at 1"},
      {"{\"format\":\"ec2mimic-state\",\"version\":-1}", "1:38 a negative number"},
      {"{\"format\":\"ec2mimic-state\",\"version\":\"1\"}", "1:38 \"version\" is a string"},
      {"{\"format\":\"ec2mimic-state\",\"revision\":9223372036854775808}", "1:39 \"revision\" is too large"},
      {"{\"format\":\"ec2mimic-state\",\"account\":\"1\"}", "1:38 the account is not twelve digits"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(refusal_of(text), expected) << text;
}

TEST(StrictParser, RejectsWhatIsNotJson) {
  EXPECT_EQ(refusal_of(state_with("{") + "\n"), "4:1 unexpected end of file");
  EXPECT_EQ(refusal_of(""), "1:1 unexpected end of file");
  EXPECT_EQ(refusal_of("# Shopping\n"), "1:1 not JSON: invalid literal");
  EXPECT_EQ(refusal_of(state_with("{}") + "\n{}"), "4:1 not JSON: unexpected '{'; expected end of input");
  EXPECT_EQ(refusal_of(state_with_record("{'a':1}")), "3:24 not JSON: invalid literal; expected string literal");
  EXPECT_EQ(refusal_of(state_with_record("{\"a\":\"\n\"}")).substr(0, 32), "3:29 not JSON: invalid string: c");
  EXPECT_EQ(refusal_of(state_with_record("{\"a\":\"\xFF\"}")).substr(0, 50),
            "3:29 not JSON: invalid string: ill-formed UTF-8 by");
  EXPECT_EQ(refusal_of(state_with_record("{\"a\":\"\\ud800\"}")).substr(0, 29), "3:35 not JSON: invalid string");
}

TEST(StrictParser, RejectsTextAfterANul) {
  EXPECT_EQ(refusal_of(state_with("{}") + std::string("\0x", 2)), "3:13 a NUL byte");
  EXPECT_EQ(refusal_of(state_with("{}") + std::string("\0", 1)), "3:13 a NUL byte");
}

TEST(StrictParser, RecognisesForeignFiles) {
  EXPECT_EQ(refusal_of("{}"), "foreign: an empty object");
  EXPECT_EQ(refusal_of("[]"), "foreign: not an object but a list");
  EXPECT_EQ(refusal_of("3"), "foreign: not an object but a number");
  EXPECT_EQ(refusal_of("null"), "foreign: not an object but null");
  EXPECT_EQ(refusal_of("\"x\""), "foreign: not an object but a string");
  EXPECT_EQ(refusal_of("{\"version\": 4, \"terraform_version\": \"1.5\"}"), "foreign: it has no \"format\"");
  EXPECT_EQ(refusal_of("{\"format\": \"other\", \"version\": 9}"),
            "foreign: its \"format\" is \"other\", not \"ec2mimic-state\"");
}

TEST(StrictParser, RecognisesANewerVersionWhateverElseIsInIt) {
  EXPECT_EQ(refusal_of("{\"format\":\"ec2mimic-state\",\"version\":2}"), "newer 2");
  EXPECT_EQ(refusal_of("{\"colour\":[1.5],\"version\":12,\"format\":\"ec2mimic-state\"}"), "newer 12");
  EXPECT_EQ(refusal_of("{\"format\":\"ec2mimic-state\",\"version\":3, oops"), "newer 3");
}

TEST(StrictParser, RecognisesANewerVersionAfterAnythingItWouldReject) {
  const std::string header = "\"format\":\"ec2mimic-state\",\"version\":3";
  const auto after = [&](const std::string& member) { return "{" + member + "," + header + "}"; };
  const std::vector<std::string> texts = {
      after("\"tables\":{\"a\":1e999}"),
      after("\"tables\":{\"a\":-1e999}"),
      after("\"a\":" + std::string(1000000, '1')),
      after("\"a\":1.5"),
      after("\"a\":01"),
      after("\"a\":NaN"),
      after("\"a\":" + std::string(100, '[') + std::string(100, ']')),
      after("\"a\":{\"b\":1,\"b\":2}"),
      after("\"version\":1"),
      "{" + header + ",\"version\":1}",
      after("\"tables\":{\"cats\":{\"c\":[{\"version\":\"}]\\\"\"}]}}"),
      after("\"tables\":{\"cats\":\"\xFF\"}"),
      after("\"tables\":{\"cats\":\"\\ud800\"}"),
      after("\"tables\":\"a tab\tin a text\""),
      after(std::string("\"a\":\"\0\"", 7)),
      after(std::string("\"a\":\0", 5)),
      after("\"a\":\"not closed\n"),
      after("\"a\" 'b' c"),
      after("\"" + std::string(2000, 'k') + "\":{}"),
      "\xEF\xBB\xBF" + after("\"a\":1e999"),
      "{" + header + "}}",
      "{" + header + "} {\"format\":\"other\"}",
      "{ \"form\\u0061t\" : \"ec2mimic\\u002dstate\" ,\"a\":1e999,\r\n \"vers\\u0069on\" : 3\t}",
      "{\"a\":1e999," + header,
  };
  for (const std::string& text : texts) {
    EXPECT_EQ(refusal_of(text), "newer 3") << text.substr(0, 100);
  }
}

TEST(StrictParser, RecognisesANewerVersionHoweverLarge) {
  const auto with = [](const std::string& version) {
    return refusal_of("{\"format\":\"ec2mimic-state\",\"version\":" + version + "}");
  };
  EXPECT_EQ(with("18446744073709551616"), "newer 18446744073709551616");
  EXPECT_EQ(with("2.0"), "newer 2.0");
  EXPECT_EQ(with("1e999"), "newer 1e999");
}

TEST(StrictParser, DoesNotMistakeOtherNumbersForANewerVersion) {
  for (const char* text : {
           R"({"format":"ec2mimic-state","tables":{"version":3},"a":1e999})",
           R"({"format":"ec2mimic-state","tables":["version",3],"a":1e999})",
           R"({"format":"ec2mimic-state","revision":3,"a":1e999})",
           R"({"format":"ec2mimic-state","version":"3","a":1e999})",
           R"({"format":"ec2mimic-state","version":-3,"a":1e999})",
           R"({"format":"ec2mimic-state","version":1e-999,"a":1e999})",
           R"({"format":"ec2mimic-state","version":0x3,"a":1e999})",
           R"({"format":"ec2mimic-state","version":[3],"a":1e999})",
           R"({"format":"ec2mimic-state","a":"\",\"version\":3","b":1e999})",
           R"({"format":"other","version":3,"a":1e999})",
           R"({"a":{"format":"ec2mimic-state"},"version":3,"b":1e999})",
           R"({"format":"ec2mimic-state","a":1e999} {"version":3})",
           R"([{"format":"ec2mimic-state","version":3}])",
       }) {
    EXPECT_EQ(refusal_of(text).find("newer"), std::string::npos) << text;
  }
}

TEST(StrictParser, ShowsTheBeginningOfALongNumber) {
  EXPECT_EQ(refusal_of(state_with_record("{\"a\":[1,\n 1e999]}")), "4:2 the number \"1e999\" is not a 64-bit integer");
  EXPECT_EQ(refusal_of(state_with_record("{\"a\":\n-1e999}")), "4:1 the number \"-1e999\" is not a 64-bit integer");
  const std::string most(60, '7');
  for (const std::size_t more : {10U, 240U, 1000000U}) {
    EXPECT_EQ(refusal_of(state_with_record("{\"a\":" + most + std::string(more, '7') + "}")),
              "3:28 the number \"" + most + "...\" is not a 64-bit integer");
  }
}

TEST(StrictParser, TruncatesBetweenCharacters) {
  const std::string umlauts = "\xC3\xA4\xC3\xB6\xC3\xBC";
  std::string name = "x";
  while (name.size() < 70) name += umlauts;
  EXPECT_EQ(refusal_of(state_with("{}", "\"" + name + "\":1,")),
            "2:26 a state has no member \"" + name.substr(0, 59) + "...\"");
}

TEST(StrictParser, EnforcesLimits) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_EQ(refusal_of(state_with_record("{\"a\":" + nested(60) + "}")), "none");
  EXPECT_EQ(refusal_of(state_with_record("{\"a\":" + nested(61) + "}")), "3:88 nested more than 64 levels deep");
  EXPECT_NE(refusal_of(std::string(1000000, '{')), "none");
  EXPECT_NE(refusal_of(state_with_record("{\"a\":" + std::string(1000000, '['))), "none");
  EXPECT_EQ(refusal_of(state_with("{\"cats\":{\"" + std::string(1025, 'k') + "\":{}}}")).substr(0, 13),
            "3:19 the key ");
  EXPECT_EQ(refusal_of(state_with_record("{\"a\":\"" + std::string(4 << 20, 'x') + "\"}")),
            "3:23 record \"c\" is too long");
}

TEST(StrictParser, FindsTheOffsetOfARecord) {
  const auto text = state_with("{\"cats\":{\"a\":{},\n\"b\":{}},\"dogs\":{\"b\":{}}}");
  EXPECT_EQ(offset_of_record(text, "cats", "b"), text.find("\"b\":") + 4);
  EXPECT_EQ(offset_of_record(text, "dogs", "b"), text.rfind("\"b\":") + 4);
  EXPECT_EQ(offset_of_record(text, "dogs", "a"), std::nullopt);
}

TEST(StrictParser, ChecksASingleRecord) {
  EXPECT_EQ(problem_of_record(R"({"a":[1,{"b":"c"}]})"), std::nullopt);
  EXPECT_EQ(problem_of_record(R"({"a":1,"a":2})"), "duplicate key \"a\"");
  EXPECT_EQ(problem_of_record("[]"), "a list instead of an object");
  EXPECT_TRUE(problem_of_record("{"));
  EXPECT_TRUE(problem_of_record("7"));
  EXPECT_TRUE(problem_of_record(""));
}

}  // namespace
}  // namespace ec2mimic::state
