// Network interfaces: their view. Their record is in network_interface_record.h.
#pragma once

#include <map>

#include "core/operation/resource.h"
#include "core/ops/address/address.h"
#include "core/ops/network_interface/network_interface_record.h"
#include "core/ops/subnet/subnet.h"

namespace ec2mimic {

namespace ops {
extern const Noun network_interface;
}

struct OperatorResponse {
  std::optional<bool> managed{};
  std::optional<std::string> principal{};
  std::optional<bool> hidden_by_default{};
};

struct Ipv6PrefixSpecification {
  std::optional<std::string> ipv6_prefix{};
};

struct Ipv4PrefixSpecification {
  std::optional<std::string> ipv4_prefix{};
};

struct NetworkInterfaceAssociation {
  std::optional<std::string> allocation_id{};
  std::optional<std::string> association_id{};
  std::optional<std::string> ip_owner_id{};
  std::optional<std::string> public_dns_name{};
  std::optional<std::string> public_ip{};
  std::optional<std::string> customer_owned_ip{};
  std::optional<std::string> carrier_ip{};
};

struct NetworkInterfacePrivateIpAddress {
  std::optional<NetworkInterfaceAssociation> association{};
  bool primary = false;
  std::optional<std::string> private_dns_name{};
  std::string private_ip_address{};
};

struct PublicIpDnsNameOptions {
  std::optional<std::string> dns_hostname_type{};
  std::optional<std::string> public_ipv4_dns_name{};
  std::optional<std::string> public_ipv6_dns_name{};
  std::optional<std::string> public_dual_stack_dns_name{};
};

struct NetworkInterfaceIpv6Address {
  std::optional<std::string> ipv6_address{};
  std::optional<std::string> public_ipv6_dns_name{};
  std::optional<bool> is_primary_ipv6{};
};

struct ConnectionTrackingConfiguration {
  std::optional<std::int64_t> tcp_established_timeout{};
  std::optional<std::int64_t> udp_stream_timeout{};
  std::optional<std::int64_t> udp_timeout{};
};

/// A network interface as AWS shows it.
struct NetworkInterface {
  std::optional<NetworkInterfaceAssociation> association{};
  std::optional<NetworkInterfaceAttachment> attachment{};
  std::string availability_zone{};
  std::optional<ConnectionTrackingConfiguration> connection_tracking_configuration{};
  std::string description{};
  std::vector<GroupIdentifier> groups{};
  std::string interface_type{};
  std::vector<NetworkInterfaceIpv6Address> ipv6_addresses{};
  std::string mac_address{};
  std::string network_interface_id{};
  std::optional<std::string> outpost_arn{};
  std::string owner_id{};
  std::optional<std::string> private_dns_name{};
  std::optional<std::string> public_dns_name{};
  std::optional<PublicIpDnsNameOptions> public_ip_dns_name_options{};
  std::string private_ip_address{};
  std::vector<NetworkInterfacePrivateIpAddress> private_ip_addresses{};
  std::optional<std::vector<Ipv4PrefixSpecification>> ipv4_prefixes{};
  std::optional<std::vector<Ipv6PrefixSpecification>> ipv6_prefixes{};
  std::optional<std::string> requester_id{};
  bool requester_managed = false;
  bool source_dest_check = true;
  std::string status{};
  std::string subnet_id{};
  std::vector<Tag> tag_set{};
  std::string vpc_id{};
  std::optional<bool> deny_all_igw_traffic{};
  std::optional<bool> ipv6_native{};
  std::optional<std::string> ipv6_address{};
  std::optional<OperatorResponse> operator_{};
  std::optional<std::vector<std::string>> associated_subnets{};
  std::optional<std::string> availability_zone_id{};
};

template <>
struct Resource<NetworkInterface> {
  using Record = NetworkInterfaceRecord;
  using Lookup = AddressesOfInterfaces;
  static constexpr const Noun& noun = ops::network_interface;
  static const std::span<const FilterRule> filters;
  static constexpr auto id = &NetworkInterface::network_interface_id;
  static constexpr auto tags = &NetworkInterface::tag_set;
  static NetworkInterface view(const std::string& id, const NetworkInterfaceRecord& record, Context& context,
                               AddressesOfInterfaces& addresses);
  /// The answer of a create says `pending`, and has no public name and nothing on whether the interface is hidden.
  static void as_created(NetworkInterface& view);
};

/// What is asked of the addresses of a new interface.
struct AddressPlan {
  std::optional<std::string> primary{};  ///< Chosen if there is none.
  std::vector<std::string> secondary{};
  std::int64_t chosen = 0;  ///< How many more secondary ones to choose.
};

/// The error for a subnet that is full.
inline constexpr std::string_view kNoFreeAddress = "InsufficientFreeAddressesInSubnet";

/// Throws what AWS answers if one of the named addresses is malformed, not in the subnet, reserved or in use.
void require_free(Context& context, const std::string& subnet_id, const SubnetRecord& subnet, const AddressPlan& plan);

/// The addresses of a new interface, the primary one first: those named, and the lowest that are free. Throws what
/// require_free() throws, and InsufficientFreeAddressesInSubnet.
[[nodiscard]] std::vector<InterfaceAddress> take_addresses(Context& context, const std::string& subnet_id,
                                                           const SubnetRecord& subnet, const AddressPlan& plan);

/// Creates an interface of the caller's, whose id is new, and gives it a MAC address.
void create_interface(Context& context, const std::string& id, NetworkInterfaceRecord& record);

/// Deletes an interface, attached or not; its Elastic IP addresses become free. Throws DependencyViolation if a record
/// of another kind refers to it.
void delete_interface(Context& context, const std::string& id);

/// True if an address is associated with an interface that a service of AWS manages. Throws RecordError.
[[nodiscard]] bool is_held_by_aws(Context& context, const AddressRecord& address);

/// True if an internet gateway is attached to the VPC. Throws RecordError.
[[nodiscard]] bool has_internet_gateway(Context& context, const std::string& vpc_id);

inline constexpr std::string_view kInterfaceStatuses[] = {"pending", "available", "in-use"};

namespace model {

template <>
struct Describe<OperatorResponse> {
  static constexpr std::string_view name = "OperatorResponse";
  static constexpr auto members = model::members(
      member<&OperatorResponse::managed>("Managed", "Whether a service provider manages it."),
      member<&OperatorResponse::principal>("Principal", "The service provider."),
      member<&OperatorResponse::hidden_by_default>("HiddenByDefault", "Whether it is only shown on request."));
};

template <>
struct Describe<Ipv6PrefixSpecification> {
  static constexpr std::string_view name = "Ipv6PrefixSpecification";
  static constexpr auto members =
      model::members(member<&Ipv6PrefixSpecification::ipv6_prefix>("Ipv6Prefix", "The prefix."));
};

template <>
struct Describe<Ipv4PrefixSpecification> {
  static constexpr std::string_view name = "Ipv4PrefixSpecification";
  static constexpr auto members =
      model::members(member<&Ipv4PrefixSpecification::ipv4_prefix>("Ipv4Prefix", "The prefix."));
};

template <>
struct Describe<NetworkInterfaceAssociation> {
  static constexpr std::string_view name = "NetworkInterfaceAssociation";
  static constexpr auto members = model::members(
      member<&NetworkInterfaceAssociation::allocation_id>("AllocationId", "The Elastic IP address.",
                                                          {.refers = "elastic-ip"}),
      member<&NetworkInterfaceAssociation::association_id>("AssociationId", "The id of the association.",
                                                           {.refers = "eipassoc-"}),
      member<&NetworkInterfaceAssociation::ip_owner_id>("IpOwnerId", "The owner of the address.", {.account = true}),
      member<&NetworkInterfaceAssociation::public_dns_name>("PublicDnsName", "Its public DNS name."),
      member<&NetworkInterfaceAssociation::public_ip>("PublicIp", "The address."),
      member<&NetworkInterfaceAssociation::customer_owned_ip>("CustomerOwnedIp",
                                                              "The address of the customer's; not used here."),
      member<&NetworkInterfaceAssociation::carrier_ip>("CarrierIp", "The carrier's address; not used here."));
};

template <>
struct Describe<NetworkInterfacePrivateIpAddress> {
  static constexpr std::string_view name = "NetworkInterfacePrivateIpAddress";
  static constexpr auto members = model::members(
      member<&NetworkInterfacePrivateIpAddress::association>(
          "Association", "The Elastic IP address that is associated with it.", {.computed = true}),
      member<&NetworkInterfacePrivateIpAddress::primary>("Primary", "Whether it is the primary address."),
      member<&NetworkInterfacePrivateIpAddress::private_dns_name>(
          "PrivateDnsName", "Its DNS name; empty for a secondary address without one.", {.computed = true}),
      member<&NetworkInterfacePrivateIpAddress::private_ip_address>("PrivateIpAddress", "The address."));
};

template <>
struct Describe<PublicIpDnsNameOptions> {
  static constexpr std::string_view name = "PublicIpDnsNameOptions";
  static constexpr auto members = model::members(
      member<&PublicIpDnsNameOptions::dns_hostname_type>("DnsHostnameType", "The type of the name."),
      member<&PublicIpDnsNameOptions::public_ipv4_dns_name>("PublicIpv4DnsName", "The name for IPv4."),
      member<&PublicIpDnsNameOptions::public_ipv6_dns_name>("PublicIpv6DnsName", "The name for IPv6."),
      member<&PublicIpDnsNameOptions::public_dual_stack_dns_name>("PublicDualStackDnsName", "The name for both."));
};

template <>
struct Describe<NetworkInterfaceIpv6Address> {
  static constexpr std::string_view name = "NetworkInterfaceIpv6Address";
  static constexpr auto members =
      model::members(member<&NetworkInterfaceIpv6Address::ipv6_address>("Ipv6Address", "The address."),
                     member<&NetworkInterfaceIpv6Address::public_ipv6_dns_name>("PublicIpv6DnsName", "Its DNS name."),
                     member<&NetworkInterfaceIpv6Address::is_primary_ipv6>("IsPrimaryIpv6",
                                                                           "Whether it is the primary IPv6 address."));
};

template <>
struct Describe<ConnectionTrackingConfiguration> {
  static constexpr std::string_view name = "ConnectionTrackingConfiguration";
  static constexpr auto members = model::members(
      member<&ConnectionTrackingConfiguration::tcp_established_timeout>("TcpEstablishedTimeout",
                                                                        "For established TCP connections, in seconds."),
      member<&ConnectionTrackingConfiguration::udp_stream_timeout>("UdpStreamTimeout", "For UDP streams, in seconds."),
      member<&ConnectionTrackingConfiguration::udp_timeout>("UdpTimeout", "For other UDP traffic, in seconds."));
};

template <>
struct Describe<NetworkInterface> {
  static constexpr std::string_view name = "NetworkInterface";
  static constexpr auto members = model::members(
      member<&NetworkInterface::association>(
          "Association", "The Elastic IP address of its primary address; absent if it has none.", {.computed = true}),
      member<&NetworkInterface::attachment>("Attachment", "What it is attached to; absent if nothing."),
      member<&NetworkInterface::availability_zone>("AvailabilityZone", "The zone of its subnet.", {.computed = true}),
      member<&NetworkInterface::connection_tracking_configuration>(
          "ConnectionTrackingConfiguration", "How long idle connections are tracked; not shown here."),
      member<&NetworkInterface::description>("Description", "What it is for."),
      member<&NetworkInterface::groups>("Groups", "Its security groups."),
      member<&NetworkInterface::interface_type>("InterfaceType", "The type: interface, or nat_gateway.",
                                                {.computed = true, .if_absent = "interface"}),
      member<&NetworkInterface::ipv6_addresses>("Ipv6Addresses", "Its IPv6 addresses; always empty."),
      member<&NetworkInterface::mac_address>("MacAddress", "Its MAC address."),
      member<&NetworkInterface::network_interface_id>("NetworkInterfaceId", "Its id.",
                                                      {.refers = "network-interface", .key = true}),
      member<&NetworkInterface::outpost_arn>("OutpostArn", "The Outpost that it is in; not used here."),
      member<&NetworkInterface::owner_id>("OwnerId", "The account that owns it.", {.computed = true, .account = true}),
      member<&NetworkInterface::private_dns_name>(
          "PrivateDnsName", "The private DNS name; absent unless the VPC gives DNS names.", {.computed = true}),
      member<&NetworkInterface::public_dns_name>(
          "PublicDnsName", "The public DNS name of its Elastic IP address; empty if it has none.", {.computed = true}),
      member<&NetworkInterface::public_ip_dns_name_options>("PublicIpDnsNameOptions",
                                                            "Its public DNS names; not shown here."),
      member<&NetworkInterface::private_ip_address>("PrivateIpAddress", "Its primary address.", {.computed = true}),
      member<&NetworkInterface::private_ip_addresses>("PrivateIpAddresses", "All its IPv4 addresses."),
      member<&NetworkInterface::ipv4_prefixes>("Ipv4Prefixes", "Blocks of IPv4 addresses; not used here."),
      member<&NetworkInterface::ipv6_prefixes>("Ipv6Prefixes", "Blocks of IPv6 addresses; not used here."),
      member<&NetworkInterface::requester_id>("RequesterId", "Who created it."),
      member<&NetworkInterface::requester_managed>("RequesterManaged", "Whether a service of AWS manages it."),
      member<&NetworkInterface::source_dest_check>("SourceDestCheck", "Whether it drops traffic that is not its own.",
                                                   {.computed = true}),
      member<&NetworkInterface::status>(
          "Status", "`pending` in the answer that creates it, then `available`, or `in-use` while it is attached.",
          {.computed = true, .seen = kInterfaceStatuses}),
      member<&NetworkInterface::subnet_id>("SubnetId", "The subnet that it is in.", {.refers = "subnet"}),
      member<&NetworkInterface::tag_set>("TagSet", "Its tags."),
      member<&NetworkInterface::vpc_id>("VpcId", "The VPC that it is in.", {.refers = "vpc"}),
      member<&NetworkInterface::deny_all_igw_traffic>(
          "DenyAllIgwTraffic", "Whether traffic of internet gateways is dropped; not shown here."),
      member<&NetworkInterface::ipv6_native>("Ipv6Native", "Whether it has only IPv6 addresses; not shown here."),
      member<&NetworkInterface::ipv6_address>("Ipv6Address", "Its primary IPv6 address; not used here."),
      member<&NetworkInterface::operator_>("Operator", "Whether a service provider manages it; never.",
                                           {.computed = true}),
      member<&NetworkInterface::associated_subnets>("AssociatedSubnets", "Further subnets; not used here."),
      member<&NetworkInterface::availability_zone_id>("AvailabilityZoneId", "The id of its zone, such as use1-az6.",
                                                      {.computed = true}));
};

}  // namespace model
}  // namespace ec2mimic
