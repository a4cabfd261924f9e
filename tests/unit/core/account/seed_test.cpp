// Seeds hold whatever a state can hold, and answers of describe calls can be made into seeds.
#include "core/account/seed.h"

#include <algorithm>

#include "core/account/answers.h"
#include "core/account/ids.h"
#include "core/operation/idempotency.h"
#include "core/operation/region_record.h"
#include "tests/unit/core/engine_fixture.h"

namespace ec2mimic::test {
namespace {

using Lines = std::vector<std::string>;

constexpr const char* kSeededVpc = "vpc-0aaaaaaaaaaaaaaaa";

class SeedTest : public EngineTest {
 protected:
  Lines seed(const Json& document) {
    const auto planted = Engine(store, clock, identifiers, options).seed(document, Engine::Existing::replaced);
    const auto* bad = std::get_if<Engine::SeedFaults>(&planted);
    return bad ? bad->lines : Lines();
  }
  Lines verify() { return Engine(store, clock, identifiers, options).verify().problems; }

  // An account with something of everything, in two regions.
  void fill() {
    options.pace = Pace::real;
    for (const char* region : {"us-east-1", "eu-west-1"}) {
      const Json vpc = ok("create-vpc", {{"CidrBlock", "10.0.0.0/16"}, {"AmazonProvidedIpv6CidrBlock", true}}, region);
      const std::string id = vpc["Vpc"]["VpcId"];
      const Json tags = {{{"ResourceType", "route-table"}, {"Tags", {{{"Key", "Name"}, {"Value", "é"}}}}}};
      ok("create-route-table", {{"VpcId", id}, {"ClientToken", "a/b"}, {"TagSpecifications", tags}}, region);
      const std::string acl =
          ok("create-network-acl", {{"VpcId", id}, {"ClientToken", "gone"}}, region)["NetworkAcl"]["NetworkAclId"];
      ok("delete-network-acl", {{"NetworkAclId", acl}}, region);
      ok("create-network-acl", {{"VpcId", id}}, region);
      ok("create-internet-gateway", Json::object(), region);
      ok("create-tags",
         {{"Resources", {id}}, {"Tags", {{{"Key", "b"}, {"Value", ""}}, {{"Key", "a"}, {"Value", "1"}}}}}, region);
    }
    store.tables["next-ids"]["rtb-"] = R"({"Ids":["rtb-0bbbbbbbbbbbbbbbb","rtb-0aaaaaaaaaaaaaaaa"]})";
    options.pace = Pace::instant;
    ASSERT_EQ(verify(), Lines());
  }

  // The seed of the whole state.
  Json whole() {
    Json seed = {{"Account", store.header.account}};
    for (const Noun* noun : nouns()) {
      for (const auto& [id, line] : by_serial(*noun)) {
        Json entry = Json::parse(line);
        entry.erase("Serial");
        entry[id_member(*noun)] = id;
        seed[list_name(*noun)].push_back(entry);
      }
    }
    for (const auto& [key, line] : store.tables.at(std::string(TokenRecord::kTable))) {
      seed["ClientTokens"].push_back(Json::parse(line));
    }
    for (const auto& [key, line] : store.tables.at(std::string(NextIds::kTable))) {
      const Json record = Json::parse(line);
      for (const Json& id : record["Ids"]) seed["NextIds"].push_back(id);
    }
    for (const auto& [key, line] : store.tables.at(std::string(RegionRecord::kTable))) {
      Json entry = Json::parse(line);
      entry["Region"] = key;
      seed["Regions"].push_back(entry);
    }
    return seed;
  }

  std::vector<std::pair<std::string, std::string>> by_serial(const Noun& noun) {
    const auto& table = store.tables[std::string(noun.table)];
    std::vector<std::pair<std::string, std::string>> rows(table.begin(), table.end());
    std::sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
      return noun.head(a.first, a.second).serial < noun.head(b.first, b.second).serial;
    });
    return rows;
  }

  // The tables without the serials of their records.
  static Tables without_serials(Tables tables) {
    for (auto& [name, lines] : tables) {
      for (auto& [key, line] : lines) {
        Json record = Json::parse(line);
        record.erase("Serial");
        line = record.dump();
      }
    }
    return tables;
  }

