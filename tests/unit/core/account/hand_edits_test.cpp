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
                             "SubnetIds",
                             "PublicIp",
                             "PrivateIp",
                             "PrivateIpAddress",
                             "MacAddress",
                             "InterfaceType",
                             "NatGatewayAddresses",
                             "Values"}) {
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
  edit("subnets", first, [&](Json& record) { record.update({{"VpcId", vpc}, {"DefaultForAz", false}}); });
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

// What check_record() says of a record of a state, edited.
class Contradictions : public HandEdits {
 protected:
  std::string fault(const std::string& name, const std::string& key, const std::function<void(Json&)>& change) {
    Json record = Json::parse(store.tables.at(name).at(key));
    change(record);
    const auto found = check_record(name, key, record.dump());
    return found ? found->what : "none";
  }
};

TEST_F(Contradictions, OfASecurityGroupRuleAreRefused) {
  const std::string rule = store.tables.at("security-group-rules").begin()->first;
  const auto ports = [&](const std::string& protocol, const Json& from, const Json& to) {
    return fault("security-group-rules", rule, [&](Json& record) {
      record["IpProtocol"] = protocol;
      if (!from.is_null()) record["FromPort"] = from;
      if (!to.is_null()) record["ToPort"] = to;
    });
  };
  const std::string needs = ": a rule for TCP or UDP needs a port from 0 to 65535";
  for (const char* protocol : {"tcp", "udp", "6", "17"}) {
    EXPECT_EQ(ports(protocol, 90, 80), "ToPort: 80 is below FromPort, which is 90");
    EXPECT_EQ(ports(protocol, 80, 80), "none");
    EXPECT_EQ(ports(protocol, {}, {}), "FromPort" + needs);
    EXPECT_EQ(ports(protocol, -1, -1), "FromPort" + needs);
    EXPECT_EQ(ports(protocol, 80, {}), "ToPort" + needs);
  }
  EXPECT_EQ(ports("icmp", 8, 0), "none") << "a type and a code";
  EXPECT_EQ(ports("icmp", 8, -1), "none");
  for (const char* protocol : {"icmp", "icmpv6", "1", "58"}) {
    EXPECT_EQ(ports(protocol, {}, {}), "FromPort: a rule for ICMP needs a type from 0 to 255, or -1 for all");
    EXPECT_EQ(ports(protocol, 256, 0), "FromPort: a rule for ICMP needs a type from 0 to 255, or -1 for all");
    EXPECT_EQ(ports(protocol, 8, {}), "ToPort: a rule for ICMP needs a code from 0 to 255, or -1 for all");
    EXPECT_EQ(ports(protocol, -1, 0), "ToPort: a rule for all types of ICMP is for all codes");
    EXPECT_EQ(ports(protocol, -1, -1), "none");
  }
  EXPECT_EQ(ports("-1", {}, {}), "none");
  const auto peers = [&](const char* cidr, const char* group) {
    return fault("security-group-rules", rule, [&](Json& record) {
      for (const char* member : {"CidrIpv4", "CidrIpv6", "ReferencedGroupId"}) record.erase(member);
      if (cidr != nullptr) record["CidrIpv4"] = cidr;
      if (group != nullptr) record["ReferencedGroupId"] = group;
    });
  };
  const std::string one_of = "CidrIpv4, CidrIpv6, PrefixListId, ReferencedGroupId: expected one of them, not ";
  EXPECT_EQ(peers(nullptr, nullptr), one_of + '0');
  EXPECT_EQ(peers("0.0.0.0/0", "sg-0123456789abcdef0"), one_of + '2');
  EXPECT_EQ(peers("0.0.0.0/0", nullptr), "none");
  const auto peered = [&](const Json& members) {
    return fault("security-group-rules", rule, [&](Json& record) {
      for (const char* member : {"CidrIpv4", "CidrIpv6", "ReferencedGroupId"}) record.erase(member);
      record.update(members);
    });
  };
  const std::string group = "sg-0123456789abcdef0", connection = "pcx-0123456789abcdef0";
  EXPECT_EQ(peered({{"CidrIpv4", "0.0.0.0/0"}, {"ReferencedVpcId", vpc}}),
            "ReferencedVpcId: there is no ReferencedGroupId");
  EXPECT_EQ(peered({{"ReferencedGroupId", group}, {"VpcPeeringConnectionId", connection}}),
            "VpcPeeringConnectionId: there is no ReferencedVpcId");
  EXPECT_EQ(peered({{"ReferencedGroupId", group}, {"ReferencedVpcId", vpc}, {"VpcPeeringConnectionId", connection}}),
            "none");
}

TEST_F(Contradictions, OfAnAclEntryAreRefused) {
  const std::string acl = id_with("network-acls", vpc);
  const auto entry = [&](const Json& members) {
    return fault("network-acls", acl, [&](Json& record) { record["Entries"][0].update(members); });
  };
  const auto ports = [&](const std::string& protocol, const Json& range) {
    return entry({{"Protocol", protocol}, {"PortRange", range}});
  };
  const std::string where = "Entries[0].PortRange: ";
  for (const char* protocol : {"6", "17"}) {
    EXPECT_EQ(ports(protocol, {{"From", 90}, {"To", 80}}), where + "90 to 80 is not a range of ports");
    EXPECT_EQ(ports(protocol, {{"From", 80}, {"To", 65536}}), where + "80 to 65536 is not a range of ports");
    EXPECT_EQ(ports(protocol, {{"From", 0}, {"To", 65535}}), "none");
    EXPECT_EQ(ports(protocol, {{"From", 80}}), where + "an entry for TCP or UDP needs From and To");
    EXPECT_EQ(entry({{"Protocol", protocol}}), where + "an entry for TCP or UDP needs From and To");
  }
  EXPECT_EQ(ports("-1", {{"From", 90}, {"To", 80}}), "none");
  EXPECT_EQ(entry({{"Protocol", "1"}}), "Entries[0].IcmpTypeCode: an entry for ICMP needs Type and Code");
  EXPECT_EQ(entry({{"Protocol", "1"}, {"IcmpTypeCode", {{"Type", 8}, {"Code", -1}}}}), "none");
  EXPECT_EQ(entry({{"Ipv6CidrBlock", "::/0"}}), "Entries[0].CidrBlock: the entry has both this and Ipv6CidrBlock");
  EXPECT_EQ(fault("network-acls", acl, [](Json& record) { record["Entries"][0].erase("CidrBlock"); }),
            "Entries[0].CidrBlock: the entry has neither this nor Ipv6CidrBlock");
}

TEST_F(Contradictions, OfARouteTableAreRefused) {
  const auto route = [&](const Json& members) {
    return fault("route-tables", table, [&](Json& record) { record["Routes"].push_back(members); });
  };
  EXPECT_EQ(route({{"DestinationCidrBlock", "1.0.0.0/8"}, {"Origin", "CreateRoute"}}),
            "Routes[2]: the route has no target");
  EXPECT_EQ(route({{"GatewayId", "igw-01234567"}, {"Origin", "CreateRoute"}}),
            "Routes[2]: the route has 0 destinations");
  const auto leads_to = [&](Json targets) {
    targets.update({{"DestinationCidrBlock", "1.0.0.0/8"}, {"Origin", "CreateRoute"}});
    return route(targets);
  };
  const std::string interface = "eni-01234567";
  EXPECT_EQ(leads_to({{"GatewayId", "local"}, {"NatGatewayId", "nat-01234567"}}), "Routes[2]: the route has 2 targets");
  EXPECT_EQ(leads_to({{"GatewayId", "local"}, {"NetworkInterfaceId", interface}}),
            "Routes[2]: the route has 2 targets");
  EXPECT_EQ(leads_to({{"InstanceId", "i-01234567"}, {"NetworkInterfaceId", interface}}), "none") << "AWS shows both";
  const auto association = [&](const Json& members) {
    Json whole = {{"RouteTableAssociationId", "rtbassoc-01234567"}};
    whole.update(members);
    return fault("route-tables", table, [&](Json& record) { record["Associations"] = Json::array({whole}); });
  };
  EXPECT_EQ(association({{"Main", false}}),
            "Associations[0]: the association is not with exactly one subnet or gateway");
  EXPECT_EQ(association({{"Main", true}, {"SubnetId", "subnet-01234567"}}),
            "Associations[0].Main: the main association is with nothing but the VPC");
  EXPECT_EQ(association({{"Main", false}, {"SubnetId", "subnet-01234567"}}), "none");
}

TEST_F(Contradictions, OfASubnetsOrVpcsBlockWithAwsAreRefused) {
  const std::string subnet = default_subnets().at(0);
  const auto block = [&](const std::string& text) {
    return fault("subnets", subnet, [&](Json& record) { record["CidrBlock"] = text; });
  };
  for (const char* text : {"172.31.0.0/29", "172.31.0.0/30", "172.0.0.0/15"}) {
    EXPECT_EQ(block(text), "CidrBlock: '" + std::string(text) + "' is not an IPv4 block from /16 to /28");
  }
  EXPECT_EQ(block("172.31.0.0/28"), "none");
  EXPECT_EQ(block(""), "CidrBlock: the subnet has neither an IPv4 nor an IPv6 block");
  const auto ipv6 = [&](const std::string& name, const std::string& key, const std::string& text) {
    return fault(name, key, [&](Json& record) {
      record["Ipv6CidrBlocks"] = Json::array({{{"AssociationId", "subnet-cidr-assoc-01234567"}}});
      if (name == "vpcs") record["Ipv6CidrBlocks"] = Json::parse(store.tables.at(name).at(key))["Ipv6CidrBlocks"];
      record["Ipv6CidrBlocks"][0]["Ipv6CidrBlock"] = text;
    });
  };
  const std::string where = "Ipv6CidrBlocks[0].Ipv6CidrBlock: ";
  for (const char* text : {"2600::/8", "2600:1f18::/57", "2600:1f18::/64", "2600:1f18::/40"}) {
    EXPECT_EQ(ipv6("vpcs", vpc, text), where + '\'' + text + "' is not an IPv6 block from /44 to /60 in steps of 4");
  }
  EXPECT_EQ(ipv6("vpcs", vpc, "2600:1f18::/60"), "none");
  EXPECT_EQ(ipv6("subnets", subnet, "2600:1f18::/64"), "none");
  EXPECT_EQ(ipv6("subnets", subnet, "2600:1f18::/62"),
            where + "'2600:1f18::/62' is not an IPv6 block from /44 to /64 in steps of 4");
}

TEST_F(Contradictions, OfAddressesAreRefused) {
  const std::string eip = store.tables.at("addresses").begin()->first;
  const auto address = [&](const Json& members) {
    return fault("addresses", eip, [&](Json& record) { record.update(members); });
  };
  EXPECT_EQ(address({{"PublicIp", "300.1.1.1"}}), "PublicIp: '300.1.1.1' is not an IPv4 address such as 10.0.0.4");
  EXPECT_EQ(address({{"NetworkInterfaceId", "eni-01234567"}, {"PrivateIpAddress", "10.0.0.4"}}),
            "AssociationId: AssociationId, NetworkInterfaceId and PrivateIpAddress are set together or not at all");

  const std::string eni = store.tables.at("network-interfaces").begin()->first;
  const auto interface = [&](const std::string& path, const Json& value) {
    return fault("network-interfaces", eni, [&](Json& record) { set(record, path, value); });
  };
  const std::string first = "PrivateIpAddresses[0].";
  EXPECT_EQ(interface(first + "PrivateIpAddress", "banana"),
            first + "PrivateIpAddress: 'banana' is not an IPv4 address such as 10.0.0.4");
  EXPECT_EQ(interface(first + "Primary", false), first + "Primary: the first address is primary, and no other");
  EXPECT_EQ(interface("PrivateIpAddresses[1]", {{"Primary", true}, {"PrivateIpAddress", "10.0.0.9"}}),
            "PrivateIpAddresses[1].Primary: the first address is primary, and no other");
  EXPECT_EQ(interface("PrivateIpAddresses[1]", {{"Primary", false}, {"PrivateIpAddress", "10.0.0.9"}}), "none");
  for (const char* mac : {"", "0e:49:61:0f:c3", "0e:49:61:0f:c3:1g", "0e-49-61-0f-c3-11", "0e:49:61:0f:c3:111"}) {
    EXPECT_EQ(interface("MacAddress", mac),
              "MacAddress: '" + std::string(mac) + "' is not a MAC address such as 0e:49:61:0f:c3:11");
  }
}

TEST_F(Contradictions, OfANatGatewayWithTheAddressesOfAnotherTypeAreRefused) {
  const std::string gateway = store.tables.at("nat-gateways").begin()->first;
  EXPECT_EQ(fault("nat-gateways", gateway, [](Json& record) { record["ConnectivityType"] = "public"; }),
            "NatGatewayAddresses[0].AllocationId: a public gateway needs one");
  const auto with = [&](const std::string& member, const char* value) {
    return fault("nat-gateways", gateway, [&](Json& record) { record["NatGatewayAddresses"][0][member] = value; });
  };
  const std::string told = "NatGatewayAddresses[0]: a private gateway has no public address";
  EXPECT_EQ(with("AllocationId", "eipalloc-01234567"), told);
  EXPECT_EQ(with("PublicIp", "198.18.0.1"), told);
  EXPECT_EQ(with("PrivateIp", "10.0.0.9"), "none");
}

TEST_F(Contradictions, OfAnEndpointWithTheMembersOfAnotherTypeAreRefused) {
  const auto endpoint = [&](const std::string& type, const std::string& member, const Json& value) {
    return fault("vpc-endpoints", store.tables.at("vpc-endpoints").begin()->first, [&](Json& record) {
      for (const char* list : {"RouteTableIds", "SubnetIds", "Groups"}) record[list] = Json::array();
      record["VpcEndpointType"] = type;
      record[member].push_back(value);
    });
  };
  EXPECT_EQ(endpoint("Gateway", "SubnetIds", "subnet-01234567"), "SubnetIds: a Gateway endpoint has no subnets");
  EXPECT_EQ(endpoint("Gateway", "Groups", {{"GroupId", "sg-01234567"}}),
            "Groups: a Gateway endpoint has no security groups");
  EXPECT_EQ(endpoint("Gateway", "RouteTableIds", "rtb-01234567"), "none");
  EXPECT_EQ(endpoint("Interface", "RouteTableIds", "rtb-01234567"),
            "RouteTableIds: only a Gateway endpoint has route tables");
  EXPECT_EQ(endpoint("Interface", "SubnetIds", "subnet-01234567"), "none");
}

TEST_F(Contradictions, OfAnEndpointOfNoServiceAreRefused) {
  const std::string endpoint = store.tables.at("vpc-endpoints").begin()->first;
  EXPECT_EQ(fault("vpc-endpoints", endpoint, [](Json& record) { record["ServiceName"] = "banana"; }),
            "ServiceName: 'banana' is not the name of a service such as com.amazonaws.us-east-1.s3");
  EXPECT_EQ(fault("vpc-endpoints", endpoint,
                  [](Json& record) {
                    record["Groups"] = Json::array();
                    record["VpcEndpointType"] = "Gateway";
                    record["PrivateDnsEnabled"] = true;
                  }),
            "PrivateDnsEnabled: a Gateway endpoint has no private names");
}

TEST_F(Contradictions, OfDhcpOptionsThatAwsDoesNotKnowAreRefused) {
  const std::string set = store.tables.at("dhcp-options").begin()->first;
  const auto option = [&](const std::string& key, const std::vector<std::string>& values) {
    return fault("dhcp-options", set, [&](Json& record) {
      record["DhcpConfigurations"][0] = {{"Key", key}, {"Values", values}};
    });
  };
  const std::string refused = "DhcpConfigurations[0]: Value (banana) for parameter ";
  EXPECT_EQ(option("banana", {"a"}), refused + "name is invalid. Unknown DHCP option");
  for (const char* key : {"domain-name-servers", "ntp-servers", "netbios-name-servers", "netbios-node-type"}) {
    EXPECT_EQ(option(key, {"banana"}), refused + "value is invalid. Invalid DHCP option value.");
  }
  EXPECT_EQ(option("netbios-node-type", {}), "DhcpConfigurations[0].Values: expected at least 1 in the list");
  EXPECT_EQ(option("netbios-node-type", {"2"}), "none");
  EXPECT_EQ(option("domain-name", {"banana"}), "none");
}

TEST_F(Contradictions, OfAFormerVersionOfAPrefixListAreRefused) {
  const std::string list = store.tables.at("prefix-lists").begin()->first;
  const auto former = [&](int version, const char* cidr) {
    return fault("prefix-lists", list, [&](Json& record) {
      record["Version"] = 2;
      record["FormerVersions"] = {{{"Version", version}, {"Entries", {{{"Cidr", cidr}}}}}};
    });
  };
  EXPECT_EQ(former(1, "banana"),
            "FormerVersions[0].Entries[0].Cidr: 'banana' is not an IPv4 block such as 10.0.0.0/16");
  EXPECT_EQ(former(2, "10.0.0.0/8"), "FormerVersions[0].Version: it is not below 2");
  EXPECT_EQ(former(1, "10.0.0.0/8"), "none");
}

TEST_F(Contradictions, OfAPrefixListWithoutANameAreRefused) {
  const std::string list = store.tables.at("prefix-lists").begin()->first;
  EXPECT_EQ(fault("prefix-lists", list, [](Json& record) { record["PrefixListName"] = ""; }),
            "PrefixListName: it is empty");
}

TEST_F(Contradictions, OfATransitGatewayAreRefused) {
  const std::string gateway = store.tables.at("transit-gateways").begin()->first;
  const auto option = [&](const std::string& name, const Json& value) {
    return fault("transit-gateways", gateway, [&](Json& record) { record["Options"][name] = value; });
  };
  const std::string blocks = "TransitGatewayCidrBlocks", first = "Options.TransitGatewayCidrBlocks[0]: ";
  for (const char* bad : {"banana", "10.0.0.0/25", "2001:db8::/65"}) {
    EXPECT_EQ(option(blocks, {bad}),
              first + '\'' + bad + "' is not an IPv4 block up to /24 or an IPv6 block up to /64");
  }
  EXPECT_EQ(option(blocks, {"10.0.0.1/24"}),
            first + "'10.0.0.1/24' has bits set after its prefix; the block is 10.0.0.0/24");
  EXPECT_EQ(option(blocks, {"10.0.0.0/24", "2001:db8::/64"}), "none");
  const std::string route_table = "AssociationDefaultRouteTableId";
  EXPECT_EQ(option(route_table, "banana"),
            "Options." + route_table +
                ": 'banana' is not an id; expected tgw-rtb- and 17 lower-case hexadecimal "
                "digits");
  EXPECT_EQ(option(route_table, "tgw-rtb-01234567"), "none");
}

TEST_F(Contradictions, OfAnIncompleteDetachmentAreRefused) {
  const std::string gateway = store.tables.at("vpn-gateways").begin()->first;
  const auto with = [&](const Json& members) {
    return fault("vpn-gateways", gateway, [&](Json& record) { record.update(members); });
  };
  const std::string told = "FormerVpcId: FormerVpcId and DetachmentTime are set together or not at all";
  EXPECT_EQ(with({{"FormerVpcId", vpc}}), told);
  EXPECT_EQ(with({{"DetachmentTime", "2026-01-31T12:00:00Z"}}), told);
  EXPECT_EQ(with({{"FormerVpcId", vpc}, {"DetachmentTime", "2026-01-31T12:00:00Z"}}), "none");
}

TEST_F(Contradictions, OfABlockThatIsAdvertisedElsewhereAreRefused) {
  const auto group = [&](const char* name) {
    return fault("vpcs", vpc, [&](Json& record) { record["Ipv6CidrBlocks"][0]["NetworkBorderGroup"] = name; });
  };
  EXPECT_EQ(group("eu-west-1"), "Ipv6CidrBlocks[0].NetworkBorderGroup: 'eu-west-1' is not a location of us-east-1");
  EXPECT_EQ(group("us-east-1-bos-1"), "none");
}

TEST_F(Contradictions, OfAPeeringOfAVpcWithItselfAreRefused) {
  const auto in_state = [&](const char* state) {
    return fault("vpc-peering-connections", store.tables.at("vpc-peering-connections").begin()->first,
                 [&](Json& record) {
                   record["AccepterVpcInfo"]["VpcId"] = record["RequesterVpcInfo"]["VpcId"] = vpc;
                   record["StatusCode"] = state;
                   if (std::string_view(state) == "failed") record["OverSince"] = "2026-01-31T12:00:00Z";
                 });
  };
  EXPECT_EQ(in_state("active"), "AccepterVpcInfo.VpcId: " + vpc + " is also the VPC of RequesterVpcInfo");
  EXPECT_EQ(in_state("failed"), "none");
  // In another account there may be a VPC of that id.
  EXPECT_EQ(fault("vpc-peering-connections", store.tables.at("vpc-peering-connections").begin()->first,
                  [&](Json& record) {
                    record["AccepterVpcInfo"] = {{"VpcId", vpc}, {"OwnerId", "999999999999"}};
                    record["RequesterVpcInfo"]["VpcId"] = vpc;
                    record["StatusCode"] = "active";
                  }),
            "none");
}

TEST_F(Contradictions, OfAPeeringThatEndedAtAnUnknownTimeAreRefused) {
  const std::string peering = store.tables.at("vpc-peering-connections").begin()->first;
  for (const char* state : {"deleted", "rejected", "expired", "failed"}) {
    EXPECT_EQ(fault("vpc-peering-connections", peering, [&](Json& record) { record["StatusCode"] = state; }),
              "OverSince: it is missing, and StatusCode is " + std::string(state));
  }
}

TEST_F(HandEdits, AreReportedIfALocalRouteLeavesTheVpc) {
  const std::string main = id_with("route-tables", "\"Main\":true");
  const std::string its = Json::parse(store.tables.at("route-tables").at(main))["VpcId"];
  const std::string block = Json::parse(store.tables.at("route-tables").at(main))["Routes"][0]["DestinationCidrBlock"];
  const std::string told = in("route-tables", main) + "Routes[0]: the route is for " + block + ", a block of " + its +
                           ", but leads out of it";
  const auto lead_to = [&](const std::string& member, const std::string& target) {
    edit("route-tables", main, [&](Json& record) {
      for (const char* other : {"GatewayId", "NetworkInterfaceId"}) record["Routes"][0].erase(other);
      record["Routes"][0][member] = target;
    });
    return verify();
  };
  for (const auto& [id, line] : store.tables.at("internet-gateways")) {
    EXPECT_EQ(lead_to("GatewayId", id), Lines{told}) << "of this VPC as of another";
  }
  EXPECT_EQ(lead_to("GatewayId", "vgw-0123456789abcdef0"), Lines{told});
  // Not out of the VPC, though nothing is there any more.
  EXPECT_EQ(lead_to("GatewayId", "vpce-0123456789abcdef0"), Lines{});
  EXPECT_EQ(lead_to("NetworkInterfaceId", "eni-0123456789abcdef0"), Lines{});
  EXPECT_EQ(lead_to("GatewayId", "local"), Lines{});
}

TEST_F(HandEdits, AreReportedIfOnlyTheVpcOfDefaultSubnetsIsNoDefaultVpc) {
  const std::string subnet = default_subnets().at(0);
  const std::string its = Json::parse(store.tables.at("subnets").at(subnet))["VpcId"];
  edit("vpcs", its, [](Json& record) { record["IsDefault"] = false; });
  const Lines lines = verify();
  EXPECT_EQ(lines.size(), default_subnets().size());
  EXPECT_EQ(lines.at(0), in("subnets", subnet) + "DefaultForAz: its VPC " + its + " is not a default VPC");
}

TEST_F(HandEdits, AreToldWhichKindOfIdBelongsThere) {
  const std::string gateway = ok("create-internet-gateway")["InternetGateway"]["InternetGatewayId"];
  const std::string acl = id_with("network-acls", vpc);
  edit("internet-gateways", gateway, [&](Json& record) { record["VpcId"] = acl; });
  EXPECT_EQ(verify(), Lines{in("internet-gateways", gateway) + "VpcId: '" + acl +
                            "' is not the id of a vpc; expected vpc- and 17 lower-case hexadecimal digits"});
}

// What such a member names may be gone, but must have been of its kind.
TEST_F(HandEdits, AreReportedIfWhatMayBeGoneIsNoIdOfItsKind) {
  const auto target = [&](const std::string& member, const std::string& value) {
    edit("route-tables", table, [&](Json& record) {
      record["Routes"][2] = {{"DestinationCidrBlock", "1.0.0.0/8"}, {"Origin", "CreateRoute"}, {member, value}};
    });
    return verify();
  };
  const auto told = [&](const std::string& member, const std::string& type, const std::string& prefix) {
    return Lines{in("route-tables", table) + "Routes[2]." + member + ": 'banana' is not the id of a " + type +
                 "; expected " + prefix + " and 17 lower-case hexadecimal digits"};
  };
  EXPECT_EQ(target("NatGatewayId", "banana"), told("NatGatewayId", "natgateway", "nat-"));
  EXPECT_EQ(target("NetworkInterfaceId", "banana"), told("NetworkInterfaceId", "network-interface", "eni-"));
  EXPECT_EQ(target("GatewayId", "banana"), told("GatewayId", "internet-gateway", "igw-"));
  EXPECT_EQ(target("NatGatewayId", "nat-0123456789abcdef0"), Lines{});
  EXPECT_EQ(target("GatewayId", "vgw-0123456789abcdef0"), Lines{});
  const std::string gateway = store.tables.at("vpn-gateways").begin()->first;
  edit("vpn-gateways", gateway, [&](Json& record) {
    record["FormerVpcId"] = "banana";
    record["DetachmentTime"] = "2026-11-24T14:00:00Z";
  });
  EXPECT_EQ(verify(), (Lines{in("vpn-gateways", gateway) +
                             "FormerVpcId: 'banana' is not the id of a vpc; expected vpc- and 17 lower-case "
                             "hexadecimal digits"}));
}

TEST_F(HandEdits, AreReportedIfWhatIsOverNamesNoIdOfItsKind) {
  const std::string gateway = store.tables.at("nat-gateways").begin()->first;
  ok("delete-nat-gateway", {{"NatGatewayId", gateway}});
  EXPECT_EQ(verify(), Lines{});
  edit("nat-gateways", gateway, [](Json& record) {
    record["ConnectivityType"] = "public";
    record["NatGatewayAddresses"] = {{{"AllocationId", "eipalloc-01234567"}, {"AssociationId", "banana"}}};
    record["VpcId"] = "banana";
  });
  const std::string where = in("nat-gateways", gateway), digits = " and 17 lower-case hexadecimal digits";
  EXPECT_EQ(verify(), (Lines{where + "VpcId: 'banana' is not the id of a vpc; expected vpc-" + digits,
                             where +
                                 "NatGatewayAddresses[0].AssociationId: 'banana' is not the id of a part of a record; "
                                 "expected eipassoc-" +
                                 digits}));
}

TEST_F(HandEdits, AreReportedIfAnIdIsListedTwice) {
  const std::string attachment = store.tables.at("transit-gateway-vpc-attachments").begin()->first;
  edit("transit-gateway-vpc-attachments", attachment,
       [](Json& record) { record["SubnetIds"].push_back(record["SubnetIds"][0]); });
  const Json record = Json::parse(store.tables.at("transit-gateway-vpc-attachments").at(attachment));
  const std::string subnet = record["SubnetIds"][0];
  EXPECT_EQ(verify(), Lines{in("transit-gateway-vpc-attachments", attachment) + "SubnetIds[1]: " + subnet +
                            " is also in SubnetIds[0]"});
  edit("transit-gateway-vpc-attachments", attachment, [](Json& edited) { edited["SubnetIds"] = Json::array(); });
  EXPECT_EQ(verify(), Lines{in("transit-gateway-vpc-attachments", attachment) + "SubnetIds: it is in no subnet"});
}

class NatGatewayEdits : public HandEdits {
 protected:
  NatGatewayEdits() {
    const std::string subnet = default_subnets().at(0);
    allocation = ok("allocate-address")["AllocationId"];
    const Json request = {{"SubnetId", subnet}, {"AllocationId", allocation}};
    gateway = ok("create-nat-gateway", request)["NatGateway"]["NatGatewayId"];
    interface = its()["NetworkInterfaceId"];
  }

  Json its() { return Json::parse(store.tables.at("nat-gateways").at(gateway))["NatGatewayAddresses"][0]; }

  // The problems once a member of its address has that value; nothing else changes.
  Lines with(const std::string& member, const Json& value) {
    const std::string before = store.tables.at("nat-gateways").at(gateway);
    edit("nat-gateways", gateway, [&](Json& record) { record["NatGatewayAddresses"][0][member] = value; });
    Lines problems = verify();
    store.tables.at("nat-gateways").at(gateway) = before;
    return problems;
  }

  // The problems once a record is gone.
  Lines without(const std::string& name, const std::string& key) {
    const std::string line = store.tables.at(name).at(key);
    store.tables.at(name).erase(key);
    Lines problems = verify();
    store.tables.at(name)[key] = line;
    return problems;
  }

  [[nodiscard]] std::string at(const std::string& member) const {
    return in("nat-gateways", gateway) + "NatGatewayAddresses[0]." + member + ": ";
  }

  std::string allocation, gateway, interface;
};

TEST_F(NatGatewayEdits, AreReportedIfWhatBelongsToItIsGone) {
  EXPECT_EQ(verify(), Lines{});
  EXPECT_EQ(without("nat-gateways", gateway),
            Lines{in("network-interfaces", interface) + "InterfaceType: no NAT gateway has this interface"});
  EXPECT_EQ(without("addresses", allocation), Lines{at("AllocationId") + "there is no " + allocation});
  EXPECT_EQ(without("network-interfaces", interface),
            (Lines{in("addresses", allocation) + "NetworkInterfaceId: there is no " + interface,
                   at("NetworkInterfaceId") + "there is no " + interface}));
}

TEST_F(NatGatewayEdits, AreReportedIfItsAddressContradictsOtherRecords) {
  const std::string ip = its()["PublicIp"], private_ip = its()["PrivateIp"], association = its()["AssociationId"];
  EXPECT_EQ(with("PublicIp", "198.19.0.1"), Lines{at("PublicIp") + allocation + " is " + ip});
  EXPECT_EQ(with("PrivateIp", "172.31.0.99"),
            (Lines{at("PrivateIp") + "172.31.0.99 is not an address of " + interface,
                   at("PrivateIp") + allocation + " is associated with another: " + private_ip}));
  EXPECT_EQ(with("AssociationId", "eipassoc-0123456789abcdef0"),
            Lines{at("AssociationId") + "that of " + allocation + " is another: " + association});
  const std::string other = ok("allocate-address")["AllocationId"];
  EXPECT_EQ(with("AllocationId", other).size(), 2U);
  const std::string own =
      ok("create-network-interface", {{"SubnetId", default_subnets().at(1)}})["NetworkInterface"]["NetworkInterfaceId"];
  EXPECT_EQ(with("NetworkInterfaceId", own),
            (Lines{at("NetworkInterfaceId") + own + " is not one of a NAT gateway",
                   at("NetworkInterfaceId") + own + " is in another subnet",
                   at("PrivateIp") + private_ip + " is not an address of " + own,
                   at("NetworkInterfaceId") + allocation + " is that of another interface: " + interface,
                   in("network-interfaces", interface) + "InterfaceType: no NAT gateway has this interface"}));
}

// AWS shows a pending gateway without its interface; here every gateway that lives has one.
TEST_F(NatGatewayEdits, AreReportedIfItHasNoInterfaceYet) {
  edit("nat-gateways", gateway, [&](Json& record) {
    record["TransitionStart"] = "2026-01-31T12:00:00Z";
    record["NatGatewayAddresses"] = {{{"AllocationId", allocation}}};
  });
  store.tables.at("network-interfaces").erase(interface);
  edit("addresses", allocation, [](Json& record) {
    for (const char* member : {"AssociationId", "NetworkInterfaceId", "PrivateIpAddress"}) record.erase(member);
  });
  EXPECT_EQ(verify(), Lines{at("NetworkInterfaceId") +
                            "it is missing: here a gateway has its interface from the start, even while pending"});
}

TEST_F(NatGatewayEdits, AreReportedIfTwoHaveOneInterface) {
  const std::string copy = "nat-0ffffffffffffffff";
  store.tables.at("nat-gateways")[copy] = store.tables.at("nat-gateways").at(gateway);
  edit("nat-gateways", copy, [&](Json& record) { record["Serial"] = ++store.header.serial; });
  EXPECT_EQ(verify(), Lines{in("nat-gateways", copy) + "NatGatewayAddresses[0].NetworkInterfaceId: " + interface +
                            " is that of " + gateway});
}

// What is over has nothing, and keeps the ids of what it had.
TEST_F(NatGatewayEdits, NeedNothingOnceItIsDeleted) {
  options.pace = Pace::real;
  ok("delete-nat-gateway", {{"NatGatewayId", gateway}});
  EXPECT_TRUE(store.tables.at("network-interfaces").contains(interface));
  EXPECT_EQ(verify(), Lines{});
  options.pace = Pace::instant;
  ok("release-address", {{"AllocationId", allocation}});
  EXPECT_FALSE(store.tables.at("network-interfaces").contains(interface));
  EXPECT_EQ(verify(), Lines{});
}

TEST_F(HandEdits, AreReportedIfAVpcLacksWhatComesWithIt) {
  const std::string main = id_with("route-tables", "\"Main\":true");
  const std::string its_vpc = Json::parse(store.tables.at("route-tables").at(main))["VpcId"];
  edit("route-tables", main, [](Json& record) { record["Associations"] = Json::array(); });
  EXPECT_EQ(verify(), Lines{in("vpcs", its_vpc) +
                            "it has 0 main route tables instead of 1: no such record of table \"route-tables\" has "
                            "its VpcId"});
}

TEST_F(HandEdits, AreReportedIfATokenNamesNoResource) {
  const std::string key = store.tables.at("client-tokens").begin()->first;
  edit("client-tokens", key, [](Json& record) { record["ResourceId"] = "banana"; });
  EXPECT_EQ(verify(), Lines{in("client-tokens", key) + "ResourceId: 'banana' is not the id of a resource"});
}

TEST_F(HandEdits, AreReportedIfAVpnGatewayIsInNoZoneOfItsRegion) {
  const std::string gateway = store.tables.at("vpn-gateways").begin()->first;
  edit("vpn-gateways", gateway, [](Json& record) { record["AvailabilityZone"] = "eu-west-1a"; });
  EXPECT_EQ(verify(), Lines{in("vpn-gateways", gateway) + "AvailabilityZone: 'eu-west-1a' is not a zone of us-east-1"});
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

TEST_F(HandEdits, AreReportedIfARouteIsRepeated) {
  edit("route-tables", table, [](Json& record) { record["Routes"].push_back(record["Routes"][0]); });
  EXPECT_EQ(verify(),
            Lines{in("route-tables", table) + "Routes[2].DestinationCidrBlock: 10.0.0.0/16 is also in Routes[0]"});
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
