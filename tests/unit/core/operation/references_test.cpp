// References between records: what verify reports, and how a route is shown after its target is gone.
#include "core/operation/references.h"

#include "core/ops/dhcp_options/dhcp_options.h"
#include "core/ops/route_table/route_table.h"
#include "core/ops/security_group/security_group.h"
#include "core/ops/subnet/subnet.h"
#include "tests/unit/core/engine_fixture.h"

namespace ec2mimic::test {
namespace {

class References : public EngineTest {
 protected:
  std::vector<std::string> verify() { return Engine(store, clock, identifiers, options).verify().problems; }

  /// Changes the first record of a table as if edited by hand.
  std::string edit(const std::string& table, const std::function<void(Json&)>& change) {
    auto& [id, line] = *store.tables.at(table).begin();
    Json record = Json::parse(line);
    change(record);
    line = record.dump();
    return id;
  }
};

TEST_F(References, ToADeletedGatewayMakeARouteABlackhole) {
  new_vpc();
  store.tables.at("internet-gateways").clear();
  EXPECT_EQ(verify(), std::vector<std::string>{});
  std::map<std::string, int> states;
  const Json answer = ok("describe-route-tables");
  for (const Json& table : answer["RouteTables"]) {
    for (const Json& route : table["Routes"]) ++states[route["State"]];
  }
  EXPECT_EQ(states, (std::map<std::string, int>{{"active", 2}, {"blackhole", 1}}));
  const Json request = {{"Filters", {{{"Name", "route.state"}, {"Values", {"blackhole"}}}}}};
  EXPECT_EQ(ok("describe-route-tables", request)["RouteTables"].size(), 1U);
}

TEST_F(References, ToAGatewayNotAttachedToTheVpcMakeARouteABlackhole) {
  const std::string other = new_vpc();
  const Json default_table = {{"Filters", {{{"Name", "route.origin"}, {"Values", {"CreateRoute"}}}}}};
  const auto state = [&] {
    const Json answer = ok("describe-route-tables", default_table);
    for (const Json& route : answer["RouteTables"][0]["Routes"]) {
      if (route["Origin"] == "CreateRoute") return route["State"].get<std::string>();
    }
    return std::string("no route");
  };
  EXPECT_EQ(state(), "active");
  std::string home;
  edit("internet-gateways", [&](Json& gateway) {
    home = gateway["VpcId"];
    gateway["VpcId"] = other;
  });
  EXPECT_EQ(state(), "blackhole");
  edit("internet-gateways", [](Json& gateway) { gateway.erase("VpcId"); });
  EXPECT_EQ(state(), "blackhole");
  EXPECT_EQ(verify(), std::vector<std::string>{});
  edit("internet-gateways", [&](Json& gateway) { gateway["VpcId"] = home; });
  EXPECT_EQ(state(), "active");
}

TEST_F(References, AreNotTextsThatLookLikeIds) {
  new_vpc();
  edit("security-groups", [](Json& group) { group["Description"] = "vpc-0badbadbadbadbad0"; });
  EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_F(References, MustResolveWhateverTheirForm) {
  new_vpc();
  const std::string subnet = edit("subnets", [](Json& record) { record["VpcId"] = "nonsense"; });
  EXPECT_EQ(verify(), std::vector<std::string>{"record \"" + subnet +
                                               "\" of table \"subnets\": VpcId: 'nonsense' is not the id of a vpc; "
                                               "expected vpc- and 17 lower-case hexadecimal digits"});
}

TEST_F(References, ToPartsOfAVpcMustBeUnique) {
  const std::string vpc = new_vpc();
  std::string id;
  for (auto& [key, line] : store.tables.at("vpcs")) {
    Json record = Json::parse(line);
    Json& its = record["CidrBlocks"][0]["AssociationId"];
    if (id.empty()) id = its;
    its = id;
    line = record.dump();
  }
  const std::vector<std::string> problems = verify();
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_NE(problems[0].find(": CidrBlocks[0].AssociationId: " + id + " is also at "), std::string::npos)
      << problems[0];
}

TEST_F(References, OnDeleteRemovesAssociationsOfASubnetButNotContentsOfAVpc) {
  new_vpc();
  const std::string subnet = store.tables.at("subnets").begin()->first;
  const auto snapshot = store.read();
  Records records(*snapshot, "123456789012");
  delete_resource(records, ops::subnet, subnet);
  const auto& changed = records.changes().tables;
  EXPECT_EQ(changed.at("subnets").at(subnet), std::nullopt);
  ASSERT_EQ(changed.at("network-acls").size(), 1U);
  const auto& [acl, line] = *changed.at("network-acls").begin();
  Json trimmed = Json::parse(store.tables.at("network-acls").at(acl));
  auto& associations = trimmed["Associations"];
  for (auto one = associations.begin(); one != associations.end(); ++one) {
    if ((*one)["SubnetId"] != subnet) continue;
    associations.erase(one);
    break;
  }
  EXPECT_EQ(*line, trimmed.dump());
  EXPECT_EQ(associations.size(), 5U);
}

TEST_F(References, OfARuleToItsOwnGroupDoNotPreventTheGroupsDeletion) {
  const std::string vpc = new_vpc();
  const Json all_rules = ok("describe-security-group-rules")["SecurityGroupRules"];
  ok("delete-vpc", {{"VpcId", vpc}});
  EXPECT_EQ(ok("describe-security-group-rules")["SecurityGroupRules"].size(), all_rules.size() - 2);
  EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_F(References, OfARuleToAnotherGroupPreventThatGroupsDeletion) {
  const std::string vpc = new_vpc();
  const auto groups = ok("describe-security-groups")["SecurityGroups"];
  ASSERT_EQ(groups.size(), 2U);
  const std::string other = groups[0]["GroupId"];
  const std::string named = groups[1]["GroupId"];
  edit("security-group-rules", [&](Json& rule) {
    rule["GroupId"] = other;
    rule["ReferencedGroupId"] = named;
  });
  const auto snapshot = store.read();
  Records records(*snapshot, "123456789012");
  try {
    delete_resource(records, ops::security_group, named);
    ADD_FAILURE() << "a rule of another group names it";
  } catch (const ApiError& error) {
    EXPECT_EQ(error.code, "DependencyViolation");
    EXPECT_EQ(error.message, "resource " + named + " has a dependent object");
  }
  EXPECT_EQ(refused("delete-vpc", {{"VpcId", vpc}}),
            "DependencyViolation: The vpc '" + vpc + "' has dependencies and cannot be deleted.");
}

TEST_F(References, ThatPreventADeletionLeaveEverythingUnchanged) {
  new_vpc();
  edit("regions", [](Json& region) { region["DhcpOptionsId"] = "dopt-0aaaaaaaaaaaaaaaa"; });
  const auto snapshot = store.read();
  Records records(*snapshot, "123456789012");
  records.put("dhcp-options", "dopt-0aaaaaaaaaaaaaaaa", store.tables.at("dhcp-options").begin()->second);
  const auto before = records.changes().tables;
  try {
    delete_resource(records, ops::dhcp_options, "dopt-0aaaaaaaaaaaaaaaa");
    ADD_FAILURE() << "the region names them";
  } catch (const ApiError& error) {
    EXPECT_EQ(error.message, "The dhcpOptions 'dopt-0aaaaaaaaaaaaaaaa' has dependencies and cannot be deleted.");
  }
  EXPECT_EQ(records.changes().tables, before);
}

TEST_F(References, BrokenByHandDoNotPreventOtherChanges) {
  new_vpc();
  const std::string subnet = edit("subnets", [](Json& record) { record["VpcId"] = "vpc-0badbadbadbadbad0"; });
  ok("create-tags", {{"Resources", {subnet}}, {"Tags", {{{"Key", "Name"}, {"Value", "odd"}}}}});
}

TEST_F(References, AllowFindingAPartByItsId) {
  new_vpc();
  const auto& [table, line] = *store.tables.at("route-tables").begin();
  const std::string id = Json::parse(line)["Associations"][0]["RouteTableAssociationId"];
  const auto snapshot = store.read();
  const Records records(*snapshot, "123456789012");
  const auto part = find_part(records, id);
  ASSERT_TRUE(part);
  EXPECT_EQ(part->noun, &ops::route_table);
  EXPECT_EQ(part->record_id, table);
  EXPECT_FALSE(find_part(records, "rtbassoc-0"));
  EXPECT_FALSE(find_part(records, table)) << "that is a resource";
}

TEST_F(References, InAMalformedRecordAreReportedAsAStateError) {
  const std::string vpc = new_vpc();
  store.tables.at("vpcs").at(vpc) = R"({"Region":1})";
  const std::string fault = "record \"" + vpc + "\" of table \"vpcs\": Region: expected a string";
  EXPECT_EQ(verify(), std::vector<std::string>{fault});
  for (const char* command : {"describe-vpcs", "delete-vpc", "create-tags"}) {
    Json request = Json::object();
    if (command == std::string("delete-vpc")) request = {{"VpcId", vpc}};
    if (command == std::string("create-tags")) {
      request = {{"Resources", {vpc}}, {"Tags", {{{"Key", "a"}, {"Value", "b"}}}}};
    }
    try {
      static_cast<void>(call(command, request, "us-east-1"));
      ADD_FAILURE() << command;
    } catch (const state::StateError& error) {
      EXPECT_EQ(error.message(), "/m: " + fault + "; the file is left as it is") << command;
      EXPECT_EQ(error.kind(), state::StateErrorKind::damaged);
    }
  }
}

}  // namespace
}  // namespace ec2mimic::test
