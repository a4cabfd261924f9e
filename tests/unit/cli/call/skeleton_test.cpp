#include "cli/call/skeleton.h"

#include <gtest/gtest.h>

#include "cli/args/client_validation.h"
#include "core/model/describe.h"
#include "core/operation/registry.h"
#include "tests/unit/cli/test_system.h"

namespace ec2mimic {
namespace {

constexpr std::string_view kActions[] = {"allow", "deny"};

struct Inner {
  std::optional<std::string> action{};
  std::vector<std::string> names{};
};

struct Outer {
  std::optional<std::int64_t> number{};
  std::optional<bool> flag{};
  std::vector<Inner> inners{};
  std::optional<Inner> one{};
};

}  // namespace

template <>
struct model::Describe<Inner> {
  static constexpr std::string_view name = "Inner";
  static constexpr auto members =
      model::members(member<&Inner::action>("Action", "What to do.", {.required = true, .choices = kActions}),
                     member<&Inner::names>("Names", "Whom."));
};

template <>
struct model::Describe<Outer> {
  static constexpr std::string_view name = "Outer";
  static constexpr auto members =
      model::members(member<&Outer::number>("Number", "How many."), member<&Outer::flag>("Flag", "Whether."),
                     member<&Outer::inners>("Inners", "Several."), member<&Outer::one>("One", "One."));
};

namespace cli {
namespace {

TEST(Skeleton, OfARequestHasAllMembersWithPlaceholders) {
  EXPECT_EQ(
      input_skeleton(model::shape_of<Outer>).dump(),
      R"({"Number":0,"Flag":true,"Inners":[{"Action":"allow","Names":[""]}],"One":{"Action":"allow","Names":[""]}})");
}

TEST(Skeleton, AsYamlExplainsEachMember) {
  EXPECT_EQ(yaml_skeleton(model::shape_of<Outer>),
            "Number: 0  # How many.\n"
            "Flag: true # Whether.\n"
            "Inners: # Several.\n"
            "- Action: allow  # [REQUIRED] What to do. Valid values are: allow, deny.\n"
            "  Names: # Whom.\n"
            "  - ''\n"
            "One: # One.\n"
            "  Action: allow  # [REQUIRED] What to do. Valid values are: allow, deny.\n"
            "  Names: # Whom.\n"
            "  - ''\n");
}

class Skeletons : public testing::Test {
 protected:
  TestSystem here;
};

TEST_F(Skeletons, OfRequestsNeedNoSettingsAndOpenNoState) {
  EXPECT_EQ(here.run({"ec2", "delete-vpc", "--generate-cli-skeleton", "--output", "text"}), kSuccess);
  EXPECT_EQ(here.streams.out, "{\n    \"VpcId\": \"\",\n    \"DryRun\": true\n}\n");
  EXPECT_EQ(here.run({"ec2", "delete-vpc", "--generate-cli-skeleton", "yaml-input"}), kSuccess);
  EXPECT_TRUE(here.streams.out.starts_with("VpcId: ''  # [REQUIRED] ")) << here.streams.out;
  EXPECT_EQ(here.engines.visits, 0);
}

TEST_F(Skeletons, OfAnswersAreFormattedLikeAnswers) {
  EXPECT_EQ(here.run({"ec2", "create-route-table", "--vpc-id", "v", "--generate-cli-skeleton", "output", "--query",
                      "RouteTable.[RouteTableId,Tags[0].Key]", "--output", "text"}),
            kSuccess);
  EXPECT_EQ(here.streams.out, "RouteTableId\tKey\n");
  EXPECT_EQ(here.run({"ec2", "delete-vpc", "--generate-cli-skeleton", "output"}), kBadUsage);
  EXPECT_EQ(here.streams.err, with_usage("aws: error: the following arguments are required: --vpc-id"));
  EXPECT_EQ(here.run({"ec2", "delete-vpc", "--vpc-id", "v", "--generate-cli-skeleton", "output"}), kSuccess);
  EXPECT_EQ(here.streams.out, "");
  EXPECT_EQ(here.engines.visits, 0);
}

TEST_F(Skeletons, OfAnswersNeedAValidRequest) {
  EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--max-results", "1", "--generate-cli-skeleton", "output"}), kBadUsage);
  EXPECT_EQ(here.streams.err,
            "\nParameter validation failed:\nInvalid value for parameter MaxResults, value: 1, valid min value: 5\n");
  EXPECT_EQ(here.streams.out, "");
}

TEST_F(Skeletons, OfUnknownKindsAreRejected) {
  EXPECT_EQ(here.run({"ec2", "delete-vpc", "--generate-cli-skeleton", "bogus"}), kBadUsage);
  EXPECT_TRUE(here.streams.err.find("argument --generate-cli-skeleton: Invalid choice") != std::string::npos);
  EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--generate-cli-skeleton", "--filters", "x"}), kBadUsage);
  EXPECT_TRUE(here.streams.err.starts_with("\nError parsing parameter '--filters'"));
  EXPECT_EQ(here.run({"ec2", "delete-vpc", "--generate-cli-skeleton=input"}), kBadUsage);
}

// A skeleton that was filled in is a request that passes the client's validation.
TEST_F(Skeletons, OfAllRequestsPassValidationOnceNumbersAreFilledIn) {
  for (const Operation* operation : operations()) {
    Json request = input_skeleton(*operation->request);
    for (const model::Member& member : operation->request->members) {
      const bool is_number = member.shape->kind == model::Kind::integer;
      if (is_number && member.traits.minimum > 0) request[std::string(member.name)] = member.traits.minimum;
    }
    EXPECT_EQ(cli::validate(*operation->request, request), std::vector<std::string>()) << operation->name;
  }
}

}  // namespace
}  // namespace cli
}  // namespace ec2mimic
