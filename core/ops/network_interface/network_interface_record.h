// The record of a network interface, for those who count or follow what interfaces use.
#pragma once

#include "core/operation/noun.h"
#include "core/operation/shown_time.h"

namespace ec2mimic {

/// A security group of an interface.
struct GroupIdentifier {
  std::string group_id{};
  std::optional<std::string> group_name{};  ///< Not stored.
};

/// Adds a group unless it is there already.
inline void add_once(std::vector<GroupIdentifier>& groups, const std::string& id) {
  for (const GroupIdentifier& one : groups) {
    if (one.group_id == id) return;
  }
  groups.push_back({id, {}});
}

struct AttachmentEnaSrdUdpSpecification {
  std::optional<bool> ena_srd_udp_enabled{};
};

struct AttachmentEnaSrdSpecification {
  std::optional<bool> ena_srd_enabled{};
  std::optional<AttachmentEnaSrdUdpSpecification> ena_srd_udp_specification{};
};

/// What an interface is attached to.
struct NetworkInterfaceAttachment {
  std::optional<std::string> attach_time{};
  std::string attachment_id{};
  std::optional<bool> delete_on_termination{};
  std::optional<std::int64_t> device_index{};
  std::optional<std::int64_t> network_card_index{};
  std::optional<std::string> instance_id{};
  std::optional<std::string> instance_owner_id{};
  std::string status{};
  std::optional<AttachmentEnaSrdSpecification> ena_srd_specification{};
  std::optional<std::int64_t> ena_queue_count{};
};

struct InterfaceAddress {
  bool primary = false;
  std::string private_ip_address{};
};

struct NetworkInterfaceRecord {
  static constexpr std::string_view kTable = "network-interfaces";
  std::string region{};
  std::int64_t serial = 0;
  std::string vpc_id{};
  std::string subnet_id{};
  std::string description{};
  std::vector<GroupIdentifier> groups{};
  std::string interface_type = "interface";
  std::string mac_address{};
  std::vector<InterfaceAddress> private_ip_addresses{};  ///< The first is the primary one.
  std::optional<std::string> requester_id{};
  bool requester_managed = false;
  bool source_dest_check = true;
  std::optional<NetworkInterfaceAttachment> attachment{};
  std::optional<std::string> transition_start{};  ///< When it was created, if it was pending for a while.
  std::vector<Tag> tags{};

  [[nodiscard]] bool has(std::string_view private_ip_address) const;
  [[nodiscard]] bool serves(std::string_view vpc) const { return vpc_id == vpc; }

  /// Says which address is primary and not the first, or the first and not primary.
  [[nodiscard]] std::optional<std::string> contradiction() const;

