// Security groups show their rules, grouped by protocol and ports.
#include "core/ops/security_group/security_group.h"
#include "tests/unit/core/engine_fixture.h"

namespace ec2mimic::test {
namespace {

class SecurityGroups : public EngineTest {
 protected:
  Json groups(const std::string& filter = "", const std::string& value = "") {
    const Json request = filter.empty() ? Json::object() : Json{{"Filters", {{{"Name", filter}, {"Values", {value}}}}}};
    return ok("describe-security-groups", request)["SecurityGroups"];
  }

  std::string group_of(const std::string& vpc) { return groups("vpc-id", vpc)[0]["GroupId"]; }

  // Adds a rule as if edited by hand, as a state of an account may have it.
  void add_rule(const std::string& group, Json rule) {
    Json whole = {{"Region", "us-east-1"}, {"Serial", ++store.header.serial}, {"GroupId", group}};
    whole.update(rule);
    store.tables.at("security-group-rules").emplace("sgr-" + std::to_string(store.header.serial), whole.dump());
  }
};

TEST_F(SecurityGroups, ShowTheirOwnRulesHoweverManyGroupsThereAre) {
  for (int i = 0; i < 20; ++i) new_vpc();
  const Json all = groups();
  EXPECT_EQ(all.size(), 21U);
  for (const Json& group : all) {
    ASSERT_EQ(group["IpPermissions"].size(), 1U);
    EXPECT_EQ(group["IpPermissions"][0]["UserIdGroupPairs"],
              Json::parse(R"([{"UserId":"123456789012","GroupId":)" + group["GroupId"].dump() + "}]"));
    ASSERT_EQ(group["IpPermissionsEgress"].size(), 1U);
    EXPECT_EQ(group["IpPermissionsEgress"][0]["IpRanges"], Json::parse(R"([{"CidrIp":"0.0.0.0/0"}])"));
  }
}

TEST_F(SecurityGroups, ShowRulesOfOneProtocolAndPortsAsOnePermission) {
  const std::string group = group_of(new_vpc());
  const std::string other = group_of(new_vpc());
  const auto on_port = [](int port, const Json& peer) {
    Json rule = {{"IsEgress", false}, {"IpProtocol", "tcp"}, {"FromPort", port}, {"ToPort", port}};
    rule.update(peer);
    return rule;
  };
  add_rule(group, on_port(22, {{"CidrIpv4", "192.0.2.0/24"}, {"Description", "the office"}}));
  add_rule(group, on_port(80, {{"CidrIpv4", "0.0.0.0/0"}}));
  add_rule(group, on_port(22, {{"CidrIpv6", "2001:db8::/32"}}));
  add_rule(group, on_port(22, {{"PrefixListId", "pl-1"}}));
  add_rule(group, on_port(22, {{"ReferencedGroupId", other}, {"Description", "the others"}}));
  const Json found = ok("describe-security-groups", {{"GroupIds", {group}}})["SecurityGroups"][0];
  const Json expected = Json::parse(R"([
    {"IpProtocol":"tcp","FromPort":22,"ToPort":22,
     "UserIdGroupPairs":[{"Description":"the others","UserId":"123456789012","GroupId":")" +
                                    other + R"("}],
     "IpRanges":[{"Description":"the office","CidrIp":"192.0.2.0/24"}],
     "Ipv6Ranges":[{"CidrIpv6":"2001:db8::/32"}],"PrefixListIds":[{"PrefixListId":"pl-1"}]},
    {"IpProtocol":"tcp","FromPort":80,"ToPort":80,
     "UserIdGroupPairs":[],"IpRanges":[{"CidrIp":"0.0.0.0/0"}],"Ipv6Ranges":[],"PrefixListIds":[]}])");
  ASSERT_EQ(found["IpPermissions"].size(), 3U);
  EXPECT_EQ(found["IpPermissions"][1], expected[0]);
  EXPECT_EQ(found["IpPermissions"][2], expected[1]);
  EXPECT_EQ(found["IpPermissionsEgress"].size(), 1U);
  for (const auto& [filter, value] : std::vector<std::pair<std::string, std::string>>{
           {"from-port", "22"}, {"ipv6-cidr", "2001:db8::/32"}, {"prefix-list-id", "pl-1"}, {"group-id", other}}) {
    const Json by_filter = groups("ip-permission." + filter, value);
    EXPECT_EQ(by_filter[0]["GroupId"], group) << filter;
    EXPECT_EQ(groups("egress.ip-permission." + filter, value).size(), 0U) << filter;
  }
}

TEST_F(SecurityGroups, AreFoundByTheNameOfAGroupThatARuleNames) {
  const std::string group = group_of(new_vpc());
  const std::string other = group_of(new_vpc());
  Json renamed = Json::parse(store.tables.at("security-groups").at(other));
  renamed["GroupName"] = "guests";
  store.tables.at("security-groups").at(other) = renamed.dump();
  add_rule(group, {{"IsEgress", true}, {"IpProtocol", "-1"}, {"ReferencedGroupId", other}});
  const Json found = groups("egress.ip-permission.group-name", "guests");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0]["GroupId"], group);
  EXPECT_FALSE(found[0]["IpPermissionsEgress"][0]["UserIdGroupPairs"][0].contains("GroupName"));
}

TEST_F(SecurityGroups, AreNamedOnlyInTheDefaultVpc) {
  new_vpc();
  const Json named = ok("describe-security-groups", {{"GroupNames", {"default"}}})["SecurityGroups"];
  ASSERT_EQ(named.size(), 1U);
  const std::string vpc = named[0]["VpcId"];
  EXPECT_EQ(refused("describe-security-groups", {{"GroupNames", {"nobody"}}}),
            "InvalidGroup.NotFound: The security group 'nobody' does not exist in default VPC '" + vpc + "'");
  EXPECT_EQ(refused("describe-security-groups", {{"GroupNames", {"default"}}, {"MaxResults", 5}}),
            "InvalidParameterCombination: The parameter GroupIds cannot be used with the parameter MaxResults");
  store.tables.at("vpcs").erase(vpc);
  EXPECT_EQ(refused("describe-security-groups", {{"GroupNames", {"default"}}}),
            "InvalidGroup.NotFound: The security group 'default' does not exist in default VPC 'none'");
  EXPECT_EQ(refused("delete-security-group", {{"GroupName", "web"}}),
            "InvalidGroup.NotFound: The security group 'web' does not exist in default VPC 'none'");
  EXPECT_EQ(refused("create-security-group", {{"GroupName", "web"}, {"Description", "servers"}}),
            "VPCIdNotSpecified: No default VPC for this user");
}

}  // namespace
}  // namespace ec2mimic::test
