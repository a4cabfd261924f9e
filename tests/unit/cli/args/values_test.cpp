#include "cli/args/values.h"

#include <gtest/gtest.h>

#include "core/operation/registry.h"
#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

using Words = std::vector<std::string_view>;

class Values : public testing::Test {
 protected:
  TestSystem here;

  // The request that a command line results in, or the failure.
  std::string read(std::string_view operation, const Words& words) {
    std::string text;
    const std::string failure = failure_of(
        [&] { text = read_values(read_command_line(*find_operation(operation), words), here.system).dump(); });
    return failure == "nothing" ? text : failure;
  }
};

TEST_F(Values, AreConvertedAccordingToTheirShapes) {
  const std::tuple<std::string_view, Words, std::string_view> cases[] = {
      {"describe-vpcs", {}, "{}"},
      {"describe-vpcs", {"--vpc-ids"}, R"({"VpcIds":[]})"},
      {"describe-vpcs", {"--vpc-ids", "a,b", ""}, R"({"VpcIds":["a,b",""]})"},
      {"describe-vpcs", {"--vpc-ids", " [\"a\",\"b\"]"}, R"({"VpcIds":["a","b"]})"},
      {"describe-vpcs", {"--vpc-ids", "[\"a\"]", "b"}, R"({"VpcIds":["[\"a\"]","b"]})"},
      {"describe-vpcs", {"--vpc-ids", "{}"}, R"({"VpcIds":["{}"]})"},
      {"describe-vpcs", {"--max-results", " +1_0 "}, R"({"MaxResults":10})"},
      {"describe-vpcs", {"--no-dry-run"}, R"({"DryRun":false})"},
      {"describe-vpcs", {"--filters", "Name=a,Values=b"}, R"({"Filters":[{"Name":"a","Values":["b"]}]})"},
      {"describe-vpcs", {"--filters", "Name=a", "Values=b"}, R"({"Filters":[{"Name":"a"},{"Values":["b"]}]})"},
      {"describe-vpcs",
       {"--filters", R"({"Name":"a"})", R"( {"Name":"b"})"},
       R"({"Filters":[{"Name":"a"},{"Name":"b"}]})"},
      {"describe-vpcs", {"--filters", " [{\"Name\":\"a\"}]"}, R"({"Filters":[{"Name":"a"}]})"},
      {"describe-vpcs", {"--filters"}, R"({"Filters":[]})"},
      {"create-route-table", {"--vpc-id", R"({"a":1})"}, R"({"VpcId":"{\"a\":1}"})"},
      {"create-route-table", {"--vpc-id", "http://x/y"}, R"({"VpcId":"http://x/y"})"},
      {"create-tags",
       {"--resources", "r", "--tags", "Key=a,Value=b,c"},
       R"({"Resources":["r"],"Tags":[{"Key":"a","Value":["b","c"]}]})"},
      {"create-route-table",
       {"--vpc-id", "v", "--tag-specifications", "ResourceType=x,Tags={Key=a,Value=b}"},
       R"({"TagSpecifications":[{"ResourceType":"x","Tags":[{"Key":"a","Value":"b"}]}],"VpcId":"v"})"},
      {"create-route-table",
       {"--vpc-id", "v", "--tag-specifications", "ResourceType=x,Tags=Key=a,Value=b"},
       R"({"TagSpecifications":[{"ResourceType":"x","Tags":["Key=a"],"Value":"b"}],"VpcId":"v"})"},
  };
  for (const auto& [operation, words, text] : cases) {
    EXPECT_EQ(read(operation, words), text) << testing::PrintToString(words);
  }
}

