// NAT gateways: their record and their view.
#pragma once

#include "core/operation/resource.h"
#include "core/operation/shown_time.h"

namespace ec2mimic {

namespace ops {
extern const Noun nat_gateway;
}

struct NatGatewayAttachedAppliance {
  std::optional<std::string> type{};
  std::optional<std::string> appliance_arn{};
  std::optional<std::string> vpc_endpoint_id{};
  std::optional<std::string> attachment_state{};
  std::optional<std::string> modification_state{};
  std::optional<std::string> failure_code{};
  std::optional<std::string> failure_message{};
};

struct ProvisionedBandwidth {
  std::optional<std::string> provision_time{};
  std::optional<std::string> provisioned{};
  std::optional<std::string> request_time{};
  std::optional<std::string> requested{};
  std::optional<std::string> status{};
};

struct NatGatewayAddress {
  std::optional<std::string> allocation_id{};
  std::optional<std::string> network_interface_id{};
  std::optional<std::string> private_ip{};
  std::optional<std::string> public_ip{};
  std::optional<std::string> association_id{};
  std::optional<bool> is_primary{};
  std::optional<std::string> failure_message{};
  std::optional<std::string> status{};
  std::optional<std::string> availability_zone{};
  std::optional<std::string> availability_zone_id{};
};

struct NatGatewayRecord {
  static constexpr std::string_view kTable = "nat-gateways";
  std::string region{};
  std::int64_t serial = 0;
  std::string vpc_id{};
  std::string subnet_id{};
  std::string connectivity_type{};
  std::vector<NatGatewayAddress> addresses{};
  std::string create_time{};
  std::optional<std::string> delete_time{};
  std::optional<std::string> failure_code{};
  std::optional<std::string> failure_message{};
  std::optional<std::string> transition_start{};  ///< When it was created or deleted, if that took a while.
  std::vector<Tag> tags{};

  /// AWS lists one that failed as long as one that was deleted.
  [[nodiscard]] Life life() const {
    return {delete_time ? delete_time : failure_code ? std::optional(create_time) : std::nullopt};
  }

  /// Traffic goes through it as soon as it is there, and no more from the moment it is deleted.
  [[nodiscard]] bool serves(std::string_view vpc) const { return vpc_id == vpc; }

  /// Once a gateway is deleted its interface is, too, and its Elastic IP address is free.
  static void catch_up(Context& context);

  /// Says which public address a private gateway has, or a public one lacks.
  [[nodiscard]] std::optional<std::string> contradiction() const;

