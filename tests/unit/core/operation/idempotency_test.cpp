// Client tokens: one test for each recorded fact about AWS, for both operations that take one.
#include "core/operation/idempotency.h"

#include "tests/unit/core/engine_fixture.h"

namespace ec2mimic::test {
namespace {

struct CreateWithToken {
  std::string_view create;
  std::string_view remove;
  std::string_view describe;
  std::string_view resource;  // the member of the response
  std::string_view listed;    // the member of describe's response
  std::string_view id;
  std::string_view type;
};

class ClientToken : public EngineTest, public ::testing::WithParamInterface<CreateWithToken> {
 protected:
  void SetUp() override { vpc_ = new_vpc(); }

  Json request(const std::string& token, const Json& tags = Json::array()) const {
    Json made = {{"VpcId", vpc_}, {"ClientToken", token}};
    if (!tags.empty()) made["TagSpecifications"] = {{{"ResourceType", GetParam().type}, {"Tags", tags}}};
    return made;
  }
  Json create(const Json& made) { return ok(GetParam().create, made); }
  std::string create_id(const Json& made) { return id_of(create(made)); }
  std::string refused_create(const Json& made) { return refused(GetParam().create, made); }
  static std::string id_of(const Json& response) {
    return response.at(std::string(GetParam().resource)).at(std::string(GetParam().id));
  }
  // The number of resources in the VPC besides the default one.
  std::size_t count() {
    const Json filters = {{{"Name", "vpc-id"}, {"Values", {vpc_}}}};
    return ok(GetParam().describe, {{"Filters", filters}}).at(std::string(GetParam().listed)).size() - 1;
  }

