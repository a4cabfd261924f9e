// Lists decode what they show and nothing else, and pages are right whatever an editor did to the serial numbers.
#include <set>

#include "core/model/codec.h"
#include "tests/unit/core/engine_fixture.h"

namespace ec2mimic::test {
namespace {

class Lists : public EngineTest {
 protected:
  void SetUp() override {
    vpc = new_vpc();
    for (int i = 0; i < 12; ++i) {
      tables.push_back(ok("create-route-table", {{"VpcId", vpc}})["RouteTable"]["RouteTableId"]);
    }
    ok("create-tags", {{"Resources", {tables[3]}}, {"Tags", {{{"Key", "Name"}, {"Value", "the \"one\""}}}}});
  }

  std::string& line_of(const std::string& id) { return store.tables.at("route-tables").at(id); }

  // A record that cannot be decoded, whose place in the list can be told all the same.
  void spoil(const std::string& id) { line_of(id).insert(line_of(id).size() - 1, R"(,"Bogus":1)"); }
  void spoil_all_but(const std::string& id) {
    for (auto& [other, line] : store.tables.at("route-tables")) {
      if (other != id) spoil(other);
    }
  }

  std::vector<std::string> ids(const Json& answer) {
    std::vector<std::string> found;
    for (const Json& one : answer["RouteTables"]) found.push_back(one["RouteTableId"]);
    return found;
  }

  // The ids on all pages, or as many pages as there are ids.
  std::vector<std::string> ids_on_pages(const std::string& command, const char* list, const char* id) {
    std::vector<std::string> found;
    Json request = {{"MaxResults", 5}};
    for (std::size_t page = 0; page < 30; ++page) {
      const Json answer = ok(command, request);
      EXPECT_LE(answer[list].size(), 5U);
      for (const Json& one : answer[list]) found.push_back(one[id]);
      if (!answer.contains("NextToken")) return found;
      request["NextToken"] = answer["NextToken"];
    }
    ADD_FAILURE() << "the pages never end";
    return found;
  }

  std::string vpc;
  std::vector<std::string> tables{};
};

TEST_F(Lists, DecodeOnlyWhatMayMatch) {
  spoil_all_but(tables[3]);
  EXPECT_THROW(ok("describe-route-tables"), state::StateError);
  const std::vector<std::string> the_one{tables[3]};
  for (const auto& [name, value] : std::vector<std::pair<std::string, std::string>>{
           {"tag:Name", "the \"one\""},
           {"tag:Name", "the*"},
           {"tag:Name", "*"},
           {"tag:Name", "????\"one*"},
           {"tag-key", "Name"},
           {"tag-key", "N*e"},
           {"tag-value", "*one\""},
           {"route-table-id", tables[3]},
           {"route-table-id", '*' + tables[3].substr(tables[3].size() - 6)}}) {
    const Json filter = {{"Name", name}, {"Values", {value, "nothing"}}};
    EXPECT_EQ(ids(ok("describe-route-tables", {{"Filters", {filter}}})), the_one) << name << '=' << value;
    const Json of_vpc = {{"Name", "vpc-id"}, {"Values", {vpc}}};
    EXPECT_EQ(ids(ok("describe-route-tables", {{"Filters", {of_vpc, filter}}})), the_one) << name << '=' << value;
  }
  EXPECT_EQ(ok("describe-tags", {{"Filters", {{{"Name", "resource-id"}, {"Values", {tables[3]}}}}}})["Tags"].size(),
            1U);
  EXPECT_EQ(ok("describe-tags", {{"Filters", {{{"Name", "value"}, {"Values", {"*one*"}}}}}})["Tags"].size(), 1U);
}

TEST_F(Lists, DecodeOnlyTheMainTableForABooleanFilter) {
  for (const std::string& id : tables) spoil(id);
  const Json filters = {{{"Name", "association.main"}, {"Values", {"true"}}}, {{"Name", "vpc-id"}, {"Values", {vpc}}}};
  EXPECT_EQ(ids(ok("describe-route-tables", {{"Filters", filters}})).size(), 1U);
}

TEST_F(Lists, DecodeOnlyTheirPage) {
  spoil(tables[9]);
  const Json first = ok("describe-route-tables", {{"MaxResults", 5}});
  EXPECT_EQ(first["RouteTables"].size(), 5U);
  const Json second = ok("describe-route-tables", {{"MaxResults", 5}, {"NextToken", first["NextToken"]}});
  EXPECT_THROW(ok("describe-route-tables", {{"MaxResults", 5}, {"NextToken", second["NextToken"]}}), state::StateError);
}

TEST_F(Lists, DoNotDecodeRecordsOfOtherRegions) {
  for (auto& [id, line] : store.tables.at("route-tables")) spoil(id);
  EXPECT_EQ(ok("describe-route-tables", Json::object(), "eu-west-1")["RouteTables"].size(), 1U);
}

// Otherwise each line would be decoded to find its place.
TEST_F(Lists, FindRegionAndSerialAtTheBeginningOfALine) {
  for (const Noun* noun : nouns()) {
    EXPECT_EQ(noun->record->members[0].name, "Region") << noun->type;
    EXPECT_EQ(noun->record->members[1].name, "Serial") << noun->type;
  }
}

TEST_F(Lists, AreInOrderWhereverTheSerialIsInALine) {
  const Json before = ok("describe-route-tables");
  for (auto& [id, line] : store.tables.at("route-tables")) {
    Json record = Json::parse(line);
    const Json serial = record["Serial"];
    record.erase("Serial");
    record["Serial"] = serial;
    line = record.dump();
  }
  EXPECT_EQ(ok("describe-route-tables"), before);
}

// The most natural edit is to copy a line and change its id.
TEST_F(Lists, HavePagesEvenIfSerialsRepeat) {
  std::set<std::string> all(tables.begin(), tables.end());
  const std::string copied = line_of(tables[3]);
  for (int i = 0; i < 17; ++i) {
    const std::string id = "rtb-0000000000000a1" + std::to_string(10 + i);
    store.tables.at("route-tables")[id] = copied;
    all.insert(id);
  }
  const std::vector<std::string> whole = ids(ok("describe-route-tables"));
  EXPECT_EQ(ids_on_pages("describe-route-tables", "RouteTables", "RouteTableId"), whole);
  for (const std::string& id : all) EXPECT_EQ(std::count(whole.begin(), whole.end(), id), 1) << id;
  EXPECT_EQ(ids_on_pages("describe-tags", "Tags", "ResourceId").size(), 18U);
}

TEST_F(Lists, HavePagesEvenIfAResourceHasATagTwice) {
  std::string& line = line_of(tables[3]);
  const std::string tag = R"({"Key":"Name","Value":"the \"one\""})";
  const auto place = line.find(tag);
  ASSERT_NE(place, std::string::npos);
  for (int i = 0; i < 12; ++i) line.insert(place, tag + ',');
  EXPECT_EQ(ids_on_pages("describe-tags", "Tags", "ResourceId").size(), 13U);
}