TEST_F(Values, NameTheOptionInFaults) {
  const std::tuple<std::string_view, Words, std::string_view> cases[] = {
      {"describe-vpcs", {"--max-results", "abc"}, "255 invalid literal for int() with base 10: 'abc'"},
      {"describe-vpcs",
       {"--max-results", "99999999999999999999"},
       "252 Error parsing parameter '--max-results': The number has more than 64 bits."},
      {"describe-vpcs",
       {"--filters", "Name"},
       "252 Error parsing parameter '--filters': Expected: '=', received: 'EOF' for input:\nName\n    ^"},
      {"describe-vpcs",
       {"--filters", R"({"Name":"a"})", "Name=x"},
       "252 Error parsing parameter '--filters': Invalid JSON:\nName=x"},
      {"describe-vpcs", {"--filters", R"({"Name":"a"})", ""}, "255 string index out of range"},
      {"describe-vpcs",
       {"--filters", "Name=x", R"({"Name":"a"})"},
       "252 Error parsing parameter '--filters': Expected: '=', received: '{' for input:\n{\"Name\":\"a\"}\n^"},
      {"create-tags",
       {"--resources", "[\"r-1\"", "--tags", "Key=a"},
       "252 Error parsing parameter '--resources': Invalid JSON: Expecting ',' delimiter: line 1 column 7 (char 6)\n"
       "JSON received: [\"r-1\""},
      {"create-route-table",
       {"--vpc-id", "\xff"},
       "252 Error parsing parameter '--vpc-id': The value is not valid UTF-8."},
      // In the order of the operation's members.
      {"describe-vpcs",
       {"--max-results", "x", "--filters", "y"},
       "252 Error parsing parameter '--filters': Expected: '=', received: 'EOF' for input:\ny\n ^"},
  };
  for (const auto& [operation, words, text] : cases) {
    EXPECT_EQ(read(operation, words), text) << testing::PrintToString(words);
  }
}

