// What a security group allows, in the form in which AWS groups its rules: by protocol and ports.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/model/describe.h"

namespace ec2mimic {

struct PrefixListId {
  std::optional<std::string> description{};
  std::optional<std::string> prefix_list_id{};
};

struct Ipv6Range {
  std::optional<std::string> description{};
  std::optional<std::string> cidr_ipv6{};
};

struct IpRange {
  std::optional<std::string> description{};
  std::optional<std::string> cidr_ip{};
};

struct UserIdGroupPair {
  std::optional<std::string> description{};
  std::optional<std::string> user_id{};
  std::optional<std::string> group_name{};
  std::optional<std::string> group_id{};
  std::optional<std::string> vpc_id{};
  std::optional<std::string> vpc_peering_connection_id{};
  std::optional<std::string> peering_status{};

  /// The group's name, which a filter asks for. It is not shown: AWS shows names only of groups outside VPCs.
  std::string name_in_filters{};
};

struct IpPermission {
  std::optional<std::string> ip_protocol{};
  std::optional<std::int64_t> from_port{};
  std::optional<std::int64_t> to_port{};
  std::vector<UserIdGroupPair> user_id_group_pairs{};
  std::vector<IpRange> ip_ranges{};
  std::vector<Ipv6Range> ipv6_ranges{};
  std::vector<PrefixListId> prefix_list_ids{};
};

namespace model {

template <>
struct Describe<PrefixListId> {
  static constexpr std::string_view name = "PrefixListId";
  static constexpr auto members =
      model::members(member<&PrefixListId::description>("Description", "What it is for."),
                     member<&PrefixListId::prefix_list_id>("PrefixListId", "The id of a list of address blocks.",
                                                           {.refers = "prefix-list"}));
};

template <>
struct Describe<Ipv6Range> {
  static constexpr std::string_view name = "Ipv6Range";
  static constexpr auto members =
      model::members(member<&Ipv6Range::description>("Description", "What it is for."),
                     member<&Ipv6Range::cidr_ipv6>("CidrIpv6", "A block of IPv6 addresses."));
};

template <>
struct Describe<IpRange> {
  static constexpr std::string_view name = "IpRange";
  static constexpr auto members = model::members(member<&IpRange::description>("Description", "What it is for."),
                                                 member<&IpRange::cidr_ip>("CidrIp", "A block of IPv4 addresses."));
};

template <>
struct Describe<UserIdGroupPair> {
  using Self = UserIdGroupPair;
  static constexpr std::string_view name = "UserIdGroupPair";
  static constexpr auto members = model::members(
      member<&Self::description>("Description", "What it is for."),
      member<&Self::user_id>("UserId", "The account that owns the group.", {.account = true}),
      member<&Self::group_name>("GroupName", "The name of the group; not shown of a group in a VPC."),
      member<&Self::group_id>("GroupId", "The id of the group.", {.refers = "security-group"}),
      member<&Self::vpc_id>("VpcId", "The VPC of the group, if it is in a peered one.", {.refers = "vpc"}),
      member<&Self::vpc_peering_connection_id>("VpcPeeringConnectionId", "The connection to that VPC.",
                                               {.refers = "vpc-peering-connection"}),
      member<&Self::peering_status>("PeeringStatus", "The status of that connection."));
};

template <>
struct Describe<IpPermission> {
  using Self = IpPermission;
  static constexpr std::string_view name = "IpPermission";
  static constexpr auto members = model::members(
      member<&Self::ip_protocol>("IpProtocol", "The protocol, such as tcp; -1 means all."),
      member<&Self::from_port>("FromPort", "The first port, or the type of ICMP; absent for all protocols."),
      member<&Self::to_port>("ToPort", "The last port, or the code of ICMP; absent for all protocols."),
      member<&Self::user_id_group_pairs>("UserIdGroupPairs", "Groups whose members are allowed."),
      member<&Self::ip_ranges>("IpRanges", "IPv4 addresses that are allowed."),
      member<&Self::ipv6_ranges>("Ipv6Ranges", "IPv6 addresses that are allowed."),
      member<&Self::prefix_list_ids>("PrefixListIds", "Lists of addresses that are allowed."));
};

}  // namespace model
}  // namespace ec2mimic
