// Parts of an operation's manual page that follow from its request and its folder.
#include "core/operation/registry.h"

#include <algorithm>
#include <set>

#include "tests/unit/core/engine_fixture.h"

namespace ec2mimic::test {
namespace {

using Commands = std::vector<std::string>;

Commands see_also(std::string_view command) { return see_also_of(*find_operation(command)); }

bool has(const Commands& commands, std::string_view command) {
  return std::find(commands.begin(), commands.end(), command) != commands.end();
}

TEST(FindOperation, FindsEachByItsCommandAndNothingElse) {
  for (const Service service : {Service::ec2, Service::sts}) {
    for (const Operation* operation : operations(service)) {
      const std::string command = kebab_case(operation->name);
      EXPECT_EQ(find_operation(command, service), operation) << command;
      EXPECT_EQ(find_operation(command.substr(0, command.size() - 1), service), nullptr) << command;
      EXPECT_EQ(find_operation(command + "z", service), nullptr) << command;
    }
    EXPECT_EQ(find_operation("", service), nullptr);
    EXPECT_EQ(find_operation("zzz", service), nullptr);
  }
}

TEST(SeeAlso, ListsTheOthersOfTheFolder) {
  for (const Folder& folder : folders()) {
    for (const Operation* operation : folder.operations) {
      const Commands listed = see_also_of(*operation);
      for (const Operation* other : folder.operations) {
        EXPECT_EQ(has(listed, kebab_case(other->name)), other != operation) << operation->name << ' ' << other->name;
      }
    }
  }
}

TEST(SeeAlso, ListsCreatesOfReferredResources) {
  EXPECT_TRUE(has(see_also("create-route-table"), "create-vpc"));
  EXPECT_FALSE(has(see_also("describe-route-tables"), "create-vpc")) << "it refers to route tables only";
}

TEST(SeeAlso, IncludesWhatTheOperationAdds) {
  EXPECT_TRUE(has(see_also("create-vpc"), "create-route-table"));
  for (const Operation* operation : operations()) {
    for (const std::string_view added : operation->see_also) {
      EXPECT_NE(find_operation(added), nullptr) << operation->name << ' ' << added;
    }
  }
}

TEST(Folders, ContainEveryOperationAndNounOnce) {
  std::set<const Operation*> found;
  std::vector<const Noun*> kinds;
  for (const Folder& folder : folders()) {
    for (const Operation* operation : folder.operations) EXPECT_TRUE(found.insert(operation).second) << operation->name;
    if (folder.noun != nullptr) kinds.push_back(folder.noun);
  }
  EXPECT_EQ(found.size(), operations(Service::ec2).size() + operations(Service::sts).size());
  EXPECT_EQ(kinds, std::vector<const Noun*>(nouns().begin(), nouns().end()));
}

TEST(Errors, IncludeThoseOfParametersTheServiceRequires) {
  const auto has = [](std::string_view command, std::string_view code) {
    const auto codes = errors_of(*find_operation(command));
    return std::find(codes.begin(), codes.end(), code) != codes.end();
  };
  EXPECT_TRUE(has("create-vpc", "MissingParameter"));
  EXPECT_TRUE(has("delete-tags", "MissingParameter"));
  EXPECT_TRUE(has("delete-tags", "InvalidID"));
  for (const Noun* noun : nouns()) EXPECT_TRUE(has("create-tags", noun->not_found_code)) << noun->type;
  EXPECT_FALSE(has("describe-tags", "InvalidVpcID.NotFound"));
  EXPECT_FALSE(has("create-route-table", "MissingParameter"));
  EXPECT_FALSE(has("create-route-table", "InvalidID"));
}

TEST(Errors, IncludeThoseOfQuotas) {
  const auto having = [](std::string_view code) {
    Commands found;
    for (const Operation* operation : operations()) {
      const auto codes = errors_of(*operation);
      if (std::find(codes.begin(), codes.end(), code) != codes.end()) found.push_back(kebab_case(operation->name));
    }
    return found;
  };
  EXPECT_EQ(having("NatGatewayLimitExceeded"), Commands{"create-nat-gateway"}) << "the one that creates the noun";
  EXPECT_EQ(having("AddressLimitExceeded"), Commands{"allocate-address"});
  EXPECT_EQ(having("ActiveVpcPeeringConnectionPerVpcLimitExceeded"), Commands{"accept-vpc-peering-connection"});
  EXPECT_EQ(having("SubnetLimitExceeded"), (Commands{"create-default-subnet", "create-subnet"}));
  for (const Noun* noun : nouns()) {
    for (const Quota& quota : noun->quotas) {
      for (const std::string_view name : quota.operations) {
        EXPECT_TRUE(name.empty() || find_operation(kebab_case(name)) != nullptr) << quota.code << ' ' << name;
      }
    }
  }
}

TEST(Errors, IncludeThoseOfMalformedIds) {
  const auto has = [](std::string_view command, std::string_view code) {
    const auto codes = errors_of(*find_operation(command));
    return std::find(codes.begin(), codes.end(), code) != codes.end();
  };
  EXPECT_TRUE(has("describe-nat-gateways", "NatGatewayMalformed"));
  EXPECT_TRUE(has("create-tags", "NatGatewayMalformed"));
  EXPECT_FALSE(has("create-route", "NatGatewayMalformed"));
  EXPECT_FALSE(has("create-tags", "")) << "of nouns without such an error";
}

TEST_F(EngineTest, ReportsMissingParametersByTheirWireNames) {
  EXPECT_EQ(refused("delete-vpc", {{"VpcId", ""}}), "MissingParameter: The request must contain the parameter vpcId");
  EXPECT_EQ(refused("delete-route-table", {{"RouteTableId", ""}}),
            "MissingParameter: The request must contain the parameter routeTableId");
  EXPECT_EQ(refused("create-network-acl", {{"VpcId", ""}}),
            "MissingParameter: The request must contain the parameter vpcId");
  EXPECT_EQ(refused("create-route-table", {{"VpcId", ""}}), "InvalidVpcID.NotFound: The vpc ID '' does not exist")
      << "the one that was recorded";
  EXPECT_EQ(refused("create-tags", {{"Resources", Json::array()}, {"Tags", Json::array()}}),
            "MissingParameter: The request must contain the parameter resourceIdSet");
}

}  // namespace
}  // namespace ec2mimic::test
