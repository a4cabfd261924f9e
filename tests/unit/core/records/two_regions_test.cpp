// A record that two regions see: a VPC peering connection between VPCs of the account.
#include "core/ops/vpc_peering_connection/vpc_peering_connection.h"
#include "tests/unit/core/engine_fixture.h"

namespace ec2mimic::test {
namespace {

class TwoRegions : public EngineTest {
 protected:
  TwoRegions() {
    east = new_vpc("10.1.0.0/16");
    west = ok("create-vpc", {{"CidrBlock", "10.2.0.0/16"}}, "us-west-2")["Vpc"]["VpcId"];
    id = ask({{"VpcId", east}, {"PeerVpcId", west}, {"PeerRegion", "us-west-2"}});
  }

  std::string ask(const Json& request) {
    return ok("create-vpc-peering-connection", request)["VpcPeeringConnection"]["VpcPeeringConnectionId"];
  }

  // The ids of the connections that a region sees, by a search and one by one.
  std::vector<std::string> seen_from(const std::string& region) {
    std::vector<std::string> ids;
    const Json all = ok("describe-vpc-peering-connections", Json::object(), region);
    for (const Json& one : all["VpcPeeringConnections"]) {
      ids.push_back(one["VpcPeeringConnectionId"]);
    }
    const Tables before = store.tables;
    for (const auto& [key, line] : before.at(table)) {
      const Outcome one = call("describe-vpc-peering-connections", {{"VpcPeeringConnectionIds", {key}}}, region);
      EXPECT_EQ(std::holds_alternative<Json>(one), std::find(ids.begin(), ids.end(), key) != ids.end()) << key;
      const Outcome in_table = call("delete-vpc-peering-connection", {{"VpcPeeringConnectionId", key}}, region);
      EXPECT_EQ(std::holds_alternative<Json>(in_table), std::find(ids.begin(), ids.end(), key) != ids.end()) << key;
      store.tables = before;
    }
    return ids;
  }

  void edit(const std::function<void(Json&)>& change) {
    Json record = Json::parse(store.tables.at(table).at(id));
    change(record);
    store.tables.at(table).at(id) = record.dump();
  }

  std::vector<std::string> verify() { return Engine(store, clock, identifiers, options).verify().problems; }

