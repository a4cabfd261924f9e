// What a hand edit can do to a state: values that no record can hold are refused when it is loaded, whatever does not
// fit together is found by verify, and accept mends what loses nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "core/account/record_check.h"
#include "core/model/visit.h"
#include "tests/unit/core/engine_fixture.h"

namespace ec2mimic::test {
namespace {

using Lines = std::vector<std::string>;

class HandEdits : public EngineTest {
 protected:
  HandEdits() {
    options.pace = Pace::real;  // so that records hold a TransitionStart
    vpc = ok("create-vpc", {{"CidrBlock", "10.0.0.0/16"}, {"AmazonProvidedIpv6CidrBlock", true}})["Vpc"]["VpcId"];
    table = ok("create-route-table", {{"VpcId", vpc}, {"ClientToken", "t"}})["RouteTable"]["RouteTableId"];
    options.pace = Pace::instant;
    create_other_kinds();
  }

  // The subnets of the default VPC, in which nothing else is.
  std::vector<std::string> default_subnets() {
    std::vector<std::string> ids;
    for (const auto& [id, line] : store.tables.at("subnets")) {
      if (Json::parse(line)["DefaultForAz"] == true) ids.push_back(id);
    }
    return ids;
  }

  Lines verify() { return Engine(store, clock, identifiers, options).verify().problems; }

  void edit(const std::string& name, const std::string& key, const std::function<void(Json&)>& change) {
    std::string& line = store.tables.at(name).at(key);
    Json record = Json::parse(line);
    change(record);
    line = record.dump();
  }

  // The ids in a table, without or with `text` in their line.
  std::string id_with(const std::string& name, const std::string& text) {
    for (const auto& [id, line] : store.tables.at(name)) {
      if (line.find(text) != std::string::npos) return id;
    }
    return {};
  }

