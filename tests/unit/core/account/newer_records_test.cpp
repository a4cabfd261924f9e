// Members and tables in a state of this version that were written by a newer program.
#include <gtest/gtest.h>

#include <vector>

#include "core/account/migrations.h"
#include "core/account/record_check.h"
#include "state/file_store.h"
#include "tests/harness/memory_disk.h"
#include "tests/unit/core/engine_fixture.h"

namespace ec2mimic::test {
namespace {

class NewerRecords : public EngineTest {
 protected:
  // Adds a member to a record that this program does not know.
  void mark(const std::string& table, const std::string& key, const std::string& value = "red") {
    std::string& line = store.tables.at(table).at(key);
    Json record = Json::parse(line);
    record["Colour"] = value;
    line = record.dump();
  }

  // The error of a call that must fail because of a newer program's records. The store must not change.
  std::string refused_as_newer(std::string_view command, const Json& request) {
    return message_of([&] { static_cast<void>(call(command, request, "us-east-1")); });
  }

  std::string message_of(const std::function<void()>& act) {
    const Tables before = store.tables;
    std::string message;
    try {
      act();
    } catch (const state::StateError& error) {
      EXPECT_EQ(error.kind(), state::StateErrorKind::newer);
      message = error.message();
    }
    EXPECT_EQ(store.tables, before);
    return message;
  }
};

TEST_F(NewerRecords, AreRejectedByCallsThatReadThem) {
  const std::string vpc = new_vpc();
  mark("vpcs", vpc);
  const std::string message = "/m was written by a newer ec2mimic: record \"" + vpc +
                              "\" of table \"vpcs\": Colour: unknown member; it is left as it is";
  EXPECT_EQ(refused_as_newer("describe-vpcs", Json::object()), message);
  EXPECT_EQ(refused_as_newer("delete-vpc", {{"VpcId", vpc}}), message);
  EXPECT_EQ(refused_as_newer("create-route-table", {{"VpcId", vpc}}), message);
  const Json tags = {{"Resources", {vpc}}, {"Tags", {{{"Key", "a"}, {"Value", "b"}}}}};
  EXPECT_EQ(refused_as_newer("create-tags", tags), message);
  EXPECT_EQ(refused_as_newer("delete-tags", tags), message);
  EXPECT_EQ(message_of([&] { static_cast<void>(Engine(store, clock, identifiers, options).verify()); }), message);
}

TEST_F(NewerRecords, DoNotAffectOtherCalls) {
  const std::string vpc = new_vpc();
  const std::string other = new_vpc();
  mark("vpcs", vpc);
  const Json table = ok("create-route-table", {{"VpcId", other}})["RouteTable"]["RouteTableId"];
  ok("delete-route-table", {{"RouteTableId", table}});
  ok("delete-vpc", {{"VpcId", other}});
}

TEST_F(NewerRecords, ProtectWhatTheyMayReferTo) {
  const std::string vpc = new_vpc();
  const std::string gateway = ok("create-internet-gateway")["InternetGateway"]["InternetGatewayId"];
  mark("subnets", store.tables.at("subnets").begin()->first, gateway);
  EXPECT_NE(refused_as_newer("delete-internet-gateway", {{"InternetGatewayId", gateway}}), "");
  mark("regions", "us-east-1", vpc);
  EXPECT_NE(refused_as_newer("delete-vpc", {{"VpcId", vpc}}), "");
}

TEST_F(NewerRecords, CannotBeReferredToByNewRecords) {
  new_vpc();
  mark("dhcp-options", store.tables.at("dhcp-options").begin()->first);
  EXPECT_NE(refused_as_newer("create-vpc", {{"CidrBlock", "10.1.0.0/16"}}), "");
}

TEST_F(NewerRecords, OfClientTokensAreNotReplayed) {
  ok("create-route-table", {{"VpcId", new_vpc()}, {"ClientToken", "t"}});
  mark("client-tokens", "us-east-1/CreateRouteTable/t");
  const std::string vpc = new_vpc();
  EXPECT_NE(refused_as_newer("create-route-table", {{"VpcId", vpc}, {"ClientToken", "t"}}), "");
}

TEST_F(NewerRecords, CanBeInUnknownTables) {
  new_vpc();
  const state::LoadRules rules = load_rules();
  for (const auto& [table, lines] : store.tables) EXPECT_TRUE(rules.knows_table(table)) << table;
  EXPECT_FALSE(rules.knows_table("colours"));
}

TEST(Migrations, HaveOneStepForEachOlderVersion) {
  std::vector<unsigned> from;
  for (const state::Migration& step : migrations()) from.push_back(step.from);
  std::vector<unsigned> versions;
  for (unsigned version = 1; version < state::kCurrentVersion; ++version) versions.push_back(version);
  EXPECT_EQ(from, versions);
}

// An example of a migration: gives every existing VPC what new ones would be created with.
void paint_vpcs(state::Document& document) {
  for (auto& [id, line] : document.tables["vpcs"]) {
    Json vpc = Json::parse(*line);
    vpc["Tags"].push_back({{"Key", "Colour"}, {"Value", "red"}});
    line = vpc.dump();
  }
}

TEST(Migrations, ConvertAnAccountToTheNextVersion) {
  harness::MemoryDisk disk;
  FixedClock clock;
  CountingIdentifiers identifiers;
  state::FileStore old_store(disk, "/s", load_rules());
  ASSERT_TRUE(std::holds_alternative<Json>(
      Engine(old_store, clock, identifiers, {})
          .call(*find_operation("create-vpc"), {{"CidrBlock", "10.0.0.0/16"}}, "us-east-1")));
  const auto old_text = disk.content("/s");

  const std::vector<state::Migration> steps = {{.from = state::kCurrentVersion, .apply = &paint_vpcs}};
  state::LoadRules rules = load_rules();
  rules.migrations = steps;
  ++rules.version;
  state::FileStore store(disk, "/s", rules);
  Engine engine(store, clock, identifiers, {});
  EXPECT_EQ(engine.verify().problems, std::vector<std::string>{});
  const Json painted = {{"Filters", {{{"Name", "tag:Colour"}, {"Values", {"red"}}}}}};
  const auto count = [&] {
    return std::get<Json>(engine.call(*find_operation("describe-vpcs"), painted, "us-east-1"))["Vpcs"].size();
  };
  EXPECT_EQ(count(), 2U);
  EXPECT_EQ(disk.content("/s"), old_text) << "looking changes nothing";
  static_cast<void>(engine.call(*find_operation("create-internet-gateway"), Json::object(), "us-east-1"));
  EXPECT_EQ(count(), 2U);
  EXPECT_EQ(disk.content("/s.v" + std::to_string(state::kCurrentVersion)), old_text);
}

}  // namespace
}  // namespace ec2mimic::test
