// Descriptions, the codec and the client's validation, on structs of the test's own.
#include <gtest/gtest.h>

#include "core/model/codec.h"
#include "core/model/validate.h"

namespace ec2mimic {
namespace {

struct Leaf {
  std::string text{};
  std::optional<std::int64_t> number{};
};

struct Tree {
  std::vector<Leaf> leaves{};
  std::optional<Leaf> leaf{};
  std::optional<std::vector<std::string>> texts{};
  bool flag = true;
  std::string needed{};
};

}  // namespace

template <>
struct model::Describe<Leaf> {
  static constexpr std::string_view name = "Leaf";
  static constexpr auto members =
      model::members(member<&Leaf::text>("Text", "t"), member<&Leaf::number>("Number", "n", {.minimum = 5}));
};

template <>
struct model::Describe<Tree> {
  static constexpr std::string_view name = "Tree";
  static constexpr auto members = model::members(member<&Tree::leaves>("Leaves", "l"), member<&Tree::leaf>("Leaf", "o"),
                                                 member<&Tree::texts>("Texts", "s"), member<&Tree::flag>("Flag", "f"),
                                                 member<&Tree::needed>("Needed", "r", {.required = true}));
};

namespace {

using model::decode;
using model::encode;
using model::shape_of;

static_assert(shape_of<Tree>.members.size() == 5);
static_assert(shape_of<Tree>.member("Leaves")->shape->element == &shape_of<Leaf>);
static_assert(shape_of<Tree>.member("leaves") == nullptr, "names are case-sensitive");
static_assert(shape_of<Tree>.member("Needed")->traits.required);

TEST(Codec, WritesMembersInOrderAndLeavesAbsentOnesOut) {
  Tree tree;
  tree.leaves = {{"a", {}}, {"b", 7}};
  EXPECT_EQ(encode(tree).dump(), R"({"Leaves":[{"Text":"a"},{"Text":"b","Number":7}],"Flag":true,"Needed":""})");
  tree.texts.emplace();
  tree.leaf.emplace();
  EXPECT_EQ(encode(tree)["Texts"], Json::array()) << "an empty list that is there is shown";
  EXPECT_EQ(encode(tree)["Leaf"], Json::parse(R"({"Text":""})"));
}

TEST(Codec, ReadsWhatItWrote) {
  Tree tree;
  tree.leaves = {{"é\"\n", -9223372036854775807 - 1}};
  tree.texts = {"x", ""};
  tree.flag = false;
  EXPECT_EQ(encode(decode<Tree>(encode(tree))), encode(tree));
}

TEST(Codec, KeepsInitialisersForWhatIsAbsent) { EXPECT_TRUE(decode<Tree>(Json::object()).flag); }

std::string decode_error(const char* document) {
  try {
    static_cast<void>(decode<Tree>(Json::parse(document)));
  } catch (const model::DecodeError& error) {
    return error.what();
  }
  return "none";
}

TEST(Codec, IsStrictAndNamesThePlace) {
  EXPECT_EQ(decode_error("[]"), "the document: expected an object");
  EXPECT_EQ(decode_error(R"({"Bogus":1})"), "Bogus: unknown member");
  EXPECT_EQ(decode_error(R"({"Leaves":[{},{"Text":1}]})"), "Leaves[1].Text: expected a string");
  EXPECT_EQ(decode_error(R"({"Leaf":{"Number":1.5}})"), "Leaf.Number: expected an integer of 64 bits");
  EXPECT_EQ(decode_error(R"({"Leaf":{"Number":18446744073709551615}})"), "Leaf.Number: expected an integer of 64 bits");
  EXPECT_EQ(decode_error(R"({"Flag":"true"})"), "Flag: expected true or false");
  EXPECT_EQ(decode_error(R"({"Leaves":{}})"), "Leaves: expected a list");
}

TEST(Line, OfSomethingElseIsAnError) {
  Tree tree;
  EXPECT_THROW(model::read_line(shape_of<Tree>, &tree, "{"), model::DecodeError);
  EXPECT_THROW(model::read_line(shape_of<Tree>, &tree, "\xff"), model::DecodeError);
}

TEST(Canonical, HasOneFormForOneMeaning) {
  const Json a = Json::parse(R"({"Needed":"x","Leaf":{"Number":1,"Text":"t"},"Texts":[],"Extra":1})");
  const Json b = Json::parse(R"({"Extra":1,"Leaf":{"Text":"t","Number":1},"Needed":"x","Flag":null})");
  EXPECT_EQ(model::canonical(shape_of<Tree>, a).dump(), model::canonical(shape_of<Tree>, b).dump());
  EXPECT_NE(model::canonical(shape_of<Tree>, Json::parse(R"({"Texts":["a","b"]})")),
            model::canonical(shape_of<Tree>, Json::parse(R"({"Texts":["b","a"]})")));
}

using Faults = std::vector<std::string>;

Faults validate(const char* document) { return model::validate(shape_of<Tree>, Json::parse(document)); }

TEST(Validate, PassesWhatIsRight) { EXPECT_EQ(validate(R"({"Needed":"","Leaf":{"Number":5}})"), Faults{}); }

TEST(Validate, CollectsAllFaultsMissingFirstThenUnknownThenInOrder) {
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

TEST(Validate, NoParameterTakesAValueThatJsonHasNot) {
  const auto fault = [](Exotic kind, const char* text) {
    return model::validate(shape_of<Tree>, {{"Needed", exotic(kind, text)}}).at(0);
  };
  EXPECT_EQ(fault(Exotic::date, "2024-01-02"),
            "Invalid type for parameter Needed, value: 2024-01-02, type: <class 'datetime.date'>, valid types: <class "
            "'str'>");
  EXPECT_EQ(fault(Exotic::datetime, "2024-01-02 03:04:05"),
            "Invalid type for parameter Needed, value: 2024-01-02 03:04:05, type: <class 'datetime.datetime'>, valid "
            "types: <class 'str'>");
}

}  // namespace
}  // namespace ec2mimic