  std::string vpc, table;
};

std::string in(const std::string& table, const std::string& key) {
  return "record \"" + key + "\" of table \"" + table + "\": ";
}

// Replaces the value at a path such as `Routes[0].GatewayId`.
void set(Json& record, const std::string& path, const Json& value) {
  std::string pointer = "/";
  for (const char c : path) {
    if (c != ']') pointer += c == '.' || c == '[' ? '/' : c;
  }
  record[Json::json_pointer(pointer)] = value;
}

// Every member of every record, as its description has it.
TEST_F(HandEdits, AreRefusedIfADescriptionRulesThemOut) {
  std::set<std::string, std::less<>> tried;
  for (const Noun* noun : nouns()) {
    const std::string name(noun->table);
    for (const auto& entry : store.tables.at(name)) {
      const auto& key = entry.first;  // no structured binding, which clang 14 does not capture
      const auto& line = entry.second;
      const Json record = Json::parse(line);
      model::visit_members(
          *noun->record, record, {}, [&](const model::Member& member, const std::string& path, const Json& value) {
            const model::Traits& traits = member.traits;
            Json bad;
            if (value.is_string() && (traits.fault != nullptr || !traits.choices.empty())) bad = "banana";
            if (value.is_number() && traits.minimum != INT64_MIN) bad = traits.minimum - 1;
            if (value.is_number() && traits.maximum != INT64_MAX) {
              Json beyond = record;
              set(beyond, path, traits.maximum + 1);
              const auto fault = check_record(name, key, beyond.dump());
              ASSERT_TRUE(fault) << name << ' ' << path;
              EXPECT_EQ(fault->what, path + ": expected a number of at most " + std::to_string(traits.maximum));
              tried.emplace("greatest " + std::string(member.name));
            }
            if (value.is_array() && traits.minimum > 0) bad = Json::array();
            if (value.is_string() && !traits.refers.empty() && traits.on_delete == model::OnDelete::refuses) bad = "";
            if (bad.is_null()) return;
            Json edited = record;
            set(edited, path, bad);
            const auto fault = check_record(name, key, edited.dump());
            ASSERT_TRUE(fault) << name << ' ' << path;
            EXPECT_EQ(fault->what.find(path + ": "), 0U) << fault->what;
            tried.emplace(member.name);
          });
      EXPECT_EQ(check_record(name, key, line), std::nullopt) << line;
    }
  }
  for (const char* member : {"Region",
                             "Serial",
                             "CidrBlock",
                             "Ipv6CidrBlock",
                             "CidrBlocks",
                             "DestinationCidrBlock",
                             "DestinationIpv6CidrBlock",
                             "InstanceTenancy",
                             "Origin",
                             "RuleAction",
                             "IpSource",
                             "TransitionStart",
                             "VpcId",
                             "DhcpOptionsId",
                             "Protocol",
                             "IpProtocol",
                             "RuleNumber",
                             "greatest RuleNumber",
                             "greatest Serial",
                             "CreationTime",
                             "AddressFamily",
                             "MaxEntries",
                             "greatest MaxEntries",
                             "Version",
                             "Type",
                             "AmazonSideAsn",
                             "DnsSupport",
                             "SubnetIds"}) {
    EXPECT_TRUE(tried.contains(member)) << member;
  }
}

TEST_F(HandEdits, AreRefusedIfABlockHasHostBits) {
  const auto fault = [&](const std::string& path, const std::string& value) {
    Json record = Json::parse(store.tables.at("route-tables").at(table));
    set(record, path, value);
    const auto found = check_record("route-tables", table, record.dump());
    return found ? found->what : "none";
  };
  const std::string v4 = "Routes[0].DestinationCidrBlock", v6 = "Routes[1].DestinationIpv6CidrBlock";
  EXPECT_EQ(fault(v4, "10.0.0.1/16"), v4 + ": '10.0.0.1/16' has bits set after its prefix; the block is 10.0.0.0/16");
  EXPECT_EQ(fault(v4, "010.0.0.0/16"), v4 + ": '010.0.0.0/16' is not an IPv4 block such as 10.0.0.0/16");
  EXPECT_EQ(fault(v4, "0.0.0.0/0"), "none");
  EXPECT_EQ(fault(v6, "2001:db8::1/56"),
            v6 + ": '2001:db8::1/56' has bits set after its prefix; the block is 2001:db8::/56");
  EXPECT_EQ(fault(v6, "2001:0DB8:0::/56"), "none") << "release 0.1.0 wrote zeros";
  EXPECT_EQ(fault(v6, "10.0.0.0/16"), v6 + ": '10.0.0.0/16' is not an IPv6 block such as 2001:db8::/56");
}

TEST_F(HandEdits, AreRefusedIfATokenHasNoRegionOrTime) {
  const auto fault = [](const std::string& region, const std::string& time) {
    const auto found =
        check_record("client-tokens", region + "/CreateRouteTable/a",
                     R"({"Region":")" + region +
                         R"(","Operation":"CreateRouteTable","Token":"a","Request":{},"ResourceId":"rtb-1","Time":")" +
                         time + "\"}");
    return found ? found->what : "none";
  };
  EXPECT_EQ(fault("us-east-1", "2026-01-31T12:00:00Z"), "none");
  EXPECT_EQ(fault("mars-1", "2026-01-31T12:00:00Z"), "Region: there is no region 'mars-1'");
  EXPECT_EQ(fault("us-east-1", "now"), "Time: 'now' is not a time such as 2026-01-31T12:00:00Z");
}

TEST_F(HandEdits, AreReportedIfARegionHasTwoDefaultVpcs) {
  const std::string other = id_with("vpcs", "\"IsDefault\":true");
  edit("vpcs", vpc, [](Json& record) { record["IsDefault"] = true; });
  const auto [first, second] = std::minmax(vpc, other);
  EXPECT_EQ(verify(), Lines{in("vpcs", second) + "IsDefault: only one record with Region us-east-1 may have it, and " +
                            first + " has it too"});
}

TEST_F(HandEdits, AreReportedIfATagKeyIsRepeated) {
  ok("create-tags", {{"Resources", {table}}, {"Tags", {{{"Key", "Name"}, {"Value", "a"}}}}});
  edit("route-tables", table, [](Json& record) {
    record["Tags"].push_back({{"Key", "Other"}, {"Value", "a"}});
    record["Tags"].push_back({{"Key", "Name"}, {"Value", "b"}});
  });
  EXPECT_EQ(verify(), Lines{in("route-tables", table) + "Tags[2].Key: Name is also in Tags[0]"});
}

TEST_F(HandEdits, AreReportedIfAnAclRepeatsARuleNumber) {
  const std::string acl = id_with("network-acls", vpc);
  edit("network-acls", acl, [](Json& record) { record["Entries"][1]["RuleNumber"] = 100; });
  EXPECT_EQ(verify(), Lines{in("network-acls", acl) + "Entries[1].RuleNumber: 100 is also in Entries[0]"});
}

TEST_F(HandEdits, AreReportedIfALocalRouteIsNotForABlockOfItsVpc) {
  edit("route-tables", table, [](Json& record) { record["Routes"][0]["DestinationCidrBlock"] = "10.9.0.0/16"; });
  EXPECT_EQ(verify(),
            (Lines{in("route-tables", table) +
                       "Routes[0].DestinationCidrBlock: the route is local, but 10.9.0.0/16 is not a block of " + vpc,
                   in("route-tables", table) + "Routes: no local route is for 10.0.0.0/16, a block of " + vpc}));
}

TEST_F(HandEdits, AreReportedIfASubnetIsOutsideItsVpcOrRegion) {
  const std::string subnet = default_subnets().at(0);
  const std::string its = Json::parse(store.tables.at("subnets").at(subnet))["VpcId"];
  edit("subnets", subnet, [](Json& record) {
    record["CidrBlock"] = "10.9.0.0/20";
    record["AvailabilityZone"] = "eu-west-1a";
  });
  EXPECT_EQ(verify(), (Lines{in("subnets", subnet) + "AvailabilityZone: 'eu-west-1a' is not a zone of us-east-1",
                             in("subnets", subnet) + "CidrBlock: 10.9.0.0/20 is in no block of " + its}));
}

TEST_F(HandEdits, AreReportedIfAVpcHasTwoInternetGateways) {
  const std::string first = ok("create-internet-gateway")["InternetGateway"]["InternetGatewayId"];
  const std::string second = ok("create-internet-gateway")["InternetGateway"]["InternetGatewayId"];
  for (const std::string& gateway : {first, second}) {
    edit("internet-gateways", gateway, [&](Json& record) { record["VpcId"] = vpc; });
  }
  const auto [one, other] = std::minmax(first, second);
  EXPECT_EQ(verify(), Lines{in("internet-gateways", other) + "VpcId: only one internet gateway can be attached to " +
                            vpc + ", and " + one + " is attached to it too"});
}

TEST_F(HandEdits, AreReportedIfSubnetsOverlap) {
  const auto& subnets = store.tables.at("subnets");
  const std::string first = default_subnets().at(0), second = default_subnets().at(1);
  const std::string block = Json::parse(subnets.at(first))["CidrBlock"];
  edit("subnets", second, [&](Json& record) { record["CidrBlock"] = block; });
  EXPECT_EQ(verify(),
            Lines{in("subnets", second) + "CidrBlock: " + block + " overlaps " + block + ", the block of " + first});
  const std::string part = block.substr(0, block.find('/')) + "/24";
  edit("subnets", first, [&](Json& record) { record["CidrBlock"] = part; });
  EXPECT_EQ(verify(),
            Lines{in("subnets", first) + "CidrBlock: " + part + " overlaps " + block + ", the block of " + second});
  edit("subnets", first, [&](Json& record) { record["VpcId"] = vpc; });
  EXPECT_EQ(verify(), Lines{in("subnets", first) + "CidrBlock: " + part + " is in no block of " + vpc})
      << "blocks of two VPCs may overlap";
}

TEST_F(HandEdits, AreReportedIfBlocksOfAVpcOverlap) {
  const auto add = [&](const std::string& list, const std::string& member, const std::string& block) {
    edit("vpcs", vpc, [&](Json& record) {
      Json copy = record[list][0];
      copy["AssociationId"] =
          list == "CidrBlocks" ? "vpc-cidr-assoc-0ffffffffffffffff" : "vpc-cidr-assoc-0fffffffffffffffa";
      copy[member] = block;
      record[list].push_back(copy);
    });
  };
  const auto told = [&](const std::string& what) {
    const Lines lines = verify();
    return std::count(lines.begin(), lines.end(), in("vpcs", vpc) + what) == 1;
  };
  const std::string ipv6 = Json::parse(store.tables.at("vpcs").at(vpc))["Ipv6CidrBlocks"][0]["Ipv6CidrBlock"];
  add("CidrBlocks", "CidrBlock", "10.0.128.0/20");
  add("Ipv6CidrBlocks", "Ipv6CidrBlock", ipv6);
  EXPECT_TRUE(told("CidrBlocks[1].CidrBlock: 10.0.128.0/20 overlaps 10.0.0.0/16 in CidrBlocks[0]"));
  EXPECT_TRUE(told("Ipv6CidrBlocks[1].Ipv6CidrBlock: " + ipv6 + " overlaps " + ipv6 + " in Ipv6CidrBlocks[0]"));
  edit("vpcs", vpc, [](Json& record) { record["CidrBlocks"][1]["CidrBlock"] = "10.1.0.0/16"; });
  EXPECT_FALSE(told("CidrBlocks[1].CidrBlock: 10.1.0.0/16 overlaps 10.0.0.0/16 in CidrBlocks[0]"));
}

TEST_F(HandEdits, AreRefusedIfTheIdOfAPartIsNoId) {
  const auto fault = [&](const std::string& name, const std::string& key, const std::string& path, const char* id) {
    Json record = Json::parse(store.tables.at(name).at(key));
    set(record, path, id);
    const auto found = check_record(name, key, record.dump());
    return found ? found->what : "none";
  };
  const std::string expected = " is not an id; expected ", digits = " and 17 lower-case hexadecimal digits";
  for (const char* bad :
       {"banana", "vpc-cidr-assoc-", "vpc-cidr-assoc-0123456789ABCDEF0", "rtbassoc-0123456789abcdef0"}) {
    const std::string path = "CidrBlocks[0].AssociationId";
    EXPECT_EQ(fault("vpcs", vpc, path, bad), path + ": '" + bad + '\'' + expected + "vpc-cidr-assoc-" + digits);
  }
  EXPECT_EQ(fault("vpcs", vpc, "CidrBlocks[0].AssociationId", "vpc-cidr-assoc-01234567"), "none");
  const std::string main = id_with("route-tables", "\"Main\":true");
  const std::string path = "Associations[0].RouteTableAssociationId";
  EXPECT_EQ(fault("route-tables", main, path, "banana"), path + ": 'banana'" + expected + "rtbassoc-" + digits);
}

TEST_F(HandEdits, AreReportedIfPortsAreNoRange) {
  const std::string rule = store.tables.at("security-group-rules").begin()->first;
  const auto ports = [&](const std::string& protocol, int from, int to) {
    edit("security-group-rules", rule, [&](Json& record) {
      record.update({{"IpProtocol", protocol}, {"FromPort", from}, {"ToPort", to}});
    });
    return verify();
  };
  for (const char* protocol : {"tcp", "udp"}) {
    EXPECT_EQ(ports(protocol, 90, 80),
              Lines{in("security-group-rules", rule) + "ToPort: 80 is below FromPort, which is 90"});
    EXPECT_EQ(ports(protocol, 80, 80), Lines{});
  }
  EXPECT_EQ(ports("icmp", 8, 0), Lines{}) << "a type and a code";
  EXPECT_EQ(ports("icmp", 8, -1), Lines{});
  const std::string acl = id_with("network-acls", vpc);
  const auto entry = [&](const std::string& protocol, int from, int to) {
    edit("network-acls", acl, [&](Json& record) {
      record["Entries"][0].update({{"Protocol", protocol}, {"PortRange", {{"From", from}, {"To", to}}}});
    });
    return verify();
  };
  const std::string where = in("network-acls", acl) + "Entries[0].PortRange: ";
  EXPECT_EQ(entry("6", 90, 80), Lines{where + "90 to 80 is not a range of ports"});
  EXPECT_EQ(entry("17", 80, 65536), Lines{where + "80 to 65536 is not a range of ports"});
  EXPECT_EQ(entry("6", 0, 65535), Lines{});
  EXPECT_EQ(entry("-1", 90, 80), Lines{});
}

TEST_F(HandEdits, AreReportedIfAwsWouldRefuseTheTags) {
  const auto tags = [&](const Json& list) {
    edit("route-tables", table, [&](Json& record) { record["Tags"] = list; });
    EXPECT_EQ(check_record("route-tables", table, store.tables.at("route-tables").at(table)), std::nullopt);
    return verify();
  };
  const std::string where = in("route-tables", table);
  // Characters, not bytes.
  std::string key, value;
  for (int i = 0; i < 128; ++i) key += "é";
  for (int i = 0; i < 256; ++i) value += "é";
  EXPECT_EQ(tags({{{"Key", key}, {"Value", value}}}), Lines{});
  EXPECT_EQ(tags({{{"Key", key + "a"}, {"Value", value + "a"}}}),
            (Lines{where + "Tags[0].Key: expected at most 128 characters, not 129",
                   where + "Tags[0].Value: expected at most 256 characters, not 257"}));
  EXPECT_EQ(tags({{{"Key", ""}, {"Value", "a"}}}), Lines{where + "Tags[0].Key: a tag needs a key"});
  Json many = Json::array();
  for (int i = 0; i < 50; ++i) many.push_back({{"Key", "k" + std::to_string(i)}, {"Value", ""}});
  EXPECT_EQ(tags(many), Lines{});
  many.push_back({{"Key", "last"}, {"Value", ""}});
  EXPECT_EQ(tags(many), Lines{where + "Tags: expected at most 50 tags, not 51"});
}

TEST_F(HandEdits, AreReportedIfAReferenceLeavesItsRegion) {
  const std::string there = ok("create-vpc", {{"CidrBlock", "10.0.0.0/16"}}, "eu-west-1")["Vpc"]["VpcId"];
  const std::string gateway = ok("create-internet-gateway")["InternetGateway"]["InternetGatewayId"];
  edit("internet-gateways", gateway, [&](Json& record) { record["VpcId"] = there; });
  EXPECT_EQ(verify(),
            Lines{in("internet-gateways", gateway) + "VpcId: " + there + " is in eu-west-1, not in us-east-1"});
}

TEST_F(HandEdits, GetNewSerialsFromAcceptIfTheirsAreRepeated) {
  const std::string line = store.tables.at("route-tables").at(table);
  const std::string copy = "rtb-0ffffffffffffffff", second = "rtb-0fffffffffffffffa";
  store.tables.at("route-tables")[copy] = line;
  store.tables.at("route-tables")[second] = line;
  const std::string serial = std::to_string(Json::parse(line)["Serial"].get<int>());
  const std::uint64_t latest = store.header.serial;
  store.header.serial = 2;
  store.tables.erase("regions");
  EXPECT_EQ(verify().size(), 4U);
  store.edited = true;
  const Engine::Accepted accepted = Engine(store, clock, identifiers, options).accept();
  EXPECT_TRUE(accepted.edited);
  EXPECT_EQ(accepted.mended,
            (Lines{"serial: 2 became " + std::to_string(latest),
                   in("route-tables", second) + "Serial: " + serial + " became " + std::to_string(latest + 1),
                   in("route-tables", copy) + "Serial: " + serial + " became " + std::to_string(latest + 2),
                   in("regions", "us-east-1") + "added"}));
  EXPECT_EQ(accepted.problems, Lines{});
  EXPECT_EQ(verify(), Lines{});
  EXPECT_EQ(store.tables.at("route-tables").at(table), line);
  EXPECT_EQ(store.header.serial, latest + 2);
}

// The call writes a new checksum, so that the file no longer counts as edited.
TEST_F(HandEdits, AreMendedByAcceptEvenAfterACall) {
  const std::string copy = "rtb-0ffffffffffffffff";
  store.tables.at("route-tables")[copy] = store.tables.at("route-tables").at(table);
  store.edited = true;
  ok("create-tags", {{"Resources", {vpc}}, {"Tags", {{{"Key", "Name"}, {"Value", "a"}}}}});
  ASSERT_FALSE(store.edited);
  EXPECT_EQ(verify().size(), 1U);
  const Engine::Accepted accepted = Engine(store, clock, identifiers, options).accept();
  EXPECT_FALSE(accepted.edited);
  EXPECT_EQ(accepted.mended.size(), 1U);
  EXPECT_EQ(accepted.problems, Lines{});
  EXPECT_EQ(verify(), Lines{});
}

TEST_F(HandEdits, NeverMakeACallRepeatASerial) {
  store.header.serial = 1;
  store.edited = true;
  const std::string late = ok("create-vpc", {{"CidrBlock", "10.1.0.0/16"}})["Vpc"]["VpcId"];
  EXPECT_EQ(verify(), Lines{});
  EXPECT_EQ(ok("describe-vpcs")["Vpcs"].back()["VpcId"], late);
}

TEST_F(HandEdits, AreReportedIfARouteIsRepeatedOrHasNoTarget) {
  edit("route-tables", table, [](Json& record) { record["Routes"].push_back(record["Routes"][0]); });
  EXPECT_EQ(verify(),
            Lines{in("route-tables", table) + "Routes[2].DestinationCidrBlock: 10.0.0.0/16 is also in Routes[0]"});
  edit("route-tables", table, [](Json& record) {
    record["Routes"][2] = {{"DestinationCidrBlock", "1.0.0.0/8"}, {"Origin", "CreateRoute"}};
  });
  EXPECT_EQ(verify(), Lines{in("route-tables", table) + "Routes[2]: the route has no target"});
}

TEST_F(HandEdits, AreRefusedIfAKeyIsNoId) {
  const std::string gateway = ok("create-internet-gateway")["InternetGateway"]["InternetGatewayId"];
  const std::string line = store.tables.at("internet-gateways").at(gateway);
  for (const char* key : {"igw-ZZ!", "igw-", "rtb-0123456789abcdef0", "igw-0123456789abcdef01"}) {
    const auto fault = check_record("internet-gateways", key, line);
    ASSERT_TRUE(fault) << key;
    EXPECT_EQ(fault->what, "the key should be igw- and 17 lower-case hexadecimal digits, or 8 in old ids");
  }
  EXPECT_EQ(check_record("internet-gateways", "igw-01234567", line), std::nullopt);
}

TEST_F(HandEdits, AreReportedByAcceptIfItCannotMendThem) {
  edit("route-tables", table, [](Json& record) { record["VpcId"] = "vpc-0badbadbadbadbad0"; });
  store.edited = true;
  const int commits = store.commits;
  const Engine::Accepted accepted = Engine(store, clock, identifiers, options).accept();
  EXPECT_EQ(accepted.problems, Lines{in("route-tables", table) + "VpcId: there is no vpc-0badbadbadbadbad0"});
  EXPECT_EQ(store.commits, commits + 1) << "it is laid out all the same, as by any other change";
}

TEST_F(HandEdits, AreWhatAcceptLooksForAndNothingElse) {
  const int commits = store.commits;
  const Engine::Accepted accepted = Engine(store, clock, identifiers, options).accept();
  EXPECT_FALSE(accepted.edited);
  EXPECT_EQ(store.commits, commits);
}

}  // namespace
}  // namespace ec2mimic::test