  // What all describe operations show that can be called without parameters.
  std::vector<Json> all_answers() {
    std::vector<Json> all;
    for (const Operation* operation : operations()) {
      const auto& members = operation->request->members;
      const bool needs = std::any_of(members.begin(), members.end(),
                                     [](const model::Member& member) { return member.traits.required; });
      if (!operation->name.starts_with("Describe") || needs) continue;
      all.push_back(ok(kebab_case(operation->name)));
      // The list of the same resources that a seed is made of does not say it.
      if (!all.back().contains("TransitGatewayAttachments")) continue;
      for (Json& attachment : all.back()["TransitGatewayAttachments"]) attachment.erase("Association");
    }
    return all;
  }

  // All resources of a region, as describe operations show them.
  std::vector<Json> answers(const std::string& region) {
    std::vector<Json> all;
    for (const Noun* noun : nouns()) {
      all.push_back(ok(kebab_case("Describe" + list_name(*noun)), Json::object(), region));
    }
    return all;
  }
};

TEST_F(SeedTest, HoldsEverythingThatAStateHolds) {
  fill();
  const Tables before = store.tables;
  const Json document = whole();
  const std::vector<Json> seen = answers("eu-west-1");
  ASSERT_EQ(seed(document), Lines());
  EXPECT_EQ(without_serials(store.tables), without_serials(before));
  EXPECT_EQ(answers("eu-west-1"), seen) << "in the same order";
  EXPECT_EQ(verify(), Lines());
}

TEST_F(SeedTest, CanBeMadeOfAnswers) {
  fill();
  const std::vector<Json> seen = answers("us-east-1");
  const SeedOfAnswers made = seed_of_answers(seen, "us-east-1");
  EXPECT_EQ(made.left_out, Lines());
  ASSERT_EQ(seed(made.seed), Lines());
  EXPECT_EQ(answers("us-east-1"), seen);
}

TEST_F(SeedTest, CanBeMadeOfTheAnswersAboutEveryNoun) {
  create_other_kinds();
  const std::vector<Json> seen = all_answers();
  for (const Noun* noun : nouns()) {
    const std::string list = list_name(*noun);
    const auto shows_one = [&](const Json& answer) {
      return answer.contains(list) && !answer[list].empty() && answer[list].back().contains(id_member(*noun));
    };
    EXPECT_TRUE(std::any_of(seen.begin(), seen.end(), shows_one))
        << "no describe operation shows a " << noun->type << " with " << id_member(*noun) << " in " << list;
  }
  const SeedOfAnswers made = seed_of_answers(seen, "us-east-1");
  EXPECT_EQ(made.notes, Lines());
  ASSERT_EQ(seed(made.seed), Lines());
  const std::vector<Json> again = all_answers();
  ASSERT_EQ(again.size(), seen.size());
  for (std::size_t i = 0; i < seen.size(); ++i) EXPECT_EQ(again[i], seen[i]);
}

