// States of older versions get what accounts have had from the start since.
#include "core/account/migrations.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "core/account/record_check.h"
#include "core/engine.h"
#include "core/operation/registry.h"
#include "state/file_store.h"
#include "tests/harness/memory_disk.h"
#include "tests/harness/memory_store.h"

namespace ec2mimic::test {
namespace {

std::string golden_state(const std::string& release) {
  std::ostringstream text;
  text << std::ifstream(EC2MIMIC_SOURCE_DIR "/tests/data/states/" + release + ".json").rdbuf();
  return text.str();
}

class MigratedState : public ::testing::Test {
 protected:
  Json call(const std::string& command, const Json& request = Json::object(), const char* region = "us-east-1") {
    return std::get<Json>(engine.call(*find_operation(command), request, region));
  }

  Json rules_of(const std::string& group) {
    return call("describe-security-group-rules",
                {{"Filters", {{{"Name", "group-id"}, {"Values", {group}}}}}})["SecurityGroupRules"];
  }

  harness::MemoryDisk disk;
  FixedClock clock;
  CountingIdentifiers identifiers;
  state::FileStore store{disk, "/s", load_rules()};
  Engine engine{store, clock, identifiers, {}};
};

TEST_F(MigratedState, OfVersion1HasTheRulesOfItsDefaultGroups) {
  disk.put("/s", golden_state("0.1.0"));
  EXPECT_EQ(engine.verify().problems, std::vector<std::string>{});
  int with_ipv6 = 0;
  const Json groups = call("describe-security-groups");
  for (const Json& group : groups["SecurityGroups"]) {
    const Json rules = rules_of(group["GroupId"]);
    ASSERT_GE(rules.size(), 2U);
    EXPECT_EQ(rules[0]["IsEgress"], false);
    EXPECT_EQ(rules[0]["ReferencedGroupInfo"]["GroupId"], group["GroupId"]);
    EXPECT_EQ(rules[1]["IsEgress"], true);
    EXPECT_EQ(rules[1]["CidrIpv4"], "0.0.0.0/0");
    if (rules.size() > 2) {
      EXPECT_EQ(rules[2]["CidrIpv6"], "::/0");
      ++with_ipv6;
    }
  }
  EXPECT_EQ(with_ipv6, 1) << "one VPC of the state has an IPv6 block";
  EXPECT_FALSE(call("describe-security-group-rules", Json::object(), "eu-west-1")["SecurityGroupRules"].empty());
}

TEST_F(MigratedState, HasTheSameRulesAsANewOne) {
  disk.put("/s", golden_state("0.1.0"));
  const std::string default_vpc = call("describe-vpcs")["Vpcs"][0]["VpcId"];
  const auto default_rules = [&] {
    Json groups = call("describe-security-groups",
                       {{"Filters", {{{"Name", "vpc-id"}, {"Values", {default_vpc}}}}}})["SecurityGroups"];
    return rules_of(groups[0]["GroupId"]);
  };
  const Json migrated = default_rules();
  ASSERT_EQ(migrated.size(), 2U);
  static_cast<void>(engine.seed({{"Account", "141035231386"}}, Engine::Existing::replaced));
  EXPECT_EQ(default_rules(), migrated);
}

TEST_F(MigratedState, KeepsItsRulesAndTheOldFile) {
  const std::string old = golden_state("0.1.0");
  disk.put("/s", old);
  const Json before = call("describe-security-group-rules");
  static_cast<void>(call("create-internet-gateway"));
  EXPECT_EQ(call("describe-security-group-rules"), before);
  EXPECT_EQ(disk.content("/s.v1"), old);
  EXPECT_NE(disk.content("/s")->find("\"version\": 2,"), std::string::npos);
  EXPECT_EQ(engine.verify().problems, std::vector<std::string>{});
}

TEST_F(MigratedState, MayHaveBeenEdited) {
  Json edited = Json::parse(golden_state("0.1.0"));
  Json& groups = edited["tables"]["security-groups"];
  groups.begin().value()["GroupName"] = "renamed";
  edited.erase("checksum");
  disk.put("/s", edited.dump(2));
  const Engine::Findings found = engine.verify();
  EXPECT_TRUE(found.edited);
  EXPECT_FALSE(found.problems.empty());
  int without_rules = 0;
  for (const char* region : {"us-east-1", "eu-west-1"}) {
    const Json answer = call("describe-security-groups", Json::object(), region);
    for (const Json& group : answer["SecurityGroups"]) {
      if (group["IpPermissions"].empty()) ++without_rules;
    }
  }
  EXPECT_EQ(without_rules, 1) << "nothing is known of a group that is no default group";
}

TEST_F(MigratedState, WithAnEditingMistakeIsRefusedAsUsual) {
  Json edited = Json::parse(golden_state("0.1.0"));
  Json& group = edited["tables"]["security-groups"].begin().value();
  group["VpcId"] = 7;
  group.erase("Region");
  disk.put("/s", edited.dump(2));
  EXPECT_THROW(static_cast<void>(engine.verify()), state::StateError);
}

}  // namespace
}  // namespace ec2mimic::test