TEST_F(Lists, RejectATokenWithoutAnId) {
  // {"Operation":"DescribeRouteTables","Region":"us-east-1","From":23}
  EXPECT_EQ(refused("describe-route-tables",
                    {{"NextToken",
                      "eyJPcGVyYXRpb24iOiJEZXNjcmliZVJvdXRlVGFibGVzIiwiUmVnaW9uIjoidXMtZWFzdC0xIiwiRnJvbSI6MjN9"}})
                .substr(0, 21),
            "InvalidParameterValue");
}

// Calls of one command share what they read; a new command reads again.
TEST_F(Lists, ShareOneStateWithinACommand) {
  SharedState shared;
  options.shared = &shared;
  const Json first = ok("describe-route-tables", {{"MaxResults", 5}});
  options.shared = nullptr;
  const std::string late = ok("create-route-table", {{"VpcId", vpc}})["RouteTable"]["RouteTableId"];
  options.shared = &shared;
  const int reads = store.reads;
  const Json rest = ok("describe-route-tables", {{"NextToken", first["NextToken"]}});
  EXPECT_EQ(store.reads, reads);
  EXPECT_EQ(first["RouteTables"].size() + rest["RouteTables"].size(), tables.size() + 2);
  const std::vector<std::string> shown = ids(rest);
  EXPECT_EQ(std::count(shown.begin(), shown.end(), late), 0);
  options.shared = nullptr;
  EXPECT_EQ(ids(ok("describe-route-tables")).back(), late);
}

// A security group is shown with its rules, which are found in another table.
TEST_F(Lists, KeepTheirRowsWhileOthersAreLookedUp) {
  for (int i = 0; i < 20; ++i) new_vpc();
  std::vector<std::string> groups;
  const Json whole = ok("describe-security-groups");
  for (const Json& group : whole["SecurityGroups"]) groups.push_back(group["GroupId"]);
  EXPECT_EQ(groups.size(), 22U);
  SharedState shared;
  options.shared = &shared;
  EXPECT_EQ(ids_on_pages("describe-security-groups", "SecurityGroups", "GroupId"), groups);
  options.shared = nullptr;
}