TEST_F(SeedTest, CanBeMadeOfAnswersOfAws) {
  // As in the AWS CLI's reference, with members that are not recorded here.
  const Json vpcs =
      Json::parse(R"({"Vpcs":[{"CidrBlock":"10.1.0.0/16","DhcpOptionsId":"dopt-2afccf50","State":"available",
      "VpcId":"vpc-2a06de3c","OwnerId":"111122223333","InstanceTenancy":"default","Ipv6CidrBlockAssociationSet":[{
      "AssociationId":"vpc-cidr-assoc-12a3456b","Ipv6CidrBlock":"2001:db8:0:100::/56","Ipv6CidrBlockState":{"State":"associated"},
      "NetworkBorderGroup":"us-west-2","Ipv6Pool":"Amazon"}],"CidrBlockAssociationSet":[{"AssociationId":
      "vpc-cidr-assoc-62829b08","CidrBlock":"10.1.0.0/16","CidrBlockState":{"State":"associated"}}],"IsDefault":false,
      "Tags":[{"Key":"Name","Value":"x"},{"Key":"Env","Value":"y"}]}]})");
  const Json gateways =
      Json::parse(R"({"InternetGateways":[{"Attachments":[{"State":"available","VpcId":"vpc-2a06de3c"}],
      "InternetGatewayId":"igw-0d0fb496b3994d755","OwnerId":"111122223333","Tags":[]}],"NextToken":"x"})");
  const Json groups = Json::parse(R"({"SecurityGroups":[{"IpPermissionsEgress":[],"Description":"My group",
      "IpPermissions":[{"FromPort":22,"IpProtocol":"tcp"}],"GroupName":"MyGroup","OwnerId":"111122223333",
      "GroupId":"sg-903004f8","VpcId":"vpc-2a06de3c"}]})");
  EXPECT_EQ(seed(seed_of_answers({vpcs}, "us-west-2").seed),
            Lines{R"(record "vpc-2a06de3c" of table "vpcs": DhcpOptionsId: there is no dopt-2afccf50)"});
  const Json sets = Json::parse(R"({"DhcpOptions":[{"DhcpConfigurations":[{"Key":"domain-name","Values":[{"Value":
      "us-west-2.compute.internal"}]}],"DhcpOptionsId":"dopt-2afccf50","OwnerId":"111122223333"}]})");
  const SeedOfAnswers made =
      seed_of_answers({vpcs, sets, gateways, groups, {{"Reservations", Json::array()}}}, "us-west-2");
  EXPECT_EQ(made.left_out, Lines{"Reservations"});
  ASSERT_EQ(seed(made.seed), Lines());
  const Json vpc = ok("describe-vpcs", {{"VpcIds", {"vpc-2a06de3c"}}}, "us-west-2")["Vpcs"][0];
  EXPECT_EQ(vpc["OwnerId"], "111122223333");
  EXPECT_EQ(vpc["Ipv6CidrBlockAssociationSet"], vpcs["Vpcs"][0]["Ipv6CidrBlockAssociationSet"]);
  EXPECT_EQ(vpc["Tags"], Json::parse(R"([{"Key":"Env","Value":"y"},{"Key":"Name","Value":"x"}])")) << "sorted";
  EXPECT_EQ(vpc["DhcpOptionsId"], "dopt-2afccf50");
  EXPECT_EQ(ok("describe-internet-gateways", {{"InternetGatewayIds", {"igw-0d0fb496b3994d755"}}},
               "us-west-2")["InternetGateways"][0]["Attachments"][0]["VpcId"],
            "vpc-2a06de3c");
  EXPECT_TRUE(store.tables.at("security-groups").contains("sg-903004f8"));
}

TEST_F(SeedTest, AddsTheLocalRoutesThatATableLeavesOut) {
  const Json vpcs = {{{"VpcId", kSeededVpc}, {"CidrBlock", "10.0.0.0/16"}, {"Ipv6CidrBlock", "2600:1f18::/56"}}};
  const Json gateways = {{{"InternetGatewayId", "igw-00000001"}, {"VpcId", kSeededVpc}}};
  const Json out = {{"DestinationCidrBlock", "0.0.0.0/0"}, {"GatewayId", "igw-00000001"}, {"Origin", "CreateRoute"}};
  Json tables = {{{"RouteTableId", "rtb-00000001"}, {"VpcId", kSeededVpc}},
                 {{"RouteTableId", "rtb-00000002"}, {"VpcId", kSeededVpc}, {"Routes", {out}}}};
  ASSERT_EQ(seed({{"Vpcs", vpcs}, {"InternetGateways", gateways}, {"RouteTables", tables}}), Lines());
  const auto destinations = [&](const char* id) {
    Lines all;
    const Json answer = ok("describe-route-tables", {{"RouteTableIds", {id}}});
    for (const Json& route : answer["RouteTables"][0]["Routes"]) {
      all.push_back(route.value("DestinationCidrBlock", route.value("DestinationIpv6CidrBlock", "")));
    }
    return all;
  };
  EXPECT_EQ(destinations("rtb-00000001"), (Lines{"10.0.0.0/16", "2600:1f18::/56"}));
  EXPECT_EQ(destinations("rtb-00000002"), (Lines{"10.0.0.0/16", "0.0.0.0/0", "2600:1f18::/56"}));
  // One that is there is not made again.
  tables[0]["Routes"] = {
      {{"DestinationCidrBlock", "10.0.0.0/16"}, {"GatewayId", "local"}, {"Origin", "CreateRouteTable"}}};
  ASSERT_EQ(seed({{"Vpcs", vpcs}, {"InternetGateways", gateways}, {"RouteTables", tables}}), Lines());
  EXPECT_EQ(destinations("rtb-00000001"), (Lines{"10.0.0.0/16", "2600:1f18::/56"}));
}