  /// Checks that a gateway that lives is in a subnet of its VPC and says the same of its interface and its Elastic IP
  /// address as their records, and that every interface of a gateway belongs to just one.
  static void check_relations(const Records& records, const Noun::Report& report);
};

/// A NAT gateway as AWS shows it.
struct NatGateway {
  std::string create_time{};
  std::optional<std::string> delete_time{};
  std::optional<std::string> failure_code{};
  std::optional<std::string> failure_message{};
  std::vector<NatGatewayAddress> nat_gateway_addresses{};
  std::string nat_gateway_id{};
  std::optional<ProvisionedBandwidth> provisioned_bandwidth{};
  std::string state{};
  std::string subnet_id{};
  std::string vpc_id{};
  std::optional<std::vector<Tag>> tags{};
  std::string connectivity_type{};
  std::optional<std::string> availability_mode{};
  std::optional<std::string> auto_scaling_ips{};
  std::optional<std::string> auto_provision_zones{};
  std::optional<std::vector<NatGatewayAttachedAppliance>> attached_appliances{};
  std::optional<std::string> route_table_id{};
};

template <>
struct Resource<NatGateway> {
  using Record = NatGatewayRecord;
  static constexpr const Noun& noun = ops::nat_gateway;
  static const std::span<const FilterRule> filters;
  static constexpr auto id = &NatGateway::nat_gateway_id;
  static constexpr auto tags = &NatGateway::tags;
  static NatGateway view(const std::string& id, const NatGatewayRecord& record, Context& context);
  /// The answer of a create says `pending`, and of its addresses no more than the request.
  static void as_created(NatGateway& view);
};

/// The type of the interfaces of NAT gateways.
inline constexpr std::string_view kNatInterface = "nat_gateway";

inline constexpr std::string_view kNatGatewayStates[] = {"pending", "failed", "available", "deleting", "deleted"};

namespace model {

template <>
struct Describe<NatGatewayAttachedAppliance> {
  static constexpr std::string_view name = "NatGatewayAttachedAppliance";
  static constexpr auto members = model::members(
      member<&NatGatewayAttachedAppliance::type>("Type", "The type of the appliance."),
      member<&NatGatewayAttachedAppliance::appliance_arn>("ApplianceArn", "Its ARN."),
      member<&NatGatewayAttachedAppliance::vpc_endpoint_id>("VpcEndpointId", "The endpoint that leads to it."),
      member<&NatGatewayAttachedAppliance::attachment_state>("AttachmentState", "The state of the attachment."),
      member<&NatGatewayAttachedAppliance::modification_state>("ModificationState", "The state of its last change."),
      member<&NatGatewayAttachedAppliance::failure_code>("FailureCode", "Why that failed."),
      member<&NatGatewayAttachedAppliance::failure_message>("FailureMessage", "The same in words."));
};

template <>
struct Describe<ProvisionedBandwidth> {
  static constexpr std::string_view name = "ProvisionedBandwidth";
  static constexpr auto members = model::members(
      member<&ProvisionedBandwidth::provision_time>("ProvisionTime", "When it was provided.", {.time = true}),
      member<&ProvisionedBandwidth::provisioned>("Provisioned", "The bandwidth."),
      member<&ProvisionedBandwidth::request_time>("RequestTime", "When it was requested.", {.time = true}),
      member<&ProvisionedBandwidth::requested>("Requested", "The bandwidth that was requested."),
      member<&ProvisionedBandwidth::status>("Status", "The state of the request."));
};

template <>
struct Describe<NatGatewayAddress> {
  static constexpr std::string_view name = "NatGatewayAddress";
  static constexpr auto members = model::members(
      member<&NatGatewayAddress::allocation_id>("AllocationId",
                                                "The Elastic IP address; absent from a private gateway.",
                                                {.refers = "elastic-ip", .tells_apart = true}),
      member<&NatGatewayAddress::network_interface_id>("NetworkInterfaceId", "The interface of the gateway.",
                                                       {.refers = "network-interface", .tells_apart = true}),
      member<&NatGatewayAddress::private_ip>("PrivateIp", "The address of that interface.",
                                             {.fault = &value_faults::ipv4_address}),
      member<&NatGatewayAddress::public_ip>("PublicIp", "The public address.", {.fault = &value_faults::ipv4_address}),
      member<&NatGatewayAddress::association_id>("AssociationId", "The id of the association of the two.",
                                                 {.refers = "eipassoc-", .on_delete = OnDelete::dangles}),
      member<&NatGatewayAddress::is_primary>("IsPrimary", "Whether it is the primary address.", {.computed = true}),
      member<&NatGatewayAddress::failure_message>("FailureMessage", "Why the address could not be used.",
                                                  {.computed = true}),
      member<&NatGatewayAddress::status>("Status", "The state of the address: succeeded.", {.computed = true}),
      member<&NatGatewayAddress::availability_zone>("AvailabilityZone", "The zone, of a regional gateway.",
                                                    {.computed = true}),
      member<&NatGatewayAddress::availability_zone_id>("AvailabilityZoneId", "The id of that zone.",
                                                       {.computed = true}));
};

inline constexpr std::string_view kConnectivityTypes[] = {"private", "public"};

template <>
struct Describe<NatGatewayRecord> {
  using Self = NatGatewayRecord;
  static constexpr std::string_view name = "NatGatewayRecord";
  static constexpr auto members = model::members(
      recorded::region<&Self::region>, recorded::serial<&Self::serial>,
      member<&Self::vpc_id>("VpcId", "The VPC that it is in.", {.refers = "vpc"}),
      member<&Self::subnet_id>("SubnetId", "The subnet that it is in.", {.refers = "subnet"}),
      member<&Self::connectivity_type>("ConnectivityType", "Whether it is public or private.",
                                       {.choices = kConnectivityTypes}),
      member<&Self::addresses>("NatGatewayAddresses", "Its addresses.", {.minimum = 1}),
      member<&Self::create_time>("CreateTime", "When it was created.", {.fault = &value_faults::shown_time}),
      member<&Self::delete_time>("DeleteTime", "When it was deleted.",
                                 {.ends = true, .fault = &value_faults::shown_time}),
      member<&Self::failure_code>("FailureCode", "Why it failed.", {.ends = true}),
      member<&Self::failure_message>("FailureMessage", "The same in words."),
      recorded::transition_start<&Self::transition_start>, recorded::tags<&Self::tags>);
};

template <>
struct Describe<NatGateway> {
  static constexpr std::string_view name = "NatGateway";
  static constexpr auto members = model::members(
      member<&NatGateway::create_time>("CreateTime", "When it was created.", {.time = true}),
      member<&NatGateway::delete_time>("DeleteTime", "When it was deleted; absent if it was not.", {.time = true}),
      member<&NatGateway::failure_code>("FailureCode", "Why it failed; absent if it did not."),
      member<&NatGateway::failure_message>("FailureMessage", "The same in words."),
      member<&NatGateway::nat_gateway_addresses>(
          "NatGatewayAddresses", "Its addresses; while it is pending, only the id of the Elastic IP address.",
          {.computed = true}),
      member<&NatGateway::nat_gateway_id>("NatGatewayId", "Its id.", {.refers = "natgateway", .key = true}),
      member<&NatGateway::provisioned_bandwidth>("ProvisionedBandwidth", "Reserved for AWS."),
      member<&NatGateway::state>("State", "The state: pending, available, deleting, deleted or failed.",
                                 {.choices = kNatGatewayStates, .computed = true}),
      member<&NatGateway::subnet_id>("SubnetId", "The subnet that it is in.", {.refers = "subnet"}),
      member<&NatGateway::vpc_id>("VpcId", "The VPC that it is in.", {.refers = "vpc"}),
      member<&NatGateway::tags>("Tags", "Its tags; absent if it has none."),
      member<&NatGateway::connectivity_type>("ConnectivityType", "Whether it is public or private."),
      member<&NatGateway::availability_mode>("AvailabilityMode", "Whether it is in one zone or all; not shown here."),
      member<&NatGateway::auto_scaling_ips>("AutoScalingIps",
                                            "Whether it gets more addresses by itself; not shown here."),
      member<&NatGateway::auto_provision_zones>("AutoProvisionZones",
                                                "Whether it expands to new zones; not shown here."),
      member<&NatGateway::attached_appliances>("AttachedAppliances", "Appliances that see its traffic; not used here."),
      member<&NatGateway::route_table_id>("RouteTableId", "The route table of a regional gateway; not used here.",
                                          {.refers = "route-table"}));
};

}  // namespace model
}  // namespace ec2mimic
