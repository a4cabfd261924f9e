#include "cli/data/waiters.h"

#include <algorithm>
#include <array>

#include "core/operation/registry.h"

namespace ec2mimic::cli {
namespace {

using State = Acceptor::State;
using Matcher = Acceptor::Matcher;

constexpr Acceptor kInternetGatewayExists[] = {
    {State::success, Matcher::path, "length(InternetGateways[].InternetGatewayId) > `0`", ""},
    {State::retry, Matcher::error, "", "InvalidInternetGateway.NotFound"},
};
constexpr Acceptor kNatGatewayAvailable[] = {
    {State::success, Matcher::path_all, "NatGateways[].State", "available"},
    {State::failure, Matcher::path_any, "NatGateways[].State", "failed"},
    {State::failure, Matcher::path_any, "NatGateways[].State", "deleting"},
    {State::failure, Matcher::path_any, "NatGateways[].State", "deleted"},
    {State::retry, Matcher::error, "", "NatGatewayNotFound"},
};
constexpr Acceptor kNatGatewayDeleted[] = {
    {State::success, Matcher::path_all, "NatGateways[].State", "deleted"},
    {State::success, Matcher::error, "", "NatGatewayNotFound"},
};
constexpr Acceptor kNetworkInterfaceAvailable[] = {
    {State::success, Matcher::path_all, "NetworkInterfaces[].Status", "available"},
    {State::failure, Matcher::error, "", "InvalidNetworkInterfaceID.NotFound"},
};
constexpr Acceptor kSecurityGroupExists[] = {
    {State::success, Matcher::path, "length(SecurityGroups[].GroupId) > `0`", ""},
    {State::retry, Matcher::error, "", "InvalidGroup.NotFound"},
};
constexpr Acceptor kSubnetAvailable[] = {
    {State::success, Matcher::path_all, "Subnets[].State", "available"},
};
constexpr Acceptor kVpcAvailable[] = {
    {State::success, Matcher::path_all, "Vpcs[].State", "available"},
};
constexpr Acceptor kVpcExists[] = {
    {State::success, Matcher::status, "", ""},
    {State::retry, Matcher::error, "", "InvalidVpcID.NotFound"},
};
constexpr Acceptor kVpcPeeringConnectionDeleted[] = {
    {State::success, Matcher::path_all, "VpcPeeringConnections[].Status.Code", "deleted"},
    {State::success, Matcher::error, "", "InvalidVpcPeeringConnectionID.NotFound"},
};
constexpr Acceptor kVpcPeeringConnectionExists[] = {
    {State::success, Matcher::status, "", ""},
    {State::retry, Matcher::error, "", "InvalidVpcPeeringConnectionID.NotFound"},
};

constexpr std::array<Waiter, 10> kWaiters{{
    {"InternetGatewayExists", "DescribeInternetGateways", 5, 6, kInternetGatewayExists},
    {"NatGatewayAvailable", "DescribeNatGateways", 15, 40, kNatGatewayAvailable},
    {"NatGatewayDeleted", "DescribeNatGateways", 15, 40, kNatGatewayDeleted},
    {"NetworkInterfaceAvailable", "DescribeNetworkInterfaces", 20, 10, kNetworkInterfaceAvailable},
    {"SecurityGroupExists", "DescribeSecurityGroups", 5, 6, kSecurityGroupExists},
    {"SubnetAvailable", "DescribeSubnets", 15, 40, kSubnetAvailable},
    {"VpcAvailable", "DescribeVpcs", 15, 40, kVpcAvailable},
    {"VpcExists", "DescribeVpcs", 1, 5, kVpcExists},
    {"VpcPeeringConnectionDeleted", "DescribeVpcPeeringConnections", 15, 40, kVpcPeeringConnectionDeleted},
    {"VpcPeeringConnectionExists", "DescribeVpcPeeringConnections", 15, 40, kVpcPeeringConnectionExists},
}};

}  // namespace

std::span<const Waiter> known_waiters() { return kWaiters; }

const Operation* polled_by(const Waiter& waiter) { return find_operation(kebab_case(waiter.operation)); }

const Waiter* find_waiter(std::string_view command) {
  const auto all = waiters();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Waiter* waiter) { return kebab_case(waiter->name) == command; });
  return found == all.end() ? nullptr : *found;
}

std::vector<const Waiter*> waiters() {
  std::vector<const Waiter*> there;
  for (const Waiter& waiter : kWaiters) {
    if (polled_by(waiter) != nullptr) there.push_back(&waiter);
  }
  return there;
}

}  // namespace ec2mimic::cli