TEST_F(SeedTest, IsRefusedIfAwsHasNoSuchSubnet) {
  EXPECT_EQ(
      seed({{"Vpcs", {{{"VpcId", kSeededVpc}, {"CidrBlock", "10.0.0.0/16"}}}},
            {"Subnets", {{{"SubnetId", "subnet-00000001"}, {"VpcId", kSeededVpc}, {"CidrBlock", "10.0.1.0/29"}}}}}),
      Lines{"Subnets[0].CidrBlock: '10.0.1.0/29' is not an IPv4 block from /16 to /28"});
}

TEST_F(SeedTest, PutsASubnetIntoTheFirstZoneIfItNamesNone) {
  ASSERT_EQ(seed({{"Vpcs", {{{"VpcId", kSeededVpc}, {"CidrBlock", "10.0.0.0/16"}, {"Region", "eu-west-1"}}}},
                  {"Subnets",
                   {{{"SubnetId", "subnet-00000001"},
                     {"VpcId", kSeededVpc},
                     {"CidrBlock", "10.0.1.0/24"},
                     {"Region", "eu-west-1"}}}}}),
            Lines());
  const Json of_vpc = {{"Filters", {{{"Name", "vpc-id"}, {"Values", {kSeededVpc}}}}}};
  EXPECT_EQ(ok("describe-subnets", of_vpc, "eu-west-1")["Subnets"][0]["AvailabilityZone"], "eu-west-1a");
}

TEST_F(SeedTest, BringsTheRulesOfADefaultGroupThatItBrings) {
  Json document = {{"Vpcs", {{{"VpcId", kSeededVpc}, {"CidrBlock", "10.0.0.0/16"}}}}};
  const auto rules = [&] {
    const Json of_vpc = {{"Filters", {{{"Name", "vpc-id"}, {"Values", {kSeededVpc}}}}}};
    const std::string group = ok("describe-security-groups", of_vpc)["SecurityGroups"][0]["GroupId"];
    const Json of_group = {{"Filters", {{{"Name", "group-id"}, {"Values", {group}}}}}};
    return ok("describe-security-group-rules", of_group)["SecurityGroupRules"];
  };
  ASSERT_EQ(seed(document), Lines());
  EXPECT_EQ(rules().size(), 2U) << "those of a new VPC";
  const Json group = {{"GroupId", "sg-0aaaaaaaaaaaaaaaa"}, {"VpcId", kSeededVpc}, {"GroupName", "default"}};
  document["SecurityGroups"] = Json::array({group});
  ASSERT_EQ(seed(document), Lines());
  EXPECT_EQ(rules().size(), 0U);
  Json rule = {{"SecurityGroupRuleId", "sgr-0aaaaaaaaaaaaaaaa"},
               {"GroupId", "sg-0aaaaaaaaaaaaaaaa"},
               {"IpProtocol", "tcp"},
               {"FromPort", 22},
               {"ToPort", 22},
               {"CidrIpv4", "10.0.0.0/8"}};
  document["SecurityGroupRules"] = Json::array({rule});
  ASSERT_EQ(seed(document), Lines());
  ASSERT_EQ(rules().size(), 1U);
  EXPECT_EQ(rules()[0]["CidrIpv4"], "10.0.0.0/8");
  rule.erase("CidrIpv4");
  document["SecurityGroupRules"] = Json::array({rule});
  EXPECT_EQ(
      seed(document),
      Lines{"SecurityGroupRules[0].CidrIpv4, CidrIpv6, PrefixListId, ReferencedGroupId: expected one of them, not 0"});
}