  using Ids = std::vector<std::string>;
  const std::string table = "vpc-peering-connections";
  std::string east, west, id;
};

TEST_F(TwoRegions, SeeARecordThatSaysSo) {
  EXPECT_EQ(seen_from("us-east-1"), Ids{id});
  EXPECT_EQ(seen_from("us-west-2"), Ids{id});
  EXPECT_EQ(seen_from("eu-west-1"), Ids{});
}

TEST_F(TwoRegions, SeeItHoweverItsLineIsWritten) {
  // Its members in another order, and names of regions that only decoding reveals.
  Json record = Json::parse(store.tables.at(table).at(id));
  record.erase("Region");
  std::string line = record.dump();
  line.insert(line.size() - 1, R"(,"Region":"us\u002deast-1")");
  line.replace(line.find("us-west-2"), 9, R"(us\u002dwest-2)");
  store.tables.at(table).at(id) = line;
  EXPECT_EQ(seen_from("us-east-1"), Ids{id});
  EXPECT_EQ(seen_from("us-west-2"), Ids{id});
  EXPECT_EQ(seen_from("eu-west-1"), Ids{});
}

TEST_F(TwoRegions, SeeItInTheOrderOfCreation) {
  const std::string other = ok("create-vpc", {{"CidrBlock", "10.3.0.0/16"}}, "us-west-2")["Vpc"]["VpcId"];
  const std::string local = ok("create-vpc-peering-connection", {{"VpcId", other}, {"PeerVpcId", west}},
                               "us-west-2")["VpcPeeringConnection"]["VpcPeeringConnectionId"];
  const std::string later = ask({{"VpcId", east}, {"PeerVpcId", other}, {"PeerRegion", "us-west-2"}});
  EXPECT_EQ(seen_from("us-west-2"), (Ids{id, local, later}));
  EXPECT_EQ(seen_from("us-east-1"), (Ids{id, later}));
}

// As imported from what AWS shows in the region of the VPC that was asked.
TEST_F(TwoRegions, SeeItWhicheverOfThemItIsRecordedIn) {
  edit([](Json& record) {
    record["Region"] = "us-west-2";
    record["RequesterVpcInfo"]["Region"] = "us-east-1";
  });
  EXPECT_EQ(seen_from("us-east-1"), Ids{id});
  EXPECT_EQ(seen_from("us-west-2"), Ids{id});
  ok("accept-vpc-peering-connection", {{"VpcPeeringConnectionId", id}}, "us-west-2");
  EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_F(TwoRegions, DoNotSeeWhatIsOfAnotherAccount) {
  edit([](Json& record) { record["AccepterVpcInfo"]["OwnerId"] = "111122223333"; });
  EXPECT_EQ(seen_from("us-east-1"), Ids{id});
  EXPECT_EQ(seen_from("us-west-2"), Ids{});
}

TEST_F(TwoRegions, AreToldApartByWhatIsSeenFromOnlyOne) {
  const auto rows = [](const RowSource& source) { return source.also_seen_from != nullptr; };
  for (const Noun* noun : nouns()) EXPECT_EQ(rows(*noun), noun->type == "vpc-peering-connection") << noun->type;
}

// Until requests to other regions were looked up there, they could be for anything.
TEST_F(TwoRegions, MayHaveAnOldRequestToAVpcThatIsNotThere) {
  for (const std::string& vpc : {std::string("vpc-0aaaaaaaaaaaaaaaa"), east}) {
    for (const char* region : {"us-west-2", "eu-west-1"}) {
      edit([&](Json& record) {
        record["AccepterVpcInfo"]["VpcId"] = vpc;
        record["AccepterVpcInfo"]["Region"] = region;
      });
      EXPECT_EQ(verify(), std::vector<std::string>{});
      EXPECT_EQ(refused("accept-vpc-peering-connection", {{"VpcPeeringConnectionId", id}}, region),
                "InvalidVpcID.NotFound: The vpc ID '" + vpc + "' does not exist");
    }
  }
  ok("reject-vpc-peering-connection", {{"VpcPeeringConnectionId", id}}, "eu-west-1");
}

TEST_F(TwoRegions, AreVerifiedOnceAConnectionIsActive) {
  ok("accept-vpc-peering-connection", {{"VpcPeeringConnectionId", id}}, "us-west-2");
  EXPECT_EQ(verify(), std::vector<std::string>{});
  const std::string at = "record \"" + id + "\" of table \"vpc-peering-connections\": ";
  edit([&](Json& record) { record["AccepterVpcInfo"]["VpcId"] = new_vpc("10.4.0.0/16"); });
  EXPECT_EQ(verify().at(0).find(at + "AccepterVpcInfo.VpcId: vpc-"), 0U);
  EXPECT_TRUE(verify().at(0).ends_with(" is in us-east-1, not in us-west-2")) << verify().at(0);
  // A seed may have only one of the two regions.
  edit([&](Json& record) { record["AccepterVpcInfo"]["VpcId"] = "vpc-0aaaaaaaaaaaaaaaa"; });
  EXPECT_EQ(verify(), std::vector<std::string>{});
  edit([&](Json& record) { record["RequesterVpcInfo"]["VpcId"] = "vpc-0aaaaaaaaaaaaaaaa"; });
  EXPECT_EQ(verify(), std::vector<std::string>{at + "RequesterVpcInfo.VpcId: there is no vpc-0aaaaaaaaaaaaaaaa"});
}

TEST_F(TwoRegions, CountARequestInTheRegionThatMadeIt) {
  options.quotas = true;
  for (int i = 1; i < 25; ++i) {
    ask({{"VpcId", east}, {"PeerVpcId", "vpc-" + std::to_string(i)}, {"PeerOwnerId", "111122223333"}});
  }
  const Json one_more = {{"VpcId", east}, {"PeerVpcId", "vpc-25"}, {"PeerOwnerId", "111122223333"}};
  EXPECT_EQ(refused("create-vpc-peering-connection", one_more).substr(0, 44),
            "OutstandingVpcPeeringConnectionLimitExceeded");
  edit([](Json& record) {
    record["Region"] = "us-west-2";
    record["RequesterVpcInfo"]["Region"] = "us-east-1";
  });
  EXPECT_EQ(refused("create-vpc-peering-connection", one_more).substr(0, 44),
            "OutstandingVpcPeeringConnectionLimitExceeded");
  ok("create-vpc-peering-connection", {{"VpcId", west}, {"PeerVpcId", east}, {"PeerRegion", "us-east-1"}}, "us-west-2");
}

// The default VPC of a region in which nothing was done yet is there as well.
TEST_F(TwoRegions, NeedNotBothHaveBeenUsed) {
  const std::string peer = ok("describe-vpcs", Json::object(), "eu-west-1")["Vpcs"][0]["VpcId"];
  const std::string request = ask({{"VpcId", east}, {"PeerVpcId", peer}, {"PeerRegion", "eu-west-1"}});
  const auto state = [&] {
    return ok("describe-vpc-peering-connections",
              {{"VpcPeeringConnectionIds", {request}}})["VpcPeeringConnections"][0]["Status"]["Code"];
  };
  EXPECT_EQ(state(), "pending-acceptance");
  ok("accept-vpc-peering-connection", {{"VpcPeeringConnectionId", request}}, "eu-west-1");
  EXPECT_EQ(state(), "active");
  EXPECT_EQ(ok("describe-vpcs", Json::object(), "eu-west-1")["Vpcs"][0]["VpcId"], peer);
}

}  // namespace
}  // namespace ec2mimic::test
