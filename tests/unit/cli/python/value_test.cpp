#include "cli/python/value.h"

#include <gtest/gtest.h>

#include <limits>

namespace ec2mimic::python {
namespace {

TEST(PythonValue, IsShownAsItsStr) {
  const std::pair<const char*, std::string_view> cases[] = {
      {"null", "None"},
      {"true", "True"},
      {"1e16", "1e+16"},
      {"-3", "-3"},
      {"[]", "[]"},
      {"{}", "{}"},
      {R"("it's")", "it's"},
      {"18446744073709551615", "18446744073709551615"},
      {"[1]", "[1]"},
      {R"(["a"])", "['a']"},
      {R"({"b":1,"a":["x",null]})", "{'b': 1, 'a': ['x', None]}"},
  };
  for (const auto& [value, text] : cases) EXPECT_EQ(str(Json::parse(value)), text);
  EXPECT_EQ(repr(Json("it's")), "\"it's\"");
  EXPECT_EQ(repr(Json("a")), "'a'");
  EXPECT_EQ(repr(Json(nullptr)), "None");
}

TEST(PythonValue, HasPythonsClassName) {
  const std::pair<const char*, std::string_view> cases[] = {
      {"null", "NoneType"}, {"true", "bool"}, {"1", "int"},   {"-1", "int"},
      {"1.0", "float"},     {"\"\"", "str"},  {"[]", "list"}, {"{}", "dict"},
  };
  for (const auto& [value, name] : cases) EXPECT_EQ(type_name(Json::parse(value)), name);
}

TEST(PythonValue, CanBeAValueThatJsonCannotRepresent) {
  EXPECT_EQ(str(non_json(NonJson::date, "2024-01-02")), "2024-01-02");
  EXPECT_EQ(type_name(non_json(NonJson::date, "2024-01-02")), "date");
  EXPECT_EQ(type_name(non_json(NonJson::datetime, "2024-01-02 03:04:05")), "datetime");
}

TEST(PythonValue, IsTrueUnlessEmptyOrZero) {
  for (const char* value : {"null", "false", "0", "0.0", "-0.0", "\"\"", "[]", "{}"}) {
    EXPECT_FALSE(is_true(Json::parse(value))) << value;
  }
  for (const char* value : {"true", "1", "-1", "0.5", "\" \"", "[0]", "{\"\":0}"}) {
    EXPECT_TRUE(is_true(Json::parse(value))) << value;
  }
  EXPECT_TRUE(is_true(std::numeric_limits<double>::quiet_NaN()));
}

TEST(PythonValue, ShowsNumbersInPythonsShortestForm) {
  const std::pair<double, std::string_view> cases[] = {
      {1.0, "1.0"},
      {0.1, "0.1"},
      {1e-5, "1e-05"},
      {1e16, "1e+16"},
      {1e15, "1000000000000000.0"},
      {1.5e300, "1.5e+300"},
      {-0.0, "-0.0"},
      {0.0001, "0.0001"},
      {123456.789, "123456.789"},
  };
  for (const auto& [number, text] : cases) EXPECT_EQ(number_repr(number), text);
}

TEST(PythonValue, ShowsBytesAndDatesWithTheirOwnClasses) {
  EXPECT_EQ(str(Json::binary({'a', '\'', '\n', '\\', 0xFF, 0x00})), R"(b"a'\n\\\xff\x00")");
  EXPECT_EQ(str(Json::binary({'\'', '"'})), R"(b'\'"')");
  EXPECT_EQ(str(non_json(NonJson::date, "2024-01-02")), "2024-01-02");
  EXPECT_EQ(class_name(Json::binary({})), "<class 'bytes'>");
  EXPECT_EQ(class_name(non_json(NonJson::date, "")), "<class 'datetime.date'>");
  EXPECT_EQ(class_name(non_json(NonJson::datetime, "")), "<class 'datetime.datetime'>");
  EXPECT_EQ(class_name(nullptr), "<class 'NoneType'>");
  EXPECT_EQ(class_name(1), "<class 'int'>");
}

}  // namespace
}  // namespace ec2mimic::python
