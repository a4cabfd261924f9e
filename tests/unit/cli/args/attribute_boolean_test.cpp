// Structures that hold just one boolean, and booleans whose negation has an option of its own, as in
// modify-vpc-attribute and create-network-acl-entry.
#include <gtest/gtest.h>

#include "cli/args/command_line.h"
#include "cli/args/values.h"
#include "core/model/describe.h"
#include "tests/unit/cli/test_system.h"

namespace ec2mimic {
namespace {

struct AttributeBooleanValue {
  std::optional<bool> value{};
};

struct Modify {
  std::optional<AttributeBooleanValue> enable_dns_support{};
  std::optional<bool> egress{};
};

}  // namespace

template <>
struct model::Describe<AttributeBooleanValue> {
  static constexpr std::string_view name = "AttributeBooleanValue";
  static constexpr auto members = model::members(member<&AttributeBooleanValue::value>("Value", "Whether."));
};

template <>
struct model::Describe<Modify> {
  static constexpr std::string_view name = "Modify";
  static constexpr auto members =
      model::members(member<&Modify::enable_dns_support>("EnableDnsSupport", "Whether."),
                     member<&Modify::egress>("Egress", "Whether it is for what leaves.", {.opposite = "ingress"}));
};

namespace cli {
namespace {

class AttributeBoolean : public testing::Test {
 protected:
  TestSystem here;

  std::string read(const std::vector<std::string_view>& words) {
    Operation operation;
    operation.name = "Modify";
    operation.request = &model::shape_of<Modify>;
    std::string text;
    const std::string failure = failure_of([&] {
      const CommandLine line = read_command_line(operation, words);
      if (!line.unknown.empty()) throw failures::unknown_options(line.unknown);
      text = read_values(line, here.system).dump();
    });
    return failure == "nothing" ? text : failure;
  }
};

TEST_F(AttributeBoolean, CanBeSpelledInFourWays) {
  EXPECT_EQ(read({"--enable-dns-support"}), R"({"EnableDnsSupport":{"Value":true}})");
  EXPECT_EQ(read({"--no-enable-dns-support"}), R"({"EnableDnsSupport":{"Value":false}})");
  EXPECT_EQ(read({"--enable-dns-support", "Value=false"}), R"({"EnableDnsSupport":{"Value":false}})");
  EXPECT_EQ(read({"--enable-dns-support", "Value=true"}), R"({"EnableDnsSupport":{"Value":true}})");
  EXPECT_EQ(read({"--enable-dns-support", R"({"Value": true})"}), R"({"EnableDnsSupport":{"Value":true}})");
}

TEST_F(AttributeBoolean, RejectsABareWord) {
  EXPECT_EQ(
      read({"--enable-dns-support", "true"}),
      "252 Error parsing parameter '--enable-dns-support': Expected: '=', received: 'EOF' for input:\ntrue\n    ^");
}

TEST_F(AttributeBoolean, IsSentLastByItsNegation) {
  EXPECT_EQ(read({"--no-enable-dns-support", "--egress"}), R"({"Egress":true,"EnableDnsSupport":{"Value":false}})");
  EXPECT_EQ(read({"--enable-dns-support", "--egress"}), R"({"EnableDnsSupport":{"Value":true},"Egress":true})");
}

TEST_F(AttributeBoolean, CannotBeTrueAndFalse) {
  const char* both =
      "252 Cannot specify both the \"--enable-dns-support\" option and the \"--no-enable-dns-support\" option.";
  EXPECT_EQ(read({"--enable-dns-support", "--no-enable-dns-support"}), both);
  EXPECT_EQ(read({"--no-enable-dns-support", "--enable-dns-support", "Value=true"}), both);
}

TEST_F(AttributeBoolean, CanHaveAnOppositeWithItsOwnName) {
  EXPECT_EQ(read({"--egress"}), R"({"Egress":true})");
  EXPECT_EQ(read({"--ingress"}), R"({"Egress":false})");
  EXPECT_EQ(read({"--egress", "--ingress"}), R"({"Egress":false})");
  EXPECT_EQ(read({"--no-egress"}), "252 Unknown options: --no-egress");
}

}  // namespace
}  // namespace cli
}  // namespace ec2mimic
