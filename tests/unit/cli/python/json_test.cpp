#include "cli/python/json.h"

#include <gtest/gtest.h>

#include <string>

namespace ec2mimic::python {
namespace {

std::string error_of(std::string_view text) {
  try {
    static_cast<void>(load_json(text));
  } catch (const JsonError& error) {
    return error.what();
  }
  return "none";
}

// The messages were recorded from the AWS CLI or from Python 3.11.
TEST(PythonJson, ReportsFaultsInPythonsWords) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {R"([{"ResourceType":"route-table")", "Expecting ',' delimiter: line 1 column 31 (char 30)"},
      {R"([{"ResourceType":"route-table",}])",
       "Expecting property name enclosed in double quotes: line 1 column 32 (char 31)"},
      {"[}", "Expecting value: line 1 column 2 (char 1)"},
      {"", "Expecting value: line 1 column 1 (char 0)"},
      {R"({"a":1}{"b":2})", "Extra data: line 1 column 8 (char 7)"},
      {"{a:1}", "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"},
      {R"({"a":})", "Expecting value: line 1 column 6 (char 5)"},
      {R"({"a" 1})", "Expecting ':' delimiter: line 1 column 6 (char 5)"},
      {"[01]", "Expecting ',' delimiter: line 1 column 3 (char 2)"},
      {"[1,", "Expecting value: line 1 column 4 (char 3)"},
      {"{\"a\":\"\x01\"}", "Invalid control character at: line 1 column 7 (char 6)"},
      {R"({"a":"\x"})", "Invalid \\escape: line 1 column 7 (char 6)"},
      {R"(["\u00g0"])", "Invalid \\uXXXX escape: line 1 column 4 (char 3)"},
      {R"("\u00")", "Invalid \\uXXXX escape: line 1 column 3 (char 2)"},
      {R"("\u00e9)", "Invalid \\uXXXX escape: line 1 column 3 (char 2)"},
      {R"(["a)", "Unterminated string starting at: line 1 column 2 (char 1)"},
      {R"(["a\)", "Unterminated string starting at: line 1 column 2 (char 1)"},
      {"[tru]", "Expecting value: line 1 column 2 (char 1)"},
      {"[-]", "Expecting value: line 1 column 2 (char 1)"},
      {"[1,\n \"日\" 2]", "Expecting ',' delimiter: line 2 column 6 (char 9)"},
      {"\xEF\xBB\xBF{}", "Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)"},
  };
  for (const auto& [text, message] : cases) EXPECT_EQ(error_of(text), message) << text;
}

TEST(PythonJson, RejectsWhatOnlyWeReject) {
  EXPECT_EQ(error_of("[12345678901234567890]"), "Integer of more than 64 bits: line 1 column 2 (char 1)");
  EXPECT_EQ(error_of(R"(["\ud800"])"), "Unpaired surrogate in a \\uXXXX escape: line 1 column 3 (char 2)");
  EXPECT_EQ(error_of(std::string(201, '[')), "Nested too deeply: line 1 column 201 (char 200)");
  EXPECT_EQ(error_of(std::string(1000000, '[')), "Nested too deeply: line 1 column 201 (char 200)");
  EXPECT_EQ(error_of(std::string(200, '[') + std::string(200, ']')), "none");
}

TEST(PythonJson, ParsesEverythingThatPythonParses) {
  EXPECT_EQ(load_json(R"( {"b":[1,-2,3.5,1e3], "a":{"c":null,"d":true,"e":false}, "":[] } )"),
            Json::parse(R"({"b":[1,-2,3.5,1000.0],"a":{"c":null,"d":true,"e":false},"":[]})"));
  EXPECT_EQ(load_json(R"("\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é")").get<std::string>(), "\"\\/\b\f\n\r\té😀é");
  EXPECT_TRUE(load_json("NaN").is_number_float());
  EXPECT_GT(load_json("1e999").get<double>(), 1e308);
  EXPECT_EQ(load_json("-1e-999").get<double>(), 0.0);
  EXPECT_EQ(load_json("-Infinity").get<double>(), -load_json("Infinity").get<double>());
}

TEST(PythonJson, UsesTheLastValueOfARepeatedMember) {
  EXPECT_EQ(load_json(R"({"a":1,"b":2,"a":3})").dump(), R"({"a":3,"b":2})");
  std::string many = "{";
  for (int i = 0; i < 100000; ++i) many += "\"k" + std::to_string(i) + "\":" + std::to_string(i) + ',';
  const Json document = load_json(many + R"("k31":"x","k0":"y","k99999":"z"})");
  ASSERT_EQ(document.size(), 100000U);
  EXPECT_EQ(document.begin()->dump(), R"("y")");
  EXPECT_EQ(document.at("k99999"), "z");
  EXPECT_EQ(document.at("k31"), "x");
}

TEST(PythonJson, KeepsNeighbouringValuesSeparate) {
  const std::string text = R"([[1,[2,[3]],4],[],[5,[]],{"a":{"b":1},"c":[{"a":2},{"a":3}]},{"a":{"b":4}},{},[{},6]])";
  EXPECT_EQ(load_json(text).dump(), text);
  // Objects large enough to get an index each, which must not contain the names of the previous one.
  std::string objects = "[";
  for (int object = 0; object < 3; ++object) {
    objects += object == 0 ? "{" : ",{";
    for (int i = 0; i < 40; ++i) {
      objects += (i == 0 ? "\"" : ",\"") + std::to_string(i * 2 + object) + "\":" + std::to_string(object);
    }
    objects += '}';
  }
  objects += ']';
  EXPECT_EQ(load_json(objects).dump(), objects);
}

TEST(CheckUtf8, ReportsThePositionOfTheFirstInvalidByte) {
  check_utf8("");
  check_utf8("a\né日😀");
  const auto error_in = [](std::string_view text) -> std::string {
    try {
      check_utf8(text);
    } catch (const JsonError& error) {
      return error.what();
    }
    return "fine";
  };
  EXPECT_EQ(error_in("\xE9"), "Not UTF-8: line 1 column 1 (char 0)");
  EXPECT_EQ(error_in("日\n\n😀é\xFF\xFE"), "Not UTF-8: line 3 column 3 (char 5)");
  EXPECT_EQ(error_in("a\xE6\x97"), "Not UTF-8: line 1 column 2 (char 1)");
}

}  // namespace
}  // namespace ec2mimic::python
