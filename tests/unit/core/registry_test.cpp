// Parts of an operation's manual page that follow from its request and its folder.
#include "core/operation/registry.h"

#include <algorithm>
#include <set>

#include "tests/unit/core/engine_fixture.h"

namespace ec2mimic::test {
namespace {

using Commands = std::vector<std::string>;

Commands see_also(std::string_view command) { return see_also_of(*find_operation(command)); }

TEST(SeeAlso, ListsTheFolderAndCreatesOfReferredResources) {
  EXPECT_EQ(see_also("create-route-table"), (Commands{"create-vpc", "delete-route-table", "describe-route-tables"}));
  EXPECT_EQ(see_also("describe-route-tables"), (Commands{"create-route-table", "delete-route-table"}));
}

TEST(SeeAlso, IncludesWhatTheOperationAdds) {
  EXPECT_EQ(see_also("create-vpc"), (Commands{"associate-vpc-cidr-block", "create-default-vpc", "create-network-acl",
                                              "create-route-table", "delete-vpc", "describe-vpc-attribute",
                                              "describe-vpcs", "disassociate-vpc-cidr-block", "modify-vpc-attribute"}));
}

TEST(SeeAlso, ListsTheFolderIfItHasNoNoun) {
  EXPECT_EQ(see_also("delete-tags"), (Commands{"create-tags", "describe-tags"}));
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