TEST_F(Lists, StopWhenTheCallerHasEnough) {
  spoil(tables[5]);
  std::vector<std::string> taken;
  options.take = [&](const model::Shape& shape, const void* element) {
    taken.push_back(model::encode(shape, element)["RouteTableId"]);
    return taken.size() < 5;
  };
  const Json answer = ok("describe-route-tables");
  EXPECT_EQ(answer, Json::parse(R"({"RouteTables":[]})"));
  EXPECT_EQ(taken.size(), 5U);
}

class FreeAddresses : public EngineTest {
 protected:
  // A subnet in a VPC of its own, with that many network interfaces.
  std::string subnet_with(int interfaces) {
    const std::string block = "10." + std::to_string(++vpcs_) + ".0.0/";
    const std::string vpc = new_vpc(block + "16");
    const Json made = ok("create-subnet", {{"VpcId", vpc}, {"CidrBlock", block + "24"}});
    const std::string subnet = made["Subnet"]["SubnetId"];
    for (int i = 0; i < interfaces; ++i) ok("create-network-interface", {{"SubnetId", subnet}});
    return subnet;
  }

  // The free addresses of these subnets, or of all that can be told apart from the default ones by their size.
  std::vector<std::int64_t> free_in(const Json& request) {
    std::vector<std::int64_t> counts;
    const Json answer = ok("describe-subnets", request);
    for (const Json& one : answer["Subnets"]) {
      if (!one["DefaultForAz"].get<bool>()) counts.push_back(one["AvailableIpAddressCount"]);
    }
    return counts;
  }

  int vpcs_ = 0;
};

// Few subnets are counted by another search than many.
TEST_F(FreeAddresses, AreCountedInSubnetsOfManyVpcs) {
  std::vector<std::int64_t> expected;
  Json first = Json::array();
  for (int i = 0; i < 12; ++i) {
    const std::string subnet = subnet_with(i % 3);
    if (i < 3) first.push_back(subnet);
    expected.push_back(251 - i % 3);
  }
  // The last subnet is in the VPC of the first, so that its interfaces are found by both searches.
  const std::string vpc = ok("describe-subnets", {{"SubnetIds", {first[1]}}})["Subnets"][0]["VpcId"];
  const Json last = ok("create-subnet", {{"VpcId", vpc}, {"CidrBlock", "10.2.1.0/24"}});
  ok("create-network-interface", {{"SubnetId", last["Subnet"]["SubnetId"]}});
  expected.push_back(250);
  EXPECT_EQ(free_in(Json::object()), expected);
  EXPECT_EQ(free_in({{"SubnetIds", first}}), (std::vector<std::int64_t>{251, 250, 249}));
  // As an editor may leave them.
  for (auto& [id, line] : store.tables.at("network-interfaces")) line = Json::parse(line).dump(1);
  EXPECT_EQ(free_in(Json::object()), expected);
}

TEST_F(FreeAddresses, AreCountedWithoutDecodingTheInterfacesOfOtherSubnets) {
  const std::string subnet = subnet_with(1);
  const std::string vpc = ok("describe-subnets", {{"SubnetIds", {subnet}}})["Subnets"][0]["VpcId"];
  const Json other = ok("create-subnet", {{"VpcId", vpc}, {"CidrBlock", "10.1.1.0/24"}});
  const std::string interface =
      ok("create-network-interface",
         {{"SubnetId", other["Subnet"]["SubnetId"]}})["NetworkInterface"]["NetworkInterfaceId"];
  std::string& line = store.tables.at("network-interfaces").at(interface);
  line.insert(line.size() - 1, R"(,"Bogus":1)");
  EXPECT_EQ(free_in({{"SubnetIds", {subnet}}}), std::vector<std::int64_t>{250});
  EXPECT_THROW(ok("describe-subnets"), state::StateError);
}

// Every call looks for what the passing of time has changed.
TEST_F(EngineTest, CallsDoNotDecodePeeringsThatTimeDoesNotChange) {
  const Json request = {{"VpcId", new_vpc("10.1.0.0/16")}, {"PeerVpcId", new_vpc("10.2.0.0/16")}};
  const std::string id = ok("create-vpc-peering-connection", request)["VpcPeeringConnection"]["VpcPeeringConnectionId"];
  std::string& line = store.tables.at("vpc-peering-connections").at(id);
  const std::string pending = line;
  ok("accept-vpc-peering-connection", {{"VpcPeeringConnectionId", id}});
  line.insert(line.size() - 1, R"(,"Bogus":1)");
  ok("describe-vpcs");
  line = pending;
  line.insert(line.size() - 1, R"(,"Bogus":1)");
  EXPECT_THROW(ok("describe-vpcs"), state::StateError);
}

}  // namespace
}  // namespace ec2mimic::test
