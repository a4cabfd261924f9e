// Descriptions and the codec, with the test's own structs.
#include <gtest/gtest.h>

#include "core/model/codec.h"
#include "tests/unit/tree.h"

namespace ec2mimic {
namespace {

using model::decode;
using model::encode;
using model::shape_of;

static_assert(shape_of<Tree>.members.size() == 5);
static_assert(shape_of<Tree>.member("Leaves")->shape->element == &shape_of<Leaf>);
static_assert(shape_of<Tree>.member("leaves") == nullptr, "names are case-sensitive");
static_assert(shape_of<Tree>.member("Needed")->traits.required);

TEST(Codec, WritesMembersInOrderAndOmitsAbsentOnes) {
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

TEST(Codec, KeepsInitialisersOfAbsentMembers) { EXPECT_TRUE(decode<Tree>(Json::object()).flag); }

std::string decode_error(const char* document) {
  try {
    static_cast<void>(decode<Tree>(Json::parse(document)));
  } catch (const model::DecodeError& error) {
    return error.what();
  }
  return "none";
}

TEST(Codec, IsStrictAndNamesTheMember) {
  EXPECT_EQ(decode_error("[]"), "the document: expected an object");
  EXPECT_EQ(decode_error(R"({"Bogus":1})"), "Bogus: unknown member");
  EXPECT_EQ(decode_error(R"({"Leaves":[{},{"Text":1}]})"), "Leaves[1].Text: expected a string");
  EXPECT_EQ(decode_error(R"({"Leaf":{"Number":1.5}})"), "Leaf.Number: expected a 64-bit integer");
  EXPECT_EQ(decode_error(R"({"Leaf":{"Number":18446744073709551615}})"), "Leaf.Number: expected a 64-bit integer");
  EXPECT_EQ(decode_error(R"({"Flag":"true"})"), "Flag: expected true or false");
  EXPECT_EQ(decode_error(R"({"Leaves":{}})"), "Leaves: expected a list");
}

TEST(RecordLine, MustBeJsonOfTheRightShape) {
  Tree tree;
  EXPECT_THROW(model::read_line(shape_of<Tree>, &tree, "{"), model::DecodeError);
  EXPECT_THROW(model::read_line(shape_of<Tree>, &tree, "\xff"), model::DecodeError);
}

TEST(Canonical, FormIsTheSameForEquivalentRequests) {
  const Json a = Json::parse(R"({"Needed":"x","Leaf":{"Number":1,"Text":"t"},"Texts":[],"Extra":1})");
  const Json b = Json::parse(R"({"Extra":1,"Leaf":{"Text":"t","Number":1},"Needed":"x","Flag":null})");
  EXPECT_EQ(model::canonical(shape_of<Tree>, a).dump(), model::canonical(shape_of<Tree>, b).dump());
  EXPECT_NE(model::canonical(shape_of<Tree>, Json::parse(R"({"Texts":["a","b"]})")),
            model::canonical(shape_of<Tree>, Json::parse(R"({"Texts":["b","a"]})")));
}

}  // namespace
}  // namespace ec2mimic
