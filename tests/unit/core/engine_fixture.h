// A fixture with an engine on a store in memory, in which a call takes one line.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "core/engine.h"
#include "core/operation/registry.h"
#include "tests/harness/memory_store.h"

namespace ec2mimic::test {

class EngineTest : public ::testing::Test {
 protected:
  /// Makes a call that must succeed and returns its response.
  Json ok(std::string_view command, const Json& request = Json::object(), std::string_view region = "us-east-1") {
    Outcome outcome = call(command, request, region);
    if (const auto* error = std::get_if<ApiError>(&outcome)) ADD_FAILURE() << error->code << ": " << error->message;
    auto* response = std::get_if<Json>(&outcome);
    return response == nullptr ? Json() : std::move(*response);
  }

  /// Makes a call that the service must refuse and returns `code: message`. The store must not change.
  std::string refused(std::string_view command, const Json& request, std::string_view region = "us-east-1") {
    const Tables before = store.tables;
    const int commits = store.commits;
    Outcome outcome = call(command, request, region);
    EXPECT_EQ(store.tables, before);
    EXPECT_EQ(store.commits, commits);
    if (const auto* error = std::get_if<ApiError>(&outcome)) return error->code + ": " + error->message;
    return "no error: " + std::get<Json>(outcome).dump();
  }

  Outcome call(std::string_view command, const Json& request, std::string_view region) {
    Engine engine(store, clock, identifiers, options);
    const Operation* operation = find_operation(command);
    if (operation == nullptr) throw std::invalid_argument(std::string(command));
    return engine.call(*operation, request, region);
  }

  /// Creates a VPC and returns its id.
  std::string new_vpc(const std::string& block = "10.0.0.0/16") {
    return ok("create-vpc", {{"CidrBlock", block}})["Vpc"]["VpcId"];
  }

  /// Creates a resource of each kind that neither an account nor a VPC has from the start.
  void create_other_kinds() {
    const std::string vpc = new_vpc("10.7.0.0/16");
    const std::string subnet =
        ok("create-subnet", {{"VpcId", vpc}, {"CidrBlock", "10.7.1.0/24"}})["Subnet"]["SubnetId"];
    ok("create-managed-prefix-list", {{"PrefixListName", "list"},
                                      {"AddressFamily", "IPv4"},
                                      {"MaxEntries", 2},
                                      {"Entries", {{{"Cidr", "10.0.0.0/8"}}}}});
    const std::string vpn = ok("create-vpn-gateway", {{"Type", "ipsec.1"}})["VpnGateway"]["VpnGatewayId"];
    ok("attach-vpn-gateway", {{"VpcId", vpc}, {"VpnGatewayId", vpn}});
    const std::string transit = ok("create-transit-gateway")["TransitGateway"]["TransitGatewayId"];
    ok("create-transit-gateway-vpc-attachment",
       {{"TransitGatewayId", transit}, {"VpcId", vpc}, {"SubnetIds", {subnet}}});
    ok("create-vpc-peering-connection", {{"VpcId", vpc}, {"PeerVpcId", new_vpc("10.8.0.0/16")}});
    ok("create-egress-only-internet-gateway", {{"VpcId", vpc}});
    ok("create-network-interface", {{"SubnetId", subnet}});
    ok("allocate-address");
    ok("create-nat-gateway", {{"SubnetId", subnet}, {"ConnectivityType", "private"}});
    ok("create-vpc-endpoint", {{"VpcId", vpc},
                               {"ServiceName", "com.amazonaws.us-east-1.sqs"},
                               {"VpcEndpointType", "Interface"},
                               {"PrivateDnsEnabled", false}});
  }

  MemoryStore store;
  FixedClock clock;
  CountingIdentifiers identifiers;
  Engine::Options options;
};

}  // namespace ec2mimic::test