TEST_F(SeedTest, AddsWhatTheDocumentOmits) {
  const Json document = {{"Vpcs", {{{"VpcId", kSeededVpc}, {"CidrBlock", "10.0.0.1/16"}}}},
                         {"Subnets",
                          {{{"SubnetId", "subnet-0aaaaaaaaaaaaaaaa"},
                            {"VpcId", kSeededVpc},
                            {"CidrBlock", "10.0.1.0/24"},
                            {"AvailabilityZone", "us-east-1a"}}}},
                         {"NetworkAcls",
                          {{{"NetworkAclId", "acl-0aaaaaaaaaaaaaaaa"},
                            {"VpcId", kSeededVpc},
                            {"IsDefault", true},
                            {"Associations", {{{"SubnetId", "subnet-0aaaaaaaaaaaaaaaa"}}}}}}}};
  ASSERT_EQ(seed(document), Lines());
  const Json of_vpc = {{"Filters", {{{"Name", "vpc-id"}, {"Values", {kSeededVpc}}}}}};
  const Json acls = ok("describe-network-acls", of_vpc)["NetworkAcls"];
  ASSERT_EQ(acls.size(), 1U) << "the VPC has no other default ACL";
  EXPECT_EQ(acls[0]["NetworkAclId"], "acl-0aaaaaaaaaaaaaaaa");
  EXPECT_TRUE(acls[0]["Associations"][0]["NetworkAclAssociationId"].get<std::string>().starts_with("aclassoc-0"));
  EXPECT_EQ(ok("describe-route-tables", of_vpc)["RouteTables"].size(), 1U);
  EXPECT_EQ(ok("describe-vpcs", {{"VpcIds", {kSeededVpc}}})["Vpcs"][0]["CidrBlock"], "10.0.0.0/16");
  const Tables first = store.tables;
  ASSERT_EQ(seed(document), Lines());
  EXPECT_EQ(store.tables, first);
}

TEST_F(SeedTest, CanBringADefaultVpcOrDeclareThatThereIsNone) {
  ASSERT_EQ(seed({{"Vpcs", {{{"VpcId", kSeededVpc}, {"CidrBlock", "172.31.0.0/16"}, {"IsDefault", true}}}}}), Lines());
  EXPECT_EQ(ok("describe-vpcs")["Vpcs"].size(), 1U);
  EXPECT_EQ(ok("describe-vpcs", Json::object(), "eu-west-1")["Vpcs"].size(), 1U) << "another region has its own";
  ASSERT_EQ(seed({{"Regions", Json::array({{{"Region", "us-east-1"}}})}}), Lines());
  EXPECT_EQ(ok("describe-vpcs")["Vpcs"].size(), 0U);
  new_vpc();
  EXPECT_EQ(verify(), Lines());
}

TEST_F(SeedTest, RemembersTokens) {
  const std::string table = "rtb-0aaaaaaaaaaaaaaaa";
  const Json route = {{"DestinationCidrBlock", "10.0.0.0/16"}, {"GatewayId", "local"}, {"Origin", "CreateRouteTable"}};
  const Json token = {{"Operation", "CreateRouteTable"},
                      {"Token", "t"},
                      {"Request", {{"VpcId", kSeededVpc}, {"DryRun", false}}},
                      {"ResourceId", table}};
  const Json document = {
      {"Vpcs", {{{"VpcId", kSeededVpc}, {"CidrBlock", "10.0.0.0/16"}}}},
      {"RouteTables", {{{"RouteTableId", table}, {"VpcId", kSeededVpc}, {"Routes", Json::array({route})}}}},
      {"ClientTokens", Json::array({token})}};
  ASSERT_EQ(seed(document), Lines());
  EXPECT_EQ(ok("create-route-table", {{"VpcId", kSeededVpc}, {"ClientToken", "t"}})["RouteTable"]["RouteTableId"],
            table);
  Json bad = document;
  bad["ClientTokens"].push_back(token);
  bad["ClientTokens"][0]["Operation"] = "CreateVpc";
  bad["ClientTokens"][1]["Region"] = "mars-1";
  EXPECT_EQ(seed(bad), (Lines{"ClientTokens[0].Operation: 'CreateVpc' takes no client token",
                              "ClientTokens[1].Region: there is no region 'mars-1'"}));
  bad["ClientTokens"] = Json::array({token, token});
  EXPECT_EQ(seed(bad), Lines{"ClientTokens[1].Token: 't' is named twice"});
}

TEST_F(SeedTest, IsRefusedIfItsAccountWouldNotPassVerify) {
  EXPECT_EQ(seed({{"RouteTables", {{{"RouteTableId", "rtb-0aaaaaaaaaaaaaaaa"}, {"VpcId", kSeededVpc}}}}}),
            Lines{"record \"rtb-0aaaaaaaaaaaaaaaa\" of table \"route-tables\": VpcId: there is no " +
                  std::string(kSeededVpc)});
  EXPECT_TRUE(store.tables.empty());
}

