// Client tokens: one test for each line of what is recorded of AWS, for both operations that take one.
#include "core/operation/idempotency.h"

#include "tests/unit/core/world.h"

namespace ec2mimic::test {
namespace {

struct Create {
  std::string_view create;
  std::string_view remove;
  std::string_view describe;
  std::string_view resource;  // the member of the answer
  std::string_view listed;    // the member of describe's answer
  std::string_view id;
  std::string_view type;
};

class ClientToken : public EngineTest, public ::testing::WithParamInterface<Create> {
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
  // How many there are in the VPC besides the one that came with it.
  std::size_t count() {
    const Json filters = {{{"Name", "vpc-id"}, {"Values", {vpc_}}}};
    return ok(GetParam().describe, {{"Filters", filters}}).at(std::string(GetParam().listed)).size() - 1;
  }

  std::string vpc_;
};

const Json kTwoTags = {{{"Key", "Name"}, {"Value", "a"}}, {{"Key", "App"}, {"Value", "b"}}};
constexpr std::string_view kMismatch = "IdempotentParameterMismatch: Wrong arguments for request with token tok";

TEST_P(ClientToken, repeat_gives_the_same_resource_and_writes_nothing) {
  const Json first = create(request("tok", kTwoTags));
  const int commits = store.commits;
  EXPECT_EQ(create(request("tok", kTwoTags)), first);
  EXPECT_EQ(store.commits, commits);
  EXPECT_EQ(count(), 1U);
}

TEST_P(ClientToken, is_echoed_after_the_resource) {
  const Json first = create(request("tok"));
  EXPECT_EQ(std::next(first.items().begin()).key(), "ClientToken");
  EXPECT_EQ(first["ClientToken"], "tok");
}

TEST_P(ClientToken, any_other_parameter_is_a_mismatch) {
  create_id(request("tok", kTwoTags));
  const std::string other_vpc = new_vpc("10.1.0.0/16");
  Json made = request("tok", kTwoTags);
  made["VpcId"] = other_vpc;
  EXPECT_EQ(refused_create(made), kMismatch);
  EXPECT_EQ(refused_create(request("tok")), kMismatch) << "tags left out";
  made = request("tok", {kTwoTags[1], kTwoTags[0]});
  EXPECT_EQ(refused_create(made), kMismatch) << "tags in another order";
  made = request("tok", kTwoTags);
  made["TagSpecifications"][0]["Tags"][0]["Value"] = "c";
  EXPECT_EQ(refused_create(made), kMismatch) << "another value";
}

TEST_P(ClientToken, the_token_is_looked_at_before_the_vpc) {
  create_id(request("tok"));
  Json made = request("tok");
  made["VpcId"] = "vpc-00000000000000000";
  EXPECT_EQ(refused_create(made), kMismatch);
}

TEST_P(ClientToken, order_of_members_and_what_means_nothing_do_not_count) {
  const std::string id = create_id(request("tok"));
  const Json same = {{"ClientToken", "tok"}, {"TagSpecifications", Json::array()}, {"VpcId", vpc_}, {"DryRun", false}};
  EXPECT_EQ(create_id(same), id);
}

TEST_P(ClientToken, replay_shows_the_first_requests_tags_in_its_order_and_leaves_the_stored_ones) {
  const Json first = create(request("tok", kTwoTags));
  const std::string id = id_of(first);
  ok("create-tags", {{"Resources", {id}}, {"Tags", {{{"Key", "Name"}, {"Value", "new"}}}}});
  ok("delete-tags", {{"Resources", {id}}, {"Tags", {{{"Key", "App"}}}}});
  EXPECT_EQ(create(request("tok", kTwoTags)).at(std::string(GetParam().resource))["Tags"], kTwoTags);
  const Json tags = ok("describe-tags", {{"Filters", {{{"Name", "resource-id"}, {"Values", {id}}}}}})["Tags"];
  ASSERT_EQ(tags.size(), 1U);
  EXPECT_EQ(tags[0]["Value"], "new");
}

TEST_P(ClientToken, replay_after_delete_is_refused_and_makes_nothing) {
  const std::string id = create_id(request("tok"));
  ok(GetParam().remove, {{GetParam().id, id}});
  for (int repeat = 0; repeat < 2; ++repeat) {
    EXPECT_EQ(
        refused_create(request("tok")),
        "IdempotentParameterMismatch: An error occurred (IdempotentParameterMismatch) when calling this operation: "
        "The client token and arguments used in this request were used in a prior request that was associated with "
        "a resource which is now deleted.");
  }
  EXPECT_EQ(refused_create(request("tok", kTwoTags)), kMismatch) << "other arguments come first";
  EXPECT_EQ(count(), 0U);
}

TEST_P(ClientToken, format) {
  EXPECT_EQ(refused_create(request("")), "InvalidParameterValue: Value () for parameter clientToken is invalid");
  const std::string most(64, 'x');
  EXPECT_EQ(create(request(most))["ClientToken"], most);
  EXPECT_EQ(refused_create(request(most + 'x')),
            "InvalidParameterValue: Value (" + most + "x) for parameter clientToken is invalid");
  const std::string padded = ' ' + std::string(63, 'x') + ' ';
  EXPECT_EQ(refused_create(request(padded)),
            "InvalidParameterValue: Value (" + padded + ") for parameter clientToken is invalid");
  EXPECT_EQ(refused_create(request("é")), "InvalidParameterValue: Value (é) for parameter clientToken is invalid");
  EXPECT_EQ(refused_create(request("a\x01")),
            "InvalidCharacter: Your request contains an invalid XML character and can not be processed.");
  EXPECT_EQ(create(request("a b!\t\"\\/c"))["ClientToken"], "a b!\t\"\\/c");
}

TEST_P(ClientToken, outer_white_space_is_trimmed) {
  const Json first = create(request(" tok "));
  EXPECT_EQ(first["ClientToken"], "tok");
  EXPECT_EQ(create(request("tok")), first);
}

TEST_P(ClientToken, white_space_alone_is_no_token) {
  const Json first = create(request("  \t"));
  EXPECT_FALSE(first.contains("ClientToken"));
  EXPECT_NE(create_id(request("  \t")), id_of(first));
  EXPECT_FALSE(create(request(std::string(65, ' '))).contains("ClientToken"));
  EXPECT_EQ(count(), 3U);
}

TEST_P(ClientToken, case_matters) {
  const std::string id = create_id(request("tok"));
  EXPECT_NE(create_id(request("TOK")), id);
}

TEST_P(ClientToken, scope_is_region_and_operation) {
  const std::string id = create_id(request("tok"));
  const std::string there = ok("create-vpc", {{"CidrBlock", "10.0.0.0/16"}}, "eu-west-1")["Vpc"]["VpcId"];
  EXPECT_NE(id_of(ok(GetParam().create, {{"VpcId", there}, {"ClientToken", "tok"}}, "eu-west-1")), id);
  const bool table = GetParam().create == "create-route-table";
  ok(table ? "create-network-acl" : "create-route-table", request("tok"));
  EXPECT_EQ(create_id(request("tok")), id);
}

TEST_P(ClientToken, a_failed_call_does_not_use_it_up) {
  Json made = request("tok");
  made["VpcId"] = "vpc-00000000000000000";
  EXPECT_EQ(refused_create(made), "InvalidVpcID.NotFound: The vpc ID 'vpc-00000000000000000' does not exist");
  create_id(request("tok"));
}

TEST_P(ClientToken, a_dry_run_records_nothing) {
  Json made = request("tok", kTwoTags);
  made["DryRun"] = true;
  EXPECT_EQ(refused_create(made), "DryRunOperation: Request would have succeeded, but DryRun flag is set.");
  create_id(request("tok"));
}

TEST_P(ClientToken, lifetime_hides_an_old_record_and_the_next_use_overwrites_it) {
  const std::string id = create_id(request("tok"));
  options.token_lifetime = std::chrono::hours(24);
  clock.time += std::chrono::hours(24) - std::chrono::seconds(1);
  EXPECT_EQ(create_id(request("tok")), id);
  clock.time += std::chrono::seconds(1);
  const std::string later = create_id(request("tok"));
  EXPECT_NE(later, id);
  EXPECT_EQ(create_id(request("tok")), later);
}

TEST_P(ClientToken, a_record_whose_members_were_put_in_another_order_still_counts) {
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

INSTANTIATE_TEST_SUITE_P(Creates, ClientToken,
                         ::testing::Values(Create{"create-route-table", "delete-route-table", "describe-route-tables",
                                                  "RouteTable", "RouteTables", "RouteTableId", "route-table"},
                                           Create{"create-network-acl", "delete-network-acl", "describe-network-acls",
                                                  "NetworkAcl", "NetworkAcls", "NetworkAclId", "network-acl"}),
                         [](const auto& one) { return std::string(one.param.resource); });

TEST(TokenRecord, survives_its_line) {
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
