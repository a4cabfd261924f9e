#include "cli/builtin/state_graph.h"

#include <gtest/gtest.h>

namespace ec2mimic::cli {
namespace {

constexpr const char* kState = R"({"tables": {
  "vpcs": {
    "vpc-2": {"Region":"us-east-1","Serial":2,"CidrBlocks":[{"CidrBlock":"10.2.0.0/16"}]},
    "vpc-1": {"Region":"us-east-1","Serial":1,"CidrBlocks":[{"CidrBlock":"10.1.0.0/16"}]}},
  "subnets": {
    "subnet-1": {"Serial":3,"VpcId":"vpc-1","CidrBlock":"10.1.0.0/24","Tags":[{"Key":"Name","Value":"front"}]}},
  "internet-gateways": {"igw-1": {"VpcId":"vpc-1"}},
  "vpc-endpoints": {"vpce-1": {"VpcId":"vpc-1"}},
  "nat-gateways": {
    "nat-1": {"Serial":11,"VpcId":"vpc-1","SubnetId":"subnet-1","NatGatewayAddresses":[{"AllocationId":"eipalloc-1",
              "NetworkInterfaceId":"eni-1","PrivateIp":"10.1.0.4","PublicIp":"198.19.52.182",
              "AssociationId":"eipassoc-1"}]}},
  "route-tables": {
    "rtb-1": {"Serial":4,"VpcId":"vpc-1","Routes":[{"DestinationCidrBlock":"10.1.0.0/16","GatewayId":"local"},
              {"DestinationCidrBlock":"0.0.0.0/0","GatewayId":"igw-1"}],"Associations":[{"SubnetId":"subnet-1"}]},
    "rtb-6": {"Serial":10,"VpcId":"vpc-1","Routes":[
              {"DestinationPrefixListId":"pl-63a5400a","GatewayId":"vpce-1"}]},
    "rtb-2": {"Serial":5,"VpcId":"vpc-1","Routes":[]},
    "rtb-4": {"Serial":7,"VpcId":"vpc-1","Routes":[{"DestinationCidrBlock":"1.0.0.0/8","GatewayId":"igw-1"}]},
    "rtb-3": {"Serial":8,"VpcId":"vpc-1","Routes":[],"Tags":[{"Key":"a","Value":"b"}]},
    "rtb-5": {"Serial":9,"VpcId":"vpc-2","Routes":[]}}}})";

const GraphNode* node_called(const std::vector<GraphGroup>& groups, const std::string& id) {
  for (const GraphGroup& group : groups) {
    for (const GraphNode& node : group.nodes) {
      if (node.id == id) return &node;
    }
  }
  return nullptr;
}

TEST(StateGraph, HasAGroupForEachVpcOldestFirst) {
  const auto groups = graph_of_state(Json::parse(kState));
  ASSERT_EQ(groups.size(), 3U);
  EXPECT_EQ(groups[2].id, "outside") << "the address";
  EXPECT_EQ(groups[0].title, "vpc vpc-1 10.1.0.0/16 in us-east-1");
  EXPECT_EQ(groups[1].id, "vpc-2");
  ASSERT_EQ(groups[1].nodes.size(), 1U);
  EXPECT_EQ(groups[1].nodes[0].id, "rtb-5");
  EXPECT_EQ(groups[1].nodes[0].same_as, "") << "those of other VPCs are not the same";
  EXPECT_TRUE(graph_of_state(nullptr).empty());
}

TEST(StateGraph, PutsDuplicatesBesideEachOther) {
  const auto groups = graph_of_state(Json::parse(kState));
  std::string tables;
  for (const GraphNode& node : groups.at(0).nodes) {
    if (node.kind == "route-table") tables += node.id + (node.same_as.empty() ? " " : "=" + node.same_as + ' ');
  }
  EXPECT_EQ(tables, "rtb-1 rtb-2 rtb-3=rtb-2 rtb-4 rtb-6 ") << "whatever their tags and age";
}

TEST(StateGraph, TellsWhatIsConnectedToWhat) {
  const auto groups = graph_of_state(Json::parse(kState));
  const GraphNode* table = node_called(groups, "rtb-1");
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(table->details, std::vector<std::string>{"10.1.0.0/16 -> local"}) << "no resource";
  std::string edges;
  for (const GraphEdge& edge : table->edges) edges += edge.label + '>' + edge.to + ' ';
  EXPECT_TRUE(edges.find("0.0.0.0/0>igw-1 ") != std::string::npos) << edges;
  EXPECT_TRUE(edges.find(">subnet-1 ") != std::string::npos) << edges;
  const GraphNode* subnet = node_called(groups, "subnet-1");
  ASSERT_NE(subnet, nullptr);
  EXPECT_EQ(subnet->details, (std::vector<std::string>{"front", "10.1.0.0/24"}));
}

std::string edges_of(const GraphNode* node) {
  std::string text;
  for (const GraphEdge& edge : node->edges) text += edge.label + '>' + edge.to + ' ';
  return text;
}

TEST(StateGraph, ShowsARouteToAPrefixListAsOneEdge) {
  const auto groups = graph_of_state(Json::parse(kState));
  const GraphNode* table = node_called(groups, "rtb-6");
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(edges_of(table), "pl-63a5400a>vpce-1 ");
}

TEST(StateGraph, LeavesOutIdsOfAssociations) {
  const auto groups = graph_of_state(Json::parse(kState));
  const GraphNode* gateway = node_called(groups, "nat-1");
  ASSERT_NE(gateway, nullptr);
  const std::string label = "10.1.0.4 198.19.52.182>";
  EXPECT_EQ(edges_of(gateway), "SubnetId>subnet-1 " + label + "eipalloc-1 " + label + "eni-1 ");
  EXPECT_TRUE(gateway->details.empty());
}

}  // namespace
}  // namespace ec2mimic::cli