  std::string vpc_;
};

const Json kTwoTags = {{{"Key", "Name"}, {"Value", "a"}}, {{"Key", "App"}, {"Value", "b"}}};
constexpr std::string_view kMismatch = "IdempotentParameterMismatch: Wrong arguments for request with token tok";

TEST_P(ClientToken, RepeatGivesTheSameResourceAndWritesNothing) {
  const Json first = create(request("tok", kTwoTags));
  const int commits = store.commits;
  EXPECT_EQ(create(request("tok", kTwoTags)), first);
  EXPECT_EQ(store.commits, commits);
  EXPECT_EQ(count(), 1U);
}

TEST_P(ClientToken, IsEchoedAfterTheResource) {
  const Json first = create(request("tok"));
  EXPECT_EQ(std::next(first.items().begin()).key(), "ClientToken");
  EXPECT_EQ(first["ClientToken"], "tok");
}

TEST_P(ClientToken, IsCheckedBeforeTheVpc) {
  create_id(request("tok"));
  Json made = request("tok");
  made["VpcId"] = "vpc-00000000000000000";
  EXPECT_EQ(refused_create(made), kMismatch);
}

TEST_P(ClientToken, IgnoresMemberOrderAndEmptyMembers) {
  const std::string id = create_id(request("tok"));
  const Json same = {{"ClientToken", "tok"}, {"TagSpecifications", Json::array()}, {"VpcId", vpc_}, {"DryRun", false}};
  EXPECT_EQ(create_id(same), id);
}

TEST_P(ClientToken, StillDetectsAMismatchAfterTheDeletion) {
  const std::string id = create_id(request("tok"));
  ok(GetParam().remove, {{GetParam().id, id}});
  EXPECT_EQ(refused_create(request("tok", kTwoTags)), kMismatch);
}

TEST_P(ClientToken, IsScopedToTheRegion) {
  const std::string id = create_id(request("tok"));
  const std::string there = ok("create-vpc", {{"CidrBlock", "10.0.0.0/16"}}, "eu-west-1")["Vpc"]["VpcId"];
  EXPECT_NE(id_of(ok(GetParam().create, {{"VpcId", there}, {"ClientToken", "tok"}}, "eu-west-1")), id);
}

TEST_P(ClientToken, IsNotUsedUpByAFailedCall) {
  Json made = request("tok");
  made["VpcId"] = "vpc-00000000000000000";
  EXPECT_EQ(refused_create(made), "InvalidVpcID.NotFound: The vpc ID 'vpc-00000000000000000' does not exist");
  create_id(request("tok"));
}

TEST_P(ClientToken, IsNotRecordedByADryRun) {
  Json made = request("tok", kTwoTags);
  made["DryRun"] = true;
  EXPECT_EQ(refused_create(made), "DryRunOperation: Request would have succeeded, but DryRun flag is set.");
  create_id(request("tok"));
}

TEST_P(ClientToken, ExpiresAndCanThenBeUsedAgain) {
  const std::string id = create_id(request("tok"));
  options.token_lifetime = std::chrono::hours(24);
  clock.time += std::chrono::hours(24) - std::chrono::seconds(1);
  EXPECT_EQ(create_id(request("tok")), id);
  clock.time += std::chrono::seconds(1);
  const std::string later = create_id(request("tok"));
  EXPECT_NE(later, id);
  EXPECT_EQ(create_id(request("tok")), later);
}

TEST_P(ClientToken, CountsAsNewWhenItsTimeIsInTheFuture) {
  options.token_lifetime = std::chrono::hours(24);
  clock.time += std::chrono::years(1);
  const std::string id = create_id(request("tok"));
  clock.time -= std::chrono::years(1);
  EXPECT_EQ(create_id(request("tok")), id);
  clock.time += std::chrono::hours(24) - std::chrono::seconds(1);
  const int commits = store.commits;
  EXPECT_EQ(create_id(request("tok")), id);
  EXPECT_EQ(store.commits, commits) << "its time is changed once";
  clock.time += std::chrono::seconds(1);
  EXPECT_NE(create_id(request("tok")), id);
}

TEST_P(ClientToken, CommitsNothingForARepetitionWithoutALifetime) {
  clock.time += std::chrono::years(1);
  const std::string id = create_id(request("tok"));
  clock.time -= std::chrono::years(1);
  const int commits = store.commits;
  EXPECT_EQ(create_id(request("tok")), id);
  EXPECT_EQ(store.commits, commits);
}

TEST_P(ClientToken, MatchesARecordWithReorderedMembers) {
  const std::string id = create_id(request("tok", kTwoTags));
  for (auto& [key, line] : store.tables.at("client-tokens")) {
    Json record = Json::parse(line);
    Json request;
    for (auto member = record["Request"].rbegin(); member != record["Request"].rend(); ++member) {
      request[member.key()] = member.value();
    }
    record["Request"] = request;
    line = record.dump();
  }
  EXPECT_EQ(create_id(request("tok", kTwoTags)), id);
}

INSTANTIATE_TEST_SUITE_P(
    Creates, ClientToken,
    ::testing::Values(CreateWithToken{"create-route-table", "delete-route-table", "describe-route-tables", "RouteTable",
                                      "RouteTables", "RouteTableId", "route-table"},
                      CreateWithToken{"create-network-acl", "delete-network-acl", "describe-network-acls", "NetworkAcl",
                                      "NetworkAcls", "NetworkAclId", "network-acl"}),
    [](const auto& one) { return std::string(one.param.resource); });

TEST(TokenRecord, SurvivesARoundTrip) {
  const TokenRecord record{"us-east-1", "CreateRouteTable",    "a \"b\"\t\\", {{"VpcId", "vpc-1"}},
                           "rtb-1",     "2026-01-31T00:00:00Z"};
  const TokenRecord read = read_token_record("k", write_token_record(record));
  EXPECT_EQ(read.token, record.token);
  EXPECT_EQ(read.request, record.request);
  EXPECT_EQ(read.resource_id, record.resource_id);
  EXPECT_THROW(static_cast<void>(read_token_record("k", R"({"Region":"us-east-1"})")), RecordError);
  Json more = Json::parse(write_token_record(record));
  more["Extra"] = 1;
  EXPECT_THROW(static_cast<void>(read_token_record("k", more.dump())), RecordError);
}

}  // namespace
}  // namespace ec2mimic::test
