// What each operation does, refuses and shows.
#include "core/net/ipv6_cidr.h"
#include "tests/unit/core/engine_fixture.h"

namespace ec2mimic::test {
namespace {

using Vpcs = EngineTest;
using RouteTables = EngineTest;
using NetworkAcls = EngineTest;
using InternetGateways = EngineTest;
using Tags = EngineTest;
using Describes = EngineTest;

Json filters(std::string_view name, const std::vector<std::string>& values) {
  return {{"Filters", {{{"Name", name}, {"Values", values}}}}};
}

std::vector<std::string> names(const Json& object) {
  std::vector<std::string> all;
  for (const auto& item : object.items()) all.push_back(item.key());
  return all;
}

TEST_F(Vpcs, ArePendingInCreateAndAvailableInDescribe) {
  const Json created = ok("create-vpc", {{"CidrBlock", "10.237.19.7/20"}})["Vpc"];
  EXPECT_EQ(created["State"], "pending");
  EXPECT_EQ(created["CidrBlock"], "10.237.16.0/20") << "host bits are cleared";
  EXPECT_EQ(created["Ipv6CidrBlockAssociationSet"], Json::array());
  EXPECT_EQ(names(created), (std::vector<std::string>{"OwnerId", "InstanceTenancy", "Ipv6CidrBlockAssociationSet",
                                                      "CidrBlockAssociationSet", "IsDefault", "VpcId", "State",
                                                      "CidrBlock", "DhcpOptionsId"}));
  const Json shown = ok("describe-vpcs", {{"VpcIds", {created["VpcId"]}}})["Vpcs"][0];
  EXPECT_EQ(shown["State"], "available");
  EXPECT_EQ(shown["BlockPublicAccessStates"]["InternetGatewayBlockMode"], "off");
  EXPECT_FALSE(shown.contains("Ipv6CidrBlockAssociationSet"));
  EXPECT_EQ(shown["CidrBlockAssociationSet"][0]["CidrBlockState"]["State"], "associated");
}

TEST_F(Vpcs, NeedBlocksOfTheRightSizeThatMayOverlap) {
  EXPECT_EQ(refused("create-vpc", Json::object()),
            "MissingParameter: Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided.");
  EXPECT_EQ(refused("create-vpc", {{"Ipv4IpamPoolId", "ipam-pool-1"}}),
            "InvalidParameterCombination: The request cannot contain empty CIDR and Netmask Length for a pool with no "
            "default allocation netmask length set. Exactly one of them should be provided.");
  EXPECT_EQ(refused("create-vpc", {{"Ipv4IpamPoolId", "ipam-pool-1"}, {"Ipv4NetmaskLength", 20}}),
            "InvalidIpamPoolId.NotFound: The ipam-pool ID 'ipam-pool-1' does not exist");
  EXPECT_EQ(
      refused("create-vpc", {{"CidrBlock", "10.0.0.0"}}),
      "InvalidParameterValue: Value (10.0.0.0) for parameter cidrBlock is invalid. This is not a valid CIDR block.");
  for (const char* size : {"10.0.0.0/15", "10.0.0.0/29"}) {
    EXPECT_EQ(refused("create-vpc", {{"CidrBlock", size}}),
              "InvalidVpc.Range: The CIDR '" + std::string(size) + "' is invalid.");
  }
  EXPECT_NE(new_vpc("10.0.0.0/16"), new_vpc("10.0.0.0/16"));
  EXPECT_EQ(refused("create-vpc", {{"CidrBlock", "10.0.0.0/16"}, {"InstanceTenancy", "bogus"}}),
            "InvalidParameterValue: Value (bogus) for parameter instanceTenancy is invalid.");
}

TEST_F(Vpcs, AreCreatedWithTableAclAndGroup) {
  const std::string vpc = new_vpc();
  const Json table = ok("describe-route-tables", filters("vpc-id", {vpc}))["RouteTables"].at(0);
  ASSERT_EQ(table["Associations"].size(), 1U);
  EXPECT_EQ(table["Associations"][0]["Main"], true);
  EXPECT_FALSE(table["Associations"][0].contains("SubnetId"));
  EXPECT_EQ(table["Associations"][0]["RouteTableId"], table["RouteTableId"]);
  EXPECT_EQ(table["Associations"][0]["AssociationState"]["State"], "associated");
  EXPECT_EQ(table["Routes"], Json::parse(R"([{"DestinationCidrBlock":"10.0.0.0/16","GatewayId":"local",
                                              "Origin":"CreateRouteTable","State":"active"}])"));
  const Json acl = ok("describe-network-acls", filters("vpc-id", {vpc}))["NetworkAcls"].at(0);
  EXPECT_EQ(acl["IsDefault"], true);
  std::string entries;
  for (const Json& entry : acl["Entries"]) {
    entries += (entry["Egress"].get<bool>() ? "out " : "in ") + entry["RuleNumber"].dump() + ' ' +
               entry["RuleAction"].get<std::string>() + ' ' + entry["Protocol"].get<std::string>() + ", ";
    EXPECT_EQ(names(entry), (std::vector<std::string>{"CidrBlock", "Egress", "Protocol", "RuleAction", "RuleNumber"}));
  }
  EXPECT_EQ(entries, "out 100 allow -1, out 32767 deny -1, in 100 allow -1, in 32767 deny -1, ");
  EXPECT_EQ(store.tables.at("security-groups").size(), 2U);
  EXPECT_EQ(store.tables.at("security-group-rules").size(), 4U);
}

TEST_F(Vpcs, WithIpv6HaveItsRoutesAndEntries) {
  const Json vpc = ok("create-vpc", {{"CidrBlock", "10.0.0.0/16"}, {"AmazonProvidedIpv6CidrBlock", true}})["Vpc"];
  const Json created = vpc["Ipv6CidrBlockAssociationSet"][0];
  EXPECT_EQ(created["Ipv6CidrBlock"], "") << "not known yet";
  EXPECT_EQ(names(created), (std::vector<std::string>{"AssociationId", "Ipv6CidrBlock", "Ipv6CidrBlockState",
                                                      "NetworkBorderGroup", "Ipv6Pool"}));
  const Json shown = ok("describe-vpcs", {{"VpcIds", {vpc["VpcId"]}}})["Vpcs"][0]["Ipv6CidrBlockAssociationSet"][0];
  EXPECT_EQ(shown["AssociationId"], created["AssociationId"]);
  const std::string block = shown["Ipv6CidrBlock"];
  EXPECT_TRUE(block.starts_with("2600:1f18:") && block.ends_with("::/56")) << block;
  EXPECT_EQ(net::Ipv6Cidr::parse(block).value().text(), block);
  EXPECT_EQ(vpc["Ipv6CidrBlockAssociationSet"][0]["Ipv6CidrBlockState"]["State"], "associating");
  const std::string id = vpc["VpcId"];
  const Json routes = ok("create-route-table", {{"VpcId", id}})["RouteTable"]["Routes"];
  ASSERT_EQ(routes.size(), 2U);
  EXPECT_EQ(routes[1]["DestinationIpv6CidrBlock"], block);
  EXPECT_EQ(ok("create-network-acl", {{"VpcId", id}})["NetworkAcl"]["Entries"].size(), 4U);
  EXPECT_EQ(ok("describe-network-acls", filters("entry.rule-number", {"32768"}))["NetworkAcls"].size(), 2U);
}

TEST_F(Vpcs, AreDeletedWithTheirCompanionsOnly) {
  const std::string vpc = new_vpc();
  ok("delete-vpc", {{"VpcId", vpc}});
  for (const auto& [table, lines] : store.tables) {
    for (const auto& [key, line] : lines) EXPECT_EQ(line.find(vpc), std::string::npos) << table << ' ' << key;
  }
  EXPECT_EQ(refused("delete-vpc", {{"VpcId", vpc}}), "InvalidVpcID.NotFound: The vpc ID '" + vpc + "' does not exist");
}

TEST_F(Vpcs, CannotBeDeletedWhileSomethingDependsOnThem) {
  const std::string vpc = new_vpc();
  const std::string refusal = "DependencyViolation: The vpc '" + vpc + "' has dependencies and cannot be deleted.";
  const std::string table = ok("create-route-table", {{"VpcId", vpc}})["RouteTable"]["RouteTableId"];
  EXPECT_EQ(refused("delete-vpc", {{"VpcId", vpc}}), refusal);
  ok("delete-route-table", {{"RouteTableId", table}});
  const std::string acl = ok("create-network-acl", {{"VpcId", vpc}})["NetworkAcl"]["NetworkAclId"];
  EXPECT_EQ(refused("delete-vpc", {{"VpcId", vpc}}), refusal);
  ok("delete-network-acl", {{"NetworkAclId", acl}});
  ok("delete-vpc", {{"VpcId", vpc}});
  const std::string default_vpc = ok("describe-vpcs", filters("is-default", {"true"}))["Vpcs"][0]["VpcId"];
  EXPECT_EQ(refused("delete-vpc", {{"VpcId", default_vpc}}),
            "DependencyViolation: The vpc '" + default_vpc + "' has dependencies and cannot be deleted.");
}

TEST_F(Vpcs, HaveDnsHostnamesOnlyIfDefault) {
  const std::string vpc = new_vpc();
  for (const auto& [id, line] : store.tables.at("vpcs")) {
    EXPECT_EQ(Json::parse(line)["EnableDnsHostnames"], id != vpc);
  }
}

TEST_F(RouteTables, AreShownInTheModelsOrder) {
  const Json response = ok("create-route-table", {{"VpcId", new_vpc()}, {"ClientToken", "t"}});
  EXPECT_EQ(names(response), (std::vector<std::string>{"RouteTable", "ClientToken"}));
  EXPECT_EQ(names(response["RouteTable"]), (std::vector<std::string>{"Associations", "PropagatingVgws", "RouteTableId",
                                                                     "Routes", "Tags", "VpcId", "OwnerId"}));
}

TEST_F(RouteTables, CanBeDeletedUnlessMain) {
  const std::string vpc = new_vpc();
  const std::string table = ok("create-route-table", {{"VpcId", vpc}})["RouteTable"]["RouteTableId"];
  EXPECT_EQ(ok("delete-route-table", {{"RouteTableId", table}}), Json::object());
  EXPECT_EQ(refused("delete-route-table", {{"RouteTableId", table}}),
            "InvalidRouteTableID.NotFound: The routeTable ID '" + table + "' does not exist");
  const std::string main =
      ok("describe-route-tables", filters("association.main", {"true"}))["RouteTables"][0]["RouteTableId"];
  EXPECT_EQ(refused("delete-route-table", {{"RouteTableId", main}}),
            "DependencyViolation: The routeTable '" + main + "' has dependencies and cannot be deleted.");
}

TEST_F(RouteTables, OfTheDefaultVpcRouteOutAndListTheLongestPrefixFirst) {
  const Json routes = ok("describe-route-tables")["RouteTables"][0]["Routes"];
  EXPECT_EQ(routes[0]["DestinationCidrBlock"], "172.31.0.0/16");
  EXPECT_EQ(routes[1]["DestinationCidrBlock"], "0.0.0.0/0");
  EXPECT_EQ(routes[1]["Origin"], "CreateRoute");
}

TEST_F(RouteTables, ListEqualPrefixesByDescendingAddress) {
  const std::string table = ok("create-route-table", {{"VpcId", new_vpc()}})["RouteTable"]["RouteTableId"];
  Json record = Json::parse(store.tables.at("route-tables").at(table));
  Json route = record["Routes"][0];
  for (const char* block : {"10.1.0.0/16", "10.3.0.0/16", "10.2.0.0/16"}) {
    route["DestinationCidrBlock"] = block;
    record["Routes"].push_back(route);
  }
  store.tables.at("route-tables").at(table) = record.dump();
  std::string shown;
  const Json answer = ok("describe-route-tables", {{"RouteTableIds", {table}}});
  for (const Json& one : answer["RouteTables"][0]["Routes"])
    shown += one["DestinationCidrBlock"].get<std::string>() + ' ';
  EXPECT_EQ(shown, "10.3.0.0/16 10.2.0.0/16 10.1.0.0/16 10.0.0.0/16 ");
}

TEST_F(NetworkAcls, CannotBeDeletedWhileASubnetUsesThem) {
  const std::string acl = ok("create-network-acl", {{"VpcId", new_vpc()}})["NetworkAcl"]["NetworkAclId"];
  Json record = Json::parse(store.tables.at("network-acls").at(acl));
  record["Associations"].push_back({{"NetworkAclAssociationId", "aclassoc-1"}, {"SubnetId", "subnet-1"}});
  store.tables.at("network-acls").at(acl) = record.dump();
  EXPECT_EQ(refused("delete-network-acl", {{"NetworkAclId", acl}}),
            "DependencyViolation: The networkAcl '" + acl + "' has dependencies and cannot be deleted.");
}

TEST_F(NetworkAcls, DenyEverythingAndShowEmptyPartsWhenCreated) {
  const Json acl = ok("create-network-acl", {{"VpcId", new_vpc()}})["NetworkAcl"];
  EXPECT_EQ(acl["IsDefault"], false);
  EXPECT_EQ(acl["Associations"], Json::array());
  EXPECT_EQ(acl["Entries"].dump(),
            R"([{"CidrBlock":"0.0.0.0/0","Egress":true,"IcmpTypeCode":{},"PortRange":{},"Protocol":"-1",)"
            R"("RuleAction":"deny","RuleNumber":32767},)"
            R"({"CidrBlock":"0.0.0.0/0","Egress":false,"IcmpTypeCode":{},"PortRange":{},"Protocol":"-1",)"
            R"("RuleAction":"deny","RuleNumber":32767}])");
}

TEST_F(NetworkAcls, CanBeDeletedUnlessDefault) {
  const std::string acl = ok("create-network-acl", {{"VpcId", new_vpc()}})["NetworkAcl"]["NetworkAclId"];
  ok("delete-network-acl", {{"NetworkAclId", acl}});
  EXPECT_EQ(refused("delete-network-acl", {{"NetworkAclId", acl}}),
            "InvalidNetworkAclID.NotFound: The networkAcl ID '" + acl + "' does not exist");
  const std::string standard =
      ok("describe-network-acls", filters("default", {"true"}))["NetworkAcls"][0]["NetworkAclId"];
  EXPECT_EQ(refused("delete-network-acl", {{"NetworkAclId", standard}}),
            "InvalidParameterValue: cannot delete default network ACL " + standard);
}

TEST_F(InternetGateways, AreNotAttachedWhenCreated) {
  const Json created = ok("create-internet-gateway")["InternetGateway"];
  EXPECT_EQ(names(created), (std::vector<std::string>{"Attachments", "InternetGatewayId", "OwnerId", "Tags"}));
  EXPECT_EQ(created["Attachments"], Json::array());
  const Json shown = ok("describe-internet-gateways", {{"InternetGatewayIds", {created["InternetGatewayId"]}}});
  EXPECT_EQ(shown["InternetGateways"], Json::array({created}));
}

TEST_F(InternetGateways, AreAvailableWhileAttachedAndCannotBeDeletedThen) {
  ok("create-internet-gateway");
  const Json answer = ok("describe-internet-gateways", filters("attachment.state", {"available"}))["InternetGateways"];
  ASSERT_EQ(answer.size(), 1U);
  const std::string id = answer[0]["InternetGatewayId"];
  const std::string vpc = answer[0]["Attachments"][0]["VpcId"];
  EXPECT_EQ(ok("describe-internet-gateways", filters("attachment.vpc-id", {vpc}))["InternetGateways"], answer);
  EXPECT_EQ(ok("describe-internet-gateways", filters("attachment.state", {"attached"}))["InternetGateways"],
            Json::array());
  EXPECT_EQ(refused("delete-internet-gateway", {{"InternetGatewayId", id}}),
            "DependencyViolation: The internetGateway '" + id + "' has dependencies and cannot be deleted.");
}

TEST_F(InternetGateways, CannotBeDeletedTwice) {
  const std::string id = ok("create-internet-gateway")["InternetGateway"]["InternetGatewayId"];
  EXPECT_EQ(ok("delete-internet-gateway", {{"InternetGatewayId", id}}), Json::object());
  EXPECT_EQ(refused("delete-internet-gateway", {{"InternetGatewayId", id}}),
            "InvalidInternetGatewayID.NotFound: The internetGateway ID '" + id + "' does not exist");
}

TEST_F(Tags, CreateMergesAndOverwrites) {
  const std::string vpc = new_vpc();
  ok("create-tags", {{"Resources", {vpc}}, {"Tags", {{{"Key", "b"}, {"Value", "1"}}, {{"Key", "a"}}}}});
  ok("create-tags", {{"Resources", {vpc}}, {"Tags", {{{"Key", "b"}, {"Value", "2"}}}}});
  EXPECT_EQ(ok("describe-vpcs", {{"VpcIds", {vpc}}})["Vpcs"][0]["Tags"],
            Json::parse(R"([{"Key":"a","Value":""},{"Key":"b","Value":"2"}])"));
}

TEST_F(Tags, AreAddedToAllResourcesOrNone) {
  const std::string vpc = new_vpc();
  const Json tags = {{{"Key", "a"}, {"Value", "1"}}};
  EXPECT_EQ(refused("create-tags", {{"Resources", {vpc, "rtb-1"}}, {"Tags", tags}}),
            "InvalidRouteTableID.NotFound: The routeTable ID 'rtb-1' does not exist");
  EXPECT_EQ(refused("create-tags", {{"Resources", {vpc, "bogus-1"}}, {"Tags", tags}}),
            "InvalidID: The ID 'bogus-1' is not valid");
  EXPECT_EQ(refused("create-tags", {{"Resources", Json::array()}, {"Tags", tags}}),
            "MissingParameter: The request must contain the parameter resourceIdSet");
}

TEST_F(Tags, CannotBeAddedToResourcesOfAnotherRegion) {
  const std::string vpc = new_vpc();
  EXPECT_EQ(refused("create-tags", {{"Resources", {vpc}}, {"Tags", {{{"Key", "a"}}}}}, "eu-west-1"),
            "InvalidVpcID.NotFound: The vpc ID '" + vpc + "' does not exist");
}

TEST_F(Tags, OfAnotherRegionAreNotShown) {
  ok("create-tags", {{"Resources", {new_vpc()}}, {"Tags", {{{"Key", "a"}, {"Value", "1"}}}}});
  EXPECT_EQ(ok("describe-tags")["Tags"].size(), 1U);
  EXPECT_EQ(ok("describe-tags", Json::object(), "eu-west-1")["Tags"].size(), 0U);
}

TEST_F(Tags, HaveValidKeysAndValues) {
  const std::string vpc = new_vpc();
  const auto create = [&](const Json& tags) { return refused("create-tags", {{"Resources", {vpc}}, {"Tags", tags}}); };
  const auto specify = [&](const Json& tags, const Json& type) {
    Json specification = {{"Tags", tags}};
    if (!type.is_null()) specification["ResourceType"] = type;
    return refused("create-route-table", {{"VpcId", vpc}, {"TagSpecifications", {specification}}});
  };
  EXPECT_EQ(create({{{"Key", ""}}}),
            "InvalidParameterValue: Value ( '' ) for parameter Tag key is invalid. Tag key cannot be null or empty.");
  EXPECT_EQ(create({{{"Value", "x"}}}),
            "InvalidParameterValue: Value ( '' ) for parameter Tag key is invalid. Tag key cannot be null or empty.");
  EXPECT_EQ(create({{{"Key", "aws:x"}}}),
            "InvalidParameterValue: Value ( aws:x ) for parameter key is invalid. Tag keys starting with 'aws:' are "
            "reserved for internal use");
  EXPECT_EQ(specify({{{"Key", "aws:x"}}}, "route-table"),
            "InvalidParameterValue: Tag keys starting with 'aws:' are reserved for internal use");
  EXPECT_EQ(specify({{{"Key", "Name"}}, {{"Key", "Name"}}}, "route-table"),
            "InvalidParameterValue: Duplicate tag key 'Name' specified.");
  EXPECT_EQ(specify({{{"Key", "Name"}}}, "vpc"),
            "InvalidParameterValue: 'vpc' is not a valid taggable resource type for this operation.");
  EXPECT_EQ(specify({{{"Key", "Name"}}}, nullptr),
            "InvalidParameterValue: Tag specification resource type must have a value");
  std::string umlauts;
  for (int i = 0; i < 128; ++i) umlauts += "ü";
  EXPECT_EQ(create({{{"Key", umlauts + 'x'}}}),
            "InvalidParameterValue: Tag key exceeds the maximum length of 128 characters");
  EXPECT_EQ(create({{{"Key", "x"}, {"Value", umlauts + umlauts + 'x'}}}),
            "InvalidParameterValue: Tag value exceeds the maximum length of 256 characters");
  ok("create-tags", {{"Resources", {vpc}}, {"Tags", {{{"Key", umlauts}, {"Value", umlauts + umlauts}}}}});
}

TEST_F(Tags, AreLimitedToFiftyNotCountingOverwrites) {
  const std::string vpc = new_vpc();
  Json fifty = Json::array();
  for (int i = 0; i < 50; ++i) fifty.push_back({{"Key", "k" + std::to_string(i)}, {"Value", "1"}});
  ok("create-tags", {{"Resources", {vpc}}, {"Tags", fifty}});
  ok("create-tags", {{"Resources", {vpc}}, {"Tags", fifty}});
  EXPECT_EQ(refused("create-tags", {{"Resources", {vpc}}, {"Tags", {{{"Key", "more"}}}}}),
            "TagLimitExceeded: The maximum number of Tags for a resource has been reached.");
  fifty.push_back({{"Key", "more"}});
  EXPECT_EQ(refused("create-route-table",
                    {{"VpcId", vpc}, {"TagSpecifications", {{{"ResourceType", "route-table"}, {"Tags", fifty}}}}}),
            "TagLimitExceeded: The maximum number of Tags for a resource has been reached.");
}

TEST_F(Tags, DeleteByKeyByValueByEmptyValueAndAll) {
  const std::string vpc = new_vpc();
  const auto tags = [&] { return ok("describe-tags", filters("resource-id", {vpc}))["Tags"].size(); };
  const auto remove = [&](const Json& which) { ok("delete-tags", {{"Resources", {vpc}}, {"Tags", which}}); };
  ok("create-tags",
     {{"Resources", {vpc}}, {"Tags", {{{"Key", "a"}, {"Value", "1"}}, {{"Key", "b"}, {"Value", ""}}, {{"Key", "c"}}}}});
  remove({{{"Key", "a"}, {"Value", "2"}}});
  remove({{{"Key", "a"}, {"Value", ""}}});
  EXPECT_EQ(tags(), 3U) << "another value keeps the tag";
  remove({{{"Key", "b"}, {"Value", ""}}});
  EXPECT_EQ(tags(), 2U);
  remove({{{"Key", "a"}}});
  EXPECT_EQ(tags(), 1U);
  ok("delete-tags", {{"Resources", {vpc}}});
  EXPECT_EQ(tags(), 0U);
}

TEST_F(Tags, DescribeShowsThemByResourceAndKeyInPages) {
  const std::string vpc = new_vpc();
  const std::string table = ok("create-route-table", {{"VpcId", vpc}})["RouteTable"]["RouteTableId"];
  Json four = Json::array();
  for (const char* key : {"Name", "Empty", "stackd:probe", "Stage"}) four.push_back({{"Key", key}, {"Value", key}});
  ok("create-tags", {{"Resources", {table, vpc}}, {"Tags", four}});
  std::string seen;
  Json request = {{"MaxResults", 5}};
  for (int page = 0; page < 3; ++page) {
    const Json response = ok("describe-tags", request);
    for (const Json& tag : response["Tags"])
      seen += tag["ResourceType"].get<std::string>()[0] + tag["Key"].get<std::string>() + ' ';
    if (!response.contains("NextToken")) break;
    seen += "| ";
    request["NextToken"] = response["NextToken"];
  }
  EXPECT_EQ(seen, "vEmpty vName vStage vstackd:probe rEmpty | rName rStage rstackd:probe ");
  EXPECT_EQ(ok("describe-tags", filters("key", {"Sta*"}))["Tags"].size(), 2U);
  EXPECT_EQ(ok("describe-tags", filters("tag:Name", {"Name"}))["Tags"].size(), 2U);
  EXPECT_EQ(ok("describe-tags", filters("resource-type", {"vpc"}))["Tags"].size(), 4U);
  EXPECT_EQ(ok("describe-tags", filters("value", {"Stage"}))["Tags"].size(), 2U);
  EXPECT_EQ(refused("describe-tags", {{"MaxResults", 4}}),
            "InvalidParameterValue: Value ( 4 ) for parameter MaxResults is invalid. Expecting a value greater than or "
            "equal to 5.");
}

TEST_F(Describes, RequireEveryIdAndNameTheLastMissingOne) {
  const std::string vpc = new_vpc();
  EXPECT_EQ(refused("describe-vpcs", {{"VpcIds", {"vpc-1", vpc, "vpc-2"}}}),
            "InvalidVpcID.NotFound: The vpc ID 'vpc-2' does not exist");
  EXPECT_EQ(refused("describe-vpcs", {{"VpcIds", {""}}}), "InvalidVpcID.NotFound: The vpc ID '' does not exist");
  EXPECT_EQ(ok("describe-vpcs", {{"VpcIds", {vpc, vpc}}})["Vpcs"].size(), 1U);
  Json both = filters("cidr", {"192.168.0.0/16"});
  both["VpcIds"] = {vpc};
  EXPECT_EQ(ok("describe-vpcs", both)["Vpcs"].size(), 0U) << "ids and filters intersect";
  both["VpcIds"] = {"vpc-1"};
  EXPECT_EQ(refused("describe-vpcs", both), "InvalidVpcID.NotFound: The vpc ID 'vpc-1' does not exist");
}

TEST_F(Describes, FilterByTag) {
  ok("create-vpc",
     {{"CidrBlock", "10.0.0.0/16"},
      {"TagSpecifications", {{{"ResourceType", "vpc"}, {"Tags", {{{"Key", "Owner"}, {"Value", "a*b"}}}}}}}});
  const auto count = [&](std::string_view name, const std::string& value) {
    return ok("describe-vpcs", filters(name, {value}))["Vpcs"].size();
  };
  EXPECT_EQ(count("tag:Owner", "a*b"), 1U);
  EXPECT_EQ(count("tag:Owner", "a\\*b"), 1U);
  EXPECT_EQ(count("tag:owner", "a*b"), 0U) << "keys are case-sensitive";
  EXPECT_EQ(count("tag-key", "Own??"), 1U);
  EXPECT_EQ(count("tag-value", "a\\*?"), 1U);
  EXPECT_EQ(count("tag-value", "b"), 0U);
}

TEST_F(Describes, RejectUnknownFiltersAndTooManyValues) {
  for (const char* command : {"describe-vpcs", "describe-route-tables", "describe-network-acls", "describe-tags"}) {
    EXPECT_EQ(refused(command, filters("bogus", {"x"})), "InvalidParameterValue: The filter 'bogus' is invalid");
    EXPECT_EQ(refused(command, filters("tag:", {"x"})), "InvalidParameterValue: The filter 'tag:' is invalid");
    EXPECT_EQ(refused(command, {{"Filters", {{{"Values", {"x"}}}}}}),
              "InvalidParameterValue: The filter 'null' is invalid");
    EXPECT_EQ(refused(command, filters("tag:a", std::vector<std::string>(201, "x"))),
              "FilterLimitExceeded: The maximum number of filter values specified on a single call is 200");
    EXPECT_EQ(refused(command, filters("tag:a", {std::string(256, 'x')})),
              "FilterLimitExceeded: The maximum length for a filter value is 255 characters");
    ok(command, filters("tag:a", std::vector<std::string>(200, std::string(255, 'x'))));
  }
}

TEST_F(Describes, MatchNothingForAFilterWithoutValues) {
  EXPECT_EQ(ok("describe-vpcs", filters("vpc-id", {}))["Vpcs"], Json::array());
}

TEST_F(Describes, ReturnPagesInOrderOfCreationWhateverChangesBetweenThem) {
  std::vector<std::string> made;
  for (int i = 0; i < 12; ++i) made.push_back(new_vpc());
  const Json first = ok("describe-vpcs", {{"MaxResults", 5}});
  ASSERT_EQ(first["Vpcs"].size(), 5U);
  ok("delete-vpc", {{"VpcId", made[1]}});
  new_vpc();
  const Json second = ok("describe-vpcs", {{"MaxResults", 7}, {"NextToken", first["NextToken"]}});
  EXPECT_EQ(second["Vpcs"].size(), 7U);
  EXPECT_EQ(second["Vpcs"][0]["VpcId"], made[4]);
  const Json rest = ok("describe-vpcs", {{"NextToken", second["NextToken"]}});
  EXPECT_EQ(rest["Vpcs"].size(), 2U) << "a token without MaxResults gives all the rest";
  EXPECT_FALSE(rest.contains("NextToken"));
}

TEST_F(Describes, CheckPageSizesAndTokens) {
  new_vpc();
  EXPECT_EQ(
      refused("describe-route-tables", {{"MaxResults", 1000}}),
      "InvalidParameterValue: Value ( 1000 ) for parameter MaxResults is invalid. Expecting a value smaller than or "
      "equal to 100.");
  EXPECT_EQ(refused("describe-vpcs", {{"MaxResults", 5}, {"VpcIds", {"vpc-1"}}}),
            "InvalidParameterCombination: The parameter VpcIds cannot be used with the parameter MaxResults");
  for (int i = 0; i < 5; ++i) new_vpc();
  const std::string token = ok("describe-vpcs", {{"MaxResults", 5}})["NextToken"];
  const std::string refusal =
      "InvalidParameterValue: Value ( " + token + " ) for parameter NextToken is invalid. The token is invalid.";
  EXPECT_EQ(refused("describe-vpcs", {{"NextToken", token}}, "eu-west-1"), refusal);
  EXPECT_EQ(refused("describe-network-acls", {{"NextToken", token}}), refusal);
  // Which the AWS CLI sends for --starting-token ''.
  EXPECT_EQ(ok("describe-vpcs", {{"NextToken", ""}}), ok("describe-vpcs"));
  for (const std::string& bogus :
       {std::string("bogus"), std::string("e30="), std::string("bnVsbA=="), token + "=", token + "===="}) {
    EXPECT_EQ(
        refused("describe-vpcs", {{"NextToken", bogus}}),
        "InvalidParameterValue: Value ( " + bogus + " ) for parameter NextToken is invalid. The token is invalid.");
  }
}

TEST_F(Describes, ShowOnlyTheCallersRegion) {
  const std::string vpc = new_vpc();
  EXPECT_EQ(refused("describe-vpcs", {{"VpcIds", {vpc}}}, "eu-west-1"),
            "InvalidVpcID.NotFound: The vpc ID '" + vpc + "' does not exist");
  EXPECT_EQ(ok("describe-vpcs", Json::object(), "eu-west-1")["Vpcs"].size(), 1U);
}

TEST_F(Describes, TakeNoWildcardsForTheVpcOfASubnet) {
  const auto found = [&](const char* filter, const std::string& value) {
    return ok("describe-subnets", filters(filter, {value}))["Subnets"].size();
  };
  const std::string vpc = ok("describe-vpcs")["Vpcs"][0]["VpcId"];
  const std::size_t all = ok("describe-subnets")["Subnets"].size();
  EXPECT_EQ(found("vpc-id", vpc), all);
  EXPECT_EQ(found("vpc-id", "*"), 0U);
  EXPECT_EQ(found("vpc-id", "vpc-*"), 0U);
  EXPECT_EQ(found("subnet-id", "*"), all);
  EXPECT_EQ(ok("describe-network-acls", filters("vpc-id", {"vpc-*"}))["NetworkAcls"].size(), 1U);
}

}  // namespace
}  // namespace ec2mimic::test
