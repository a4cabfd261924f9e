// Resources that are listed for a while after their end: what follows from that is the same for all of them.
#include "core/operation/life.h"

#include <algorithm>
#include <map>
#include <set>

#include "tests/unit/core/engine_fixture.h"

namespace ec2mimic::test {
namespace {

struct Ending {
  std::string table;
  std::string command;
  std::string id_name;
};

// How each kind of resource is ended by a call.
const std::vector<Ending> kEndings = {
    {"nat-gateways", "delete-nat-gateway", "NatGatewayId"},
    {"transit-gateway-vpc-attachments", "delete-transit-gateway-vpc-attachment", "TransitGatewayAttachmentId"},
    {"transit-gateways", "delete-transit-gateway", "TransitGatewayId"},
    {"vpc-peering-connections", "delete-vpc-peering-connection", "VpcPeeringConnectionId"},
    {"vpn-gateways", "delete-vpn-gateway", "VpnGatewayId"},
    {"vpc-endpoints", "delete-vpc-endpoints", "VpcEndpointIds"},
};

class Lives : public EngineTest {
 protected:
  Lives() {
    create_other_kinds();
    const Json gateway = Json::parse(store.tables.at("vpn-gateways").begin()->second);
    ok("detach-vpn-gateway", {{"VpnGatewayId", the_id("vpn-gateways")}, {"VpcId", gateway["VpcId"]}});
    // At this pace even endpoints are listed for a while, and the others are gone no later.
    options.pace = Pace::real;
    clock.time += std::chrono::hours(1);
    options.summary = &summary;
  }

  std::string the_id(const std::string& table) { return store.tables.at(table).begin()->first; }

  std::string end(const Ending& ending) {
    // A transit gateway is not deleted while an attachment is still being deleted.
    clock.time += std::chrono::minutes(1);
    const std::string id = the_id(ending.table);
    ok(ending.command, {{ending.id_name, ending.id_name.ends_with("Ids") ? Json{id} : Json(id)}});
    return id;
  }

  std::vector<std::string> verify() { return Engine(store, clock, identifiers, options).verify().problems; }

  CallSummary summary;
};

TEST_F(Lives, OfAllKindsThatAreListedAfterwardsAreTriedHere) {
  std::set<std::string> tables, tried;
  for (const Noun* noun : nouns()) {
    if (noun->life != nullptr) tables.emplace(noun->table);
  }
  for (const Ending& ending : kEndings) tried.insert(ending.table);
  EXPECT_EQ(tables, tried);
}

TEST_F(Lives, EndWithADeletionInTheLog) {
  for (const Ending& ending : kEndings) {
    const std::string id = end(ending);
    EXPECT_EQ(summary.action, CallSummary::Action::deleted) << ending.command;
    EXPECT_EQ(summary.ids.at(0), id);
    const Noun& noun = *noun_of_id(id);
    EXPECT_TRUE(noun.has_ended(id, store.tables.at(ending.table).at(id))) << id;
  }
  EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_F(Lives, AreForgottenOnceTheyAreNoLongerListed) {
  for (const Ending& ending : kEndings) end(ending);
  clock.time += std::chrono::hours(2);
  new_vpc();
  for (const Ending& ending : kEndings) EXPECT_TRUE(store.tables.at(ending.table).empty()) << ending.table;
}

TEST_F(Lives, DoNotKeepWhatTheyReferToAfterTheirEnd) {
  const std::string nat = the_id("nat-gateways");
  const std::string subnet = Json::parse(store.tables.at("nat-gateways").at(nat))["SubnetId"];
  options.pace = Pace::instant;
  for (const Ending& ending : kEndings) end(ending);
  const auto interfaces = store.tables.at("network-interfaces");
  for (const auto& [id, line] : interfaces) {
    ok("delete-network-interface", {{"NetworkInterfaceId", id}});
  }
  ok("delete-subnet", {{"SubnetId", subnet}});
  EXPECT_EQ(store.tables.at("nat-gateways").count(nat), 1U);
  EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_F(Lives, KeepWhatTheyReferToWhileTheyAreBeingDeleted) {
  const std::string vpc = new_vpc("10.9.0.0/16");
  const std::string group =
      ok("create-security-group", {{"VpcId", vpc}, {"GroupName", "g"}, {"Description", "d"}})["GroupId"];
  const std::string endpoint =
      ok("create-vpc-endpoint", {{"VpcId", vpc},
                                 {"ServiceName", "com.amazonaws.us-east-1.sqs"},
                                 {"VpcEndpointType", "Interface"},
                                 {"SecurityGroupIds", {group}},
                                 {"PrivateDnsEnabled", false}})["VpcEndpoint"]["VpcEndpointId"];
  ok("delete-vpc-endpoints", {{"VpcEndpointIds", {endpoint}}});
  EXPECT_EQ(refused("delete-security-group", {{"GroupId", group}}).substr(0, 19), "DependencyViolation");
  clock.time += std::chrono::minutes(1);
  ok("delete-security-group", {{"GroupId", group}});
}

TEST_F(Lives, AreNoTargetsOfRoutesAfterTheirEnd) {
  const std::string vpc = Json::parse(store.tables.at("subnets").rbegin()->second)["VpcId"];
  const std::string table = ok("create-route-table", {{"VpcId", vpc}})["RouteTable"]["RouteTableId"];
  int last = 0;
  const auto refusal_to = [&](const std::string& member, const std::string& id) {
    const std::string block = "198.51.100." + std::to_string(++last) + "/32";
    return refused("create-route", {{"RouteTableId", table}, {"DestinationCidrBlock", block}, {member, id}});
  };
  end(kEndings.at(1));  // the attachment, which prevents the transit gateway's deletion
  for (const auto& [table_name, member] :
       std::map<std::string, std::string>{{"nat-gateways", "NatGatewayId"},
                                          {"transit-gateways", "TransitGatewayId"},
                                          {"vpc-peering-connections", "VpcPeeringConnectionId"},
                                          {"vpn-gateways", "GatewayId"}}) {
    const auto ending = std::find_if(kEndings.begin(), kEndings.end(),
                                     [&, &name = table_name](const Ending& one) { return one.table == name; });
    EXPECT_EQ(refusal_to(member, end(*ending)).substr(0, 21), "InvalidParameterValue") << table_name;
  }
}

// A resource that failed at once was created nevertheless.
TEST_F(Lives, ThatFailAtOnceBeginWithACreationInTheLog) {
  const std::string address = ok("allocate-address")["AllocationId"];
  const std::string vpc = new_vpc("10.9.0.0/16");  // without an internet gateway
  const std::string subnet = ok("create-subnet", {{"VpcId", vpc}, {"CidrBlock", "10.9.1.0/24"}})["Subnet"]["SubnetId"];
  ok("create-nat-gateway", {{"SubnetId", subnet}, {"AllocationId", address}});
  EXPECT_EQ(summary.action, CallSummary::Action::created);
  // It needs its subnet no more.
  ok("delete-subnet", {{"SubnetId", subnet}});
}

}  // namespace
}  // namespace ec2mimic::test