  /// Checks that addresses are those of the subnet and have one owner each, and that subnet and groups are in the VPC.
  static void check_relations(const Records& records, const Noun::Report& report);
};

namespace model {

template <>
struct Describe<GroupIdentifier> {
  static constexpr std::string_view name = "GroupIdentifier";
  static constexpr auto members =
      model::members(member<&GroupIdentifier::group_id>("GroupId", "The id of the group.",
                                                        {.refers = "security-group", .tells_apart = true}),
                     member<&GroupIdentifier::group_name>("GroupName", "The name of the group.", {.computed = true}));
};

template <>
struct Describe<AttachmentEnaSrdUdpSpecification> {
  static constexpr std::string_view name = "AttachmentEnaSrdUdpSpecification";
  static constexpr auto members = model::members(member<&AttachmentEnaSrdUdpSpecification::ena_srd_udp_enabled>(
      "EnaSrdUdpEnabled", "Whether ENA Express is used for UDP."));
};

template <>
struct Describe<AttachmentEnaSrdSpecification> {
  static constexpr std::string_view name = "AttachmentEnaSrdSpecification";
  static constexpr auto members = model::members(
      member<&AttachmentEnaSrdSpecification::ena_srd_enabled>("EnaSrdEnabled", "Whether ENA Express is used."),
      member<&AttachmentEnaSrdSpecification::ena_srd_udp_specification>("EnaSrdUdpSpecification",
                                                                        "Whether it is used for UDP."));
};

/// Where AWS's model has `natGateway`, its answers have `nat_gateway`.
inline constexpr std::string_view kInterfaceTypes[] = {"interface",
                                                       "nat_gateway",
                                                       "efa",
                                                       "efa-only",
                                                       "trunk",
                                                       "load_balancer",
                                                       "network_load_balancer",
                                                       "vpc_endpoint",
                                                       "branch",
                                                       "transit_gateway",
                                                       "lambda",
                                                       "quicksight",
                                                       "global_accelerator_managed",
                                                       "api_gateway_managed",
                                                       "gateway_load_balancer",
                                                       "gateway_load_balancer_endpoint",
                                                       "iot_rules_managed",
                                                       "aws_codestar_connections_managed",
                                                       "ec2_instance_connect_endpoint"};
inline constexpr std::string_view kAttachmentStatuses[] = {"attaching", "attached", "detaching", "detached"};

template <>
struct Describe<NetworkInterfaceAttachment> {
  using Self = NetworkInterfaceAttachment;
  static constexpr std::string_view name = "NetworkInterfaceAttachment";
  static constexpr auto members = model::members(
      member<&Self::attach_time>("AttachTime", "When it was attached.",
                                 {.time = true, .fault = &value_faults::shown_time}),
      member<&Self::attachment_id>("AttachmentId", "The id of the attachment.", {.part = "ela-attach-"}),
      member<&Self::delete_on_termination>("DeleteOnTermination", "Whether it is deleted with the instance."),
      member<&Self::device_index>("DeviceIndex", "Its position on the instance.", {.minimum = 0}),
      member<&Self::network_card_index>("NetworkCardIndex", "The network card that it is attached to.", {.minimum = 0}),
      member<&Self::instance_id>("InstanceId", "The instance.", {.refers = "instance", .on_delete = OnDelete::dangles}),
      member<&Self::instance_owner_id>("InstanceOwnerId", "The owner of what it is attached to."),
      member<&Self::status>("Status", "The state of the attachment: attached.", {.choices = kAttachmentStatuses}),
      member<&Self::ena_srd_specification>("EnaSrdSpecification", "Whether ENA Express is used."),
      member<&Self::ena_queue_count>("EnaQueueCount", "The number of queues.", {.minimum = 0}));
};

template <>
struct Describe<InterfaceAddress> {
  static constexpr std::string_view name = "InterfaceAddress";
  static constexpr auto members = model::members(
      member<&InterfaceAddress::primary>("Primary", "Whether it is the primary address."),
      member<&InterfaceAddress::private_ip_address>("PrivateIpAddress", "The address.",
                                                    {.tells_apart = true, .fault = &value_faults::ipv4_address}));
};

template <>
struct Describe<NetworkInterfaceRecord> {
  using Self = NetworkInterfaceRecord;
  static constexpr std::string_view name = "NetworkInterfaceRecord";
  static constexpr auto members = model::members(
      recorded::region<&Self::region>, recorded::serial<&Self::serial>,
      member<&Self::vpc_id>("VpcId", "The VPC that it is in.", {.refers = "vpc"}),
      member<&Self::subnet_id>("SubnetId", "The subnet that it is in.", {.refers = "subnet"}),
      member<&Self::description>("Description", "What it is for."), member<&Self::groups>("Groups", "Its groups."),
      member<&Self::interface_type>("InterfaceType", "The type of the interface.", {.choices = kInterfaceTypes}),
      member<&Self::mac_address>("MacAddress", "Its MAC address.", {.fault = &value_faults::mac_address}),
      member<&Self::private_ip_addresses>("PrivateIpAddresses", "Its addresses, the primary one first.",
                                          {.minimum = 1}),
      member<&Self::requester_id>("RequesterId", "Who created it."),
      member<&Self::requester_managed>("RequesterManaged", "Whether a service of AWS manages it."),
      member<&Self::source_dest_check>("SourceDestCheck", "Whether it drops traffic that is not its own."),
      member<&Self::attachment>("Attachment", "What it is attached to."),
      recorded::transition_start<&Self::transition_start>,
      member<&Self::tags>("Tags", "Its tags, sorted by key.", {.shown_as = "TagSet"}));
};

}  // namespace model
}  // namespace ec2mimic