TEST_F(SeedTest, ExplainsTheFormOfIds) {
  const std::string form = " followed by 17 lower-case hexadecimal digits, or 8 in old ids";
  EXPECT_EQ(seed({{"Vpcs", {{{"VpcId", "vpc-mine"}, {"CidrBlock", "10.0.0.0/16"}}}}}),
            Lines{"Vpcs[0].VpcId: 'vpc-mine' is not an id; expected vpc-" + form});
  EXPECT_EQ(seed({{"NextIds", {"rtb-mine"}}}), Lines{"NextIds[0]: 'rtb-mine' is not an id; expected rtb-" + form});
  const Lines unknown = seed({{"NextIds", {"i-0aaaaaaaaaaaaaaaa"}}});
  ASSERT_EQ(unknown.size(), 1U);
  EXPECT_TRUE(
      unknown[0].starts_with("NextIds[0]: 'i-0aaaaaaaaaaaaaaaa' is not an id; expected one of eipalloc- dopt- "))
      << unknown[0];
}

TEST_F(SeedTest, RejectsUnknownMembers) {
  EXPECT_EQ(seed({{"Vpcs", {{{"VpcId", kSeededVpc}, {"CidrBlock", "10.0.0.0/16"}, {"Serial", 1}}}}})[0].substr(0, 30),
            "Vpcs[0].Serial: unknown member");
  EXPECT_EQ(seed({{"Vpcs", Json::array({{{"CidrBlock", 1}}})}}),
            (Lines{"Missing required parameter in Vpcs[0]: \"VpcId\"", "Vpcs[0].CidrBlock: expected a string"}));
  EXPECT_EQ(seed({{"Vpcs", Json::array({{{"VpcId", kSeededVpc}}})}}),
            Lines{"Missing required parameter in Vpcs[0]: \"CidrBlock\""});
  EXPECT_EQ(seed(Json::array()), Lines{"the document: expected an object"});
}

TEST_F(SeedTest, IsEmptyIfItDescribesNothing) {
  EXPECT_TRUE(is_empty_seed(Json::object()));
  EXPECT_TRUE(is_empty_seed({{"Vpcs", Json::array()}}));
  EXPECT_FALSE(is_empty_seed({{"Account", "111122223333"}}));
  EXPECT_FALSE(is_empty_seed({{"NextIds", {"rtb-0aaaaaaaaaaaaaaaa"}}}));
}

TEST_F(SeedTest, ShapeHasAllMembersOfAllRecords) {
  for (const Noun* noun : nouns()) {
    const model::Member* list = seed_shape().member(list_name(*noun));
    ASSERT_NE(list, nullptr) << noun->type;
    const model::Shape& entry = *list->shape->element;
    EXPECT_TRUE(entry.member(id_member(*noun))->traits.required);
    for (const model::Member& member : noun->record->members) {
      EXPECT_EQ(entry.member(member.name) == nullptr, member.name == "Serial") << noun->type << ' ' << member.name;
    }
  }
}

TEST_F(SeedTest, IsSummedUp) {
  const auto planted =
      Engine(store, clock, identifiers, options)
          .seed({{"Account", "111122223333"},
                 {"Vpcs",
                  {{{"VpcId", kSeededVpc}, {"CidrBlock", "10.0.0.0/16"}},
                   {{"VpcId", "vpc-0bbbbbbbbbbbbbbbb"}, {"CidrBlock", "10.0.0.0/16"}},
                   {{"VpcId", "vpc-0cccccccccccccccc"}, {"CidrBlock", "10.0.0.0/16"}, {"Region", "eu-west-1"}}}},
                 {"NextIds", {"rtb-0aaaaaaaaaaaaaaaa"}}},
                Engine::Existing::replaced);
  const auto& made = std::get<SeedSummary>(planted);
  EXPECT_EQ(made.account, "111122223333");
  std::string text;
  for (const auto& part : made.parts)
    text += std::to_string(part.count) + ' ' + std::string(part.type) + ' ' + part.region + ';';
  EXPECT_EQ(text, "2 vpc us-east-1;1 vpc eu-west-1;1 reserved-id ;");
}

}  // namespace
}  // namespace ec2mimic::test