TEST_F(Values, CanComeFromFiles) {
  here.files.files = {{"v.txt", "from-file\n"},  {"crlf.txt", "a\r\nb\rc"},    {"n.txt", "9\n"},
                      {"ids.json", "[\"a\"]\n"}, {"f.txt", "Name=a,Values=b"}, {"bytes", "\xff"},
                      {"/home/t/h", "home"},     {"/home/t/x/y", "var"},       {"empty", ""}};
  here.environment.variables["SUB"] = "x";
  const std::tuple<std::string_view, Words, std::string_view> cases[] = {
      {"create-route-table", {"--vpc-id", "file://v.txt"}, R"({"VpcId":"from-file\n"})"},
      {"create-route-table", {"--vpc-id", "file://crlf.txt"}, R"({"VpcId":"a\nb\nc"})"},
      {"create-route-table", {"--vpc-id", "file://~/h"}, R"({"VpcId":"home"})"},
      {"create-route-table", {"--vpc-id", "file://~/${SUB}/y"}, R"({"VpcId":"var"})"},
      {"create-route-table", {"--vpc-id", "file://$HOME/$SUB/y"}, R"({"VpcId":"var"})"},
      {"describe-vpcs", {"--max-results", "file://n.txt"}, R"({"MaxResults":9})"},
      {"describe-vpcs", {"--vpc-ids", "file://ids.json"}, R"({"VpcIds":["a"]})"},
      {"describe-vpcs", {"--vpc-ids", "file://n.txt"}, R"({"VpcIds":["9","\n"]})"},
      {"describe-vpcs", {"--vpc-ids", "file://n.txt", "b"}, R"({"VpcIds":["file://n.txt","b"]})"},
      {"describe-vpcs", {"--vpc-ids", "file://empty"}, "255 string index out of range"},
      {"describe-vpcs", {"--filters", "file://f.txt"}, R"({"Filters":{"Name":"a","Values":"b"}})"},
      {"describe-vpcs",
       {"--filters", "Name=a,Values=file://v.txt"},
       R"({"Filters":[{"Name":"a","Values":["file://v.txt"]}]})"},
      {"describe-vpcs",
       {"--filters", "Name=a,Values@=file://v.txt"},
       R"({"Filters":[{"Name":"a","Values":["from-file\n"]}]})"},
      {"describe-vpcs", {"--filters", "Name@=plain"}, R"({"Filters":[{"Name":"plain"}]})"},
      {"describe-vpcs",
       {"--filters", "Values@=file://nope"},
       "255 Unable to load paramfile file://nope: [Errno 2] No such file or directory: 'nope'"},
      {"create-route-table",
       {"--vpc-id", "file://nope.txt"},
       "252 Error parsing parameter '--vpc-id': Unable to load paramfile file://nope.txt: [Errno 2] No such file or "
       "directory: 'nope.txt'"},
      {"create-route-table",
       {"--vpc-id", "file://$NOVAR/x"},
       "252 Error parsing parameter '--vpc-id': Unable to load paramfile file://$NOVAR/x: [Errno 2] No such file or "
       "directory: '$NOVAR/x'"},
      {"create-route-table",
       {"--vpc-id", "file://."},
       "252 Error parsing parameter '--vpc-id': Unable to load paramfile file://.: [Errno 21] Is a directory: '.'"},
      {"create-route-table",
       {"--vpc-id", "file://bytes"},
       "252 Error parsing parameter '--vpc-id': Unable to load paramfile (bytes), text contents could not be decoded.  "
       "If this is a binary file, please use the fileb:// prefix instead of the file:// prefix."},
  };
  for (const auto& [operation, words, text] : cases) {
    EXPECT_EQ(read(operation, words), text) << testing::PrintToString(words);
  }
}

TEST_F(Values, FromABinaryFileAreNotChanged) {
  here.files.files["b"] = "\xff";
  const Words words{"--vpc-id", "fileb://b"};
  const Json request = read_values(read_command_line(*find_operation("create-route-table"), words), here.system);
  ASSERT_TRUE(request["VpcId"].is_binary());
  EXPECT_EQ(request["VpcId"].get_binary().size(), 1U);
}

TEST_F(Values, FromOptionsOverrideAJsonRequest) {
  here.files.files = {{"in.json", R"({"VpcId": "v", "ClientToken": "tok"})"},
                      {"bad.json", "{\"VpcId\":"},
                      {"bytes", "{\"VpcId\":\"\xff\"}"}};
  const std::pair<Words, std::string_view> cases[] = {
      {{"--cli-input-json", R"({"DryRun":true,"VpcId":"v"})"}, R"({"DryRun":true,"VpcId":"v"})"},
      {{"--cli-input-json", "file://in.json", "--vpc-id", "o"}, R"({"VpcId":"o","ClientToken":"tok"})"},
      {{"--cli-input-json", "fileb://in.json"}, R"({"VpcId":"v","ClientToken":"tok"})"},
      {{"--cli-input-json", "file://bad.json"}, "252 Error parsing parameter 'cli-input-json': Invalid JSON received."},
      {{"--cli-input-json", "fileb://bytes"}, "252 Error parsing parameter 'cli-input-json': Invalid JSON received."},
      {{"--cli-input-json", ""}, "252 Error parsing parameter 'cli-input-json': Invalid JSON received."},
      {{"--cli-input-json", "file://nope"},
       "252 Error parsing parameter '--cli-input-json': Unable to load paramfile file://nope: [Errno 2] No such file "
       "or "
       "directory: 'nope'"},
      {{"--cli-input-json", "[]"},
       "252 Error parsing parameter '--cli-input-json': Invalid type: expecting map, received <class 'list'>"},
      {{"--cli-input-json", "null"},
       "252 Error parsing parameter '--cli-input-json': Invalid type: expecting map, received <class 'NoneType'>"},
      {{"--cli-input-json", "{}", "--cli-input-yaml", "a: b"}, "252 Only one --cli-input- parameter may be specified."},
      {{"--cli-input-json", "{", "--cli-input-yaml", "a: b"}, "252 Only one --cli-input- parameter may be specified."},
      {{"--cli-input-yaml", "a: [b"}, "252 Error parsing parameter 'cli-input-yaml': Invalid YAML received."},
      {{"--cli-input-yaml", "- a"},
       "252 Error parsing parameter '--cli-input-yaml': Invalid type: expecting map, received <class 'list'>"},
  };
  for (const auto& [words, text] : cases) {
    EXPECT_EQ(read("create-route-table", words), text) << testing::PrintToString(words);
  }
}

TEST_F(Values, IncludeAGeneratedTokenIfOmitted) {
  Json request = {{"VpcId", "v"}};
  fill_token(*find_operation("create-route-table"), request, here.identifiers);
  EXPECT_EQ(request["ClientToken"].get<std::string>().size(), 36U);
  const Json first = request;
  fill_token(*find_operation("create-route-table"), request, here.identifiers);
  EXPECT_EQ(request, first);
  Json empty = {{"VpcId", "v"}, {"ClientToken", ""}};
  fill_token(*find_operation("create-route-table"), empty, here.identifiers);
  EXPECT_EQ(empty["ClientToken"], "");
  Json vpc = Json::object();
  fill_token(*find_operation("create-vpc"), vpc, here.identifiers);
  EXPECT_TRUE(vpc.empty());
}

}  // namespace
}  // namespace ec2mimic::cli
