#include "cli/args/client_validation.h"

#include <gtest/gtest.h>

#include "cli/python/non_json.h"
#include "tests/unit/tree.h"

namespace ec2mimic {
namespace {

using Faults = std::vector<std::string>;

Faults validate(const char* document) { return cli::validate(model::shape_of<Tree>, Json::parse(document)); }

TEST(Validate, AcceptsAValidRequest) { EXPECT_EQ(validate(R"({"Needed":"","Leaf":{"Number":5}})"), Faults{}); }

TEST(Validate, ReportsMissingThenUnknownThenOtherFaults) {
  EXPECT_EQ(validate(R"({"Flag":"x","Bogus":1,"Leaves":[{"Text":1,"Txt":2}]})"),
            (Faults{R"(Missing required parameter in input: "Needed")",
                    R"(Unknown parameter in input: "Bogus", must be one of: Leaves, Leaf, Texts, Flag, Needed)",
                    "Invalid type for parameter Flag, value: x, type: <class 'str'>, valid types: <class 'bool'>",
                    R"(Unknown parameter in Leaves[0]: "Txt", must be one of: Text, Number)",
                    "Invalid type for parameter Leaves[0].Text, value: 1, type: <class 'int'>, valid types: <class "
                    "'str'>"}));
}

TEST(Validate, ChecksMinima) {
  EXPECT_EQ(validate(R"({"Needed":"","Leaf":{"Number":4}})"),
            (Faults{"Invalid value for parameter Leaf.Number, value: 4, valid min value: 5"}));
}

TEST(Validate, TakesABooleanForAnIntegerAsPythonDoes) {
  EXPECT_EQ(validate(R"({"Needed":"","Leaf":{"Number":true}})"),
            (Faults{"Invalid value for parameter Leaf.Number, value: True, valid min value: 5"}));
}

TEST(Validate, ShowsValuesAsPythonDoes) {
  const auto shown = [](const char* value) {
    const Faults faults = validate((R"({"Needed":)" + std::string(value) + '}').c_str());
    const std::string& fault = faults.at(0);
    const auto start = fault.find("value: ") + 7;
    return fault.substr(start, fault.find(", valid types") - start);
  };
  EXPECT_EQ(shown("true"), "True, type: <class 'bool'>");
  EXPECT_EQ(shown("null"), "None, type: <class 'NoneType'>");
  EXPECT_EQ(shown("1.5"), "1.5, type: <class 'float'>");
  EXPECT_EQ(shown("1e-7"), "1e-07, type: <class 'float'>");
  EXPECT_EQ(shown("1e22"), "1e+22, type: <class 'float'>");
  EXPECT_EQ(shown(R"(["a",1,["b'c"]])"), R"(['a', 1, ["b'c"]], type: <class 'list'>)");
  EXPECT_EQ(shown(R"({"k":"v\n","l":null})"), R"({'k': 'v\n', 'l': None}, type: <class 'dict'>)");
  EXPECT_EQ(shown("[]"), "[], type: <class 'list'>");
}

TEST(Validate, RejectsValuesThatJsonCannotRepresent) {
  const auto fault = [](NonJson kind, const char* text) {
    return cli::validate(model::shape_of<Tree>, {{"Needed", non_json(kind, text)}}).at(0);
  };
  EXPECT_EQ(fault(NonJson::date, "2024-01-02"),
            "Invalid type for parameter Needed, value: 2024-01-02, type: <class 'datetime.date'>, valid types: <class "
            "'str'>");
  EXPECT_EQ(fault(NonJson::datetime, "2024-01-02 03:04:05"),
            "Invalid type for parameter Needed, value: 2024-01-02 03:04:05, type: <class 'datetime.datetime'>, valid "
            "types: <class 'str'>");
}

}  // namespace
}  // namespace ec2mimic
