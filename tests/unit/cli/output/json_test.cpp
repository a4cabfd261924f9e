#include "cli/output/json.h"

#include <gtest/gtest.h>

#include <limits>

namespace ec2mimic::cli {
namespace {

TEST(PythonJsonOutput, IsIndentedByFour) {
  const Json document = Json::parse(R"({"b":[{"x":1,"y":[]},{}],"a":{"t":true,"f":false,"n":null},"z":[1,-2]})");
  EXPECT_EQ(to_python_json(document),
            "{\n"
            "    \"b\": [\n"
            "        {\n"
            "            \"x\": 1,\n"
            "            \"y\": []\n"
            "        },\n"
            "        {}\n"
            "    ],\n"
            "    \"a\": {\n"
            "        \"t\": true,\n"
            "        \"f\": false,\n"
            "        \"n\": null\n"
            "    },\n"
            "    \"z\": [\n"
            "        1,\n"
            "        -2\n"
            "    ]\n"
            "}\n");
}

TEST(PythonJsonOutput, EscapesOnlyWhatMustBeEscaped) {
  EXPECT_EQ(to_python_json("\"\\\n\r\t\b\f\x01\x1f"), R"("\"\\\n\r\t\b\f\u0001\u001f")"
                                                      "\n");
  EXPECT_EQ(to_python_json("\x7f/é日😀\u2028"), "\"\x7f/é日😀\u2028\"\n");
  EXPECT_EQ(to_python_json({{"k\"", ""}}), "{\n    \"k\\\"\": \"\"\n}\n");
}

TEST(PythonJsonOutput, WritesNumbersLikePython) {
  EXPECT_EQ(to_python_json(1e16), "1e+16\n");
  EXPECT_EQ(to_python_json(std::numeric_limits<double>::quiet_NaN()), "NaN\n");
  EXPECT_EQ(to_python_json(-std::numeric_limits<double>::infinity()), "-Infinity\n");
  EXPECT_EQ(to_python_json(std::numeric_limits<std::uint64_t>::max()), "18446744073709551615\n");
}

}  // namespace
}  // namespace ec2mimic::cli
