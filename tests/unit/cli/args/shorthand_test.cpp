#include "cli/args/shorthand.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace ec2mimic::cli {
namespace {

Json parse(std::string_view text) {
  return parse_shorthand(text, [](const std::string& name) -> Json { return '<' + name + '>'; });
}

std::string error_of(std::string_view text) {
  try {
    return parse(text).dump();
  } catch (const ShorthandError& error) {
    return error.what();
  }
}

TEST(Shorthand, ParsesWhatTheAwsCliParses) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"Name=vpc-id,Values=a", R"({"Name":"vpc-id","Values":"a"})"},
      {"Name=vpc-id,Values=a,b", R"({"Name":"vpc-id","Values":["a","b"]})"},
      {"Name=vpc-id,Values=[a,b]", R"({"Name":"vpc-id","Values":["a","b"]})"},
      {R"(Values="a,b")", R"({"Values":"a,b"})"},
      {"Values='a b',c", R"({"Values":["a b","c"]})"},
      {R"(Values=a\,b,c)", R"({"Values":["a,b","c"]})"},
      {"Name=a,Values=", R"({"Name":"a","Values":""})"},
      {"Name=,Values=a", R"({"Name":"","Values":"a"})"},
      {"Name=a,,Values=b", R"({"Name":"a","Values":"b"})"},
      {"Name=a=b,Values=c", R"({"Name":"a=b","Values":"c"})"},
      {"Name = vpc-id , Values = a , b", R"({"Name":"vpc-id","Values":["a","b"]})"},
      {"Name=a;Values=b", R"({"Name":"a;Values=b"})"},
      {"Name=a,\n  Values=b,\n  c", R"({"Name":"a","Values":["b","c"]})"},
      {"Values=[ b , c ]", R"({"Values":["b","c"]})"},
      {"Values=[\"b,c\",d]", R"({"Values":["b,c","d"]})"},
      {"Values=[b,]", R"({"Values":["b"]})"},
      {"Values=[,b]", R"({"Values":["","b"]})"},
      {"Values=[]", R"({"Values":[]})"},
      {R"(Values=b\c)", R"({"Values":"b\\c"})"},
      {R"(Values="b\\c")", R"({"Values":"b\\c"})"},
      {R"(Values="b\"c")", R"({"Values":"b\"c"})"},
      {R"(Values='it\'s')", R"({"Values":"it's"})"},
      {R"(Values="a\")", R"({"Values":"a\\"})"},
      {"Values=b{0", R"({"Values":"b{0"})"},
      {"Values=b:c,d/e|f&g<h>~`$(", R"({"Values":["b:c","d/e|f&g<h>~`$("]})"},
      {"Values=a,b]}", R"({"Values":["a","b]}"]})"},
      {"Tags=[{Key=Name,Value=a b},{Key=k2,Value=}}]",
       R"({"Tags":[{"Key":"Name","Value":"a b"},{"Key":"k2","Value":"}"}]})"},
      {"Tags={Key=a.b/c:d,Value=x=y}", R"({"Tags":{"Key":"a.b/c:d","Value":"x=y"}})"},
      {"Tags=[[a,[b]],{c=[d]}]", R"({"Tags":[["a",["b"]],{"c":["d"]}]})"},
      {"Tags={a=1,a=2}", R"({"Tags":{"a":"2"}})"},
      {"=a", R"({"":"a"})"},
      {"Name=é,Values=日本,'😀'", R"({"Name":"é","Values":["日本","😀"]})"},
      {"Name=a\u3000", R"({"Name":"a"})"},
  };
  for (const auto& [text, document] : cases) EXPECT_EQ(error_of(text), document) << text;
}

TEST(Shorthand, ReportsFaultsInTheAwsClisWordsWithACaret) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"Name", "Expected: '=', received: 'EOF' for input:\nName\n    ^"},
      {"", "Expected: '=', received: 'EOF' for input:\n\n^"},
      {"  ", "Expected: '=', received: 'EOF' for input:\n  \n  ^"},
      {"Name==a", "Expected: ',', received: '=' for input:\nName==a\n     ^"},
      {"Name=a,Values=b,", "Expected: '<second>', received: '<none>' for input:\nName=a,Values=b,\n                ^"},
      {"Values=[b c", "Expected: ',', received: 'EOF' for input:\nValues=[b c\n           ^"},
      {"Values={k", "Expected: '=', received: 'EOF' for input:\nValues={k\n         ^"},
      {"Values=\"b", "Expected: '<double quoted>', received: '<none>' for input:\nValues=\"b\n       ^"},
      {"Values='b", "Expected: '<singled quoted>', received: '<none>' for input:\nValues='b\n       ^"},
      {"Name=\"a\"b,Values=c", "Expected: ',', received: 'b' for input:\nName=\"a\"b,Values=c\n        ^"},
      {"Values=b}", "Expected: ',', received: '}' for input:\nValues=b}\n        ^"},
      {"Values=b[0]", "Expected: ',', received: ']' for input:\nValues=b[0]\n          ^"},
      {"Name=a,\nValues==b", "Expected: ',', received: '=' for input:\nName=a,\nValues==b\n       ^"},
      {"Name=a,Values==b\nMore=c",
       "Expected: ',', received: '=' for input:\nName=a,Values==b\n              ^\nMore=c"},
      {"é=b", "Expected: '=', received: 'é' for input:\né=b\n^"},
      {"Name=é,Values=日本,😀", "Expected: '=', received: '😀' for input:\nName=é,Values=日本,😀\n                 ^"},
      {"Values=b,,c", "Expected: '=', received: 'EOF' for input:\nValues=b,,c\n           ^"},
      {"Tags=[{Key=Name,Value=a,b}]",
       "Expected: '=', received: '}' for input:\nTags=[{Key=Name,Value=a,b}]\n                         ^"},
      {"Tags=[{Key=k,Value=}]",
       "Expected: ',', received: ']' for input:\nTags=[{Key=k,Value=}]\n                    ^"},
      {"Name=vpc-id,Values=a,Name=b",
       "Second instance of key \"Name\" encountered for input:\nName=vpc-id,Values=a,Name=b\n                     "
       "^\nThis is often because there is a preceding \",\" instead of a space."},
  };
  for (const auto& [text, message] : cases) EXPECT_EQ(error_of(text), message) << text;
}

TEST(Shorthand, ReadsFilesAfterAnAtSign) {
  EXPECT_EQ(error_of("Name=a,Values@=[f,'g'],Other=h"), R"({"Name":"a","Values":["<f>","<g>"],"Other":"h"})");
  EXPECT_EQ(error_of("Tags=[{Key=a,Value@=v},{Key=b}]"), R"({"Tags":[{"Key":"a","Value":"<v>"},{"Key":"b"}]})");
  EXPECT_EQ(error_of("N@me=a"), "Expected: '=', received: 'm' for input:\nN@me=a\n  ^");
}

TEST(Shorthand, DepthIsBounded) {
  EXPECT_EQ(error_of("a=" + std::string(1000000, '[')), "The value is nested too deeply.");
  EXPECT_EQ(error_of("a=" + std::string(201, '[') + std::string(201, ']')), "The value is nested too deeply.");
  EXPECT_EQ(error_of("a=" + std::string(200, '[') + std::string(200, ']')),
            "{\"a\":" + std::string(200, '[') + std::string(200, ']') + '}');
}

// As many keys as fit into an argument must parse quickly, and a repetition of the last one must be noticed.
TEST(Shorthand, ParsesManyKeysQuickly) {
  std::string text = "a=b";
  for (int i = 0; i < 20000; ++i) text += ",c" + std::to_string(i) + "='x,y',z";
  EXPECT_EQ(parse(text).size(), 20001U);
  EXPECT_TRUE(error_of(text + ",c19999=d").starts_with("Second instance of key \"c19999\""));
  EXPECT_TRUE(error_of(text + ",a=d").starts_with("Second instance of key \"a\""));
}

}  // namespace
}  // namespace ec2mimic::cli
