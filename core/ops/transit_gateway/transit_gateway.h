// Transit gateways: their record and their view. They route nothing here: VPCs are attached to them, and routes lead to
// them. Their route tables are only ids.
#pragma once

#include "core/operation/life.h"
#include "core/operation/shown_time.h"

namespace ec2mimic {

namespace ops {
extern const Noun transit_gateway;
}

struct TransitGatewayEncryptionSupport {
  std::optional<std::string> encryption_state{};
  std::optional<std::string> state_message{};
};

struct TransitGatewayOptions {
  std::int64_t amazon_side_asn = 64512;
  std::optional<std::vector<std::string>> transit_gateway_cidr_blocks{};
  std::string auto_accept_shared_attachments = "disable";
  std::string default_route_table_association = "enable";
  std::optional<std::string> association_default_route_table_id{};
  std::string default_route_table_propagation = "enable";
  std::optional<std::string> propagation_default_route_table_id{};
  std::string vpn_ecmp_support = "enable";
  std::string dns_support = "enable";
  std::string security_group_referencing_support = "disable";
  std::string multicast_support = "disable";
  std::optional<TransitGatewayEncryptionSupport> encryption_support{};  ///< Only of one that was imported.
};

struct TransitGatewayRecord {
  static constexpr std::string_view kTable = "transit-gateways";
  std::string region{};
  std::int64_t serial = 0;
  std::optional<std::string> description{};
  std::string creation_time{};
  TransitGatewayOptions options{};
  std::optional<std::string> transition_start{};  ///< When it was created, if it was pending for a while.
  std::optional<std::string> deletion_time{};
  std::vector<Tag> tags{};

  [[nodiscard]] Life life() const { return {deletion_time}; }
};

/// A transit gateway as AWS shows it.
struct TransitGateway {
  std::string transit_gateway_id{};
  std::string transit_gateway_arn{};
  std::string state{};
  std::string owner_id{};
  std::optional<std::string> description{};
  std::string creation_time{};
  TransitGatewayOptions options{};
  std::optional<std::vector<Tag>> tags{};
};

template <>
struct Resource<TransitGateway> {
  using Record = TransitGatewayRecord;
  static constexpr const Noun& noun = ops::transit_gateway;
  static const std::span<const FilterRule> filters;
  static constexpr auto id = &TransitGateway::transit_gateway_id;
  static constexpr auto tags = &TransitGateway::tags;
  static TransitGateway view(const std::string& id, const TransitGatewayRecord& record, Context& context);
  static void as_created(TransitGateway& view);
};

namespace transit_gateways {

/// The prefix of the ids of their route tables.
inline constexpr std::string_view kRouteTablePrefix = "tgw-rtb-";

/// What is wrong with a block of a gateway's own, in the manner of value_faults.
[[nodiscard]] std::string own_block_fault(std::string_view value);

/// The same with the id of a route table.
[[nodiscard]] std::string route_table_fault(std::string_view value);

/// Throws InvalidTransitGatewayID.Malformed for what can be no id.
void require_well_formed(const std::string& id);

/// The record of a gateway that can be used or deleted. Throws InvalidTransitGatewayID.Malformed, NotFound for one that
/// is deleted, IncorrectState for one that is pending or being deleted, and RecordError.
[[nodiscard]] TransitGatewayRecord require_available(Context& context, const std::string& id);

/// The value if the request has one. Throws ApiError unless it is `enable` or `disable`.
[[nodiscard]] std::string switched(const std::optional<std::string>& value, const std::string& otherwise,
                                   std::string_view wire_name);

}  // namespace transit_gateways

inline constexpr std::string_view kTransitGatewayStates[] = {"pending", "available", "modifying", "deleting",
                                                             "deleted"};
inline constexpr std::string_view kSwitch[] = {"enable", "disable"};
inline constexpr std::string_view kEncryptionStates[] = {"enabling", "enabled", "disabling", "disabled"};

namespace model {

template <>
struct Describe<TransitGatewayEncryptionSupport> {
  using Self = TransitGatewayEncryptionSupport;
  static constexpr std::string_view name = "EncryptionSupport";
  static constexpr auto members =
      model::members(member<&Self::encryption_state>("EncryptionState", "The state of the encryption.",
                                                     {.choices = kEncryptionStates}),
                     member<&Self::state_message>("StateMessage", "Details of the state, if any."));
};

template <>
struct Describe<TransitGatewayOptions> {
  using Self = TransitGatewayOptions;
  static constexpr std::string_view name = "TransitGatewayOptions";
  static constexpr auto members = model::members(
      member<&Self::amazon_side_asn>("AmazonSideAsn", "The number of the network on the side of AWS.",
                                     {.minimum = 1, .maximum = 4294967295}),
      member<&Self::transit_gateway_cidr_blocks>("TransitGatewayCidrBlocks",
                                                 "The gateway's own address blocks; absent if it has none.",
                                                 {.fault = &transit_gateways::own_block_fault}),
      member<&Self::auto_accept_shared_attachments>("AutoAcceptSharedAttachments",
                                                    "Whether attachments of other accounts are accepted by themselves.",
                                                    {.choices = kSwitch}),
      member<&Self::default_route_table_association>("DefaultRouteTableAssociation",
                                                     "Whether new attachments use the default association route table.",
                                                     {.choices = kSwitch}),
      member<&Self::association_default_route_table_id>("AssociationDefaultRouteTableId", "That route table.",
                                                        {.refers = "transit-gateway-route-table",
                                                         .on_delete = OnDelete::dangles,
                                                         .fault = &transit_gateways::route_table_fault}),
      member<&Self::default_route_table_propagation>("DefaultRouteTablePropagation",
                                                     "Whether they add routes to the default propagation route table.",
                                                     {.choices = kSwitch}),
      member<&Self::propagation_default_route_table_id>("PropagationDefaultRouteTableId", "That route table.",
                                                        {.refers = "transit-gateway-route-table",
                                                         .on_delete = OnDelete::dangles,
                                                         .fault = &transit_gateways::route_table_fault}),
      member<&Self::vpn_ecmp_support>("VpnEcmpSupport", "Whether VPN connections share the traffic.",
                                      {.choices = kSwitch}),
      member<&Self::dns_support>("DnsSupport", "Whether DNS names are resolved across VPCs.", {.choices = kSwitch}),
      member<&Self::security_group_referencing_support>("SecurityGroupReferencingSupport",
                                                        "Whether rules may name security groups of other VPCs.",
                                                        {.choices = kSwitch}),
      member<&Self::multicast_support>("MulticastSupport", "Whether multicast is supported.", {.choices = kSwitch}),
      member<&Self::encryption_support>("EncryptionSupport", "The state of the encryption; not shown here."));
};

template <>
struct Describe<TransitGatewayRecord> {
  using Self = TransitGatewayRecord;
  static constexpr std::string_view name = "TransitGatewayRecord";
  static constexpr auto members = model::members(
      recorded::region<&Self::region>, recorded::serial<&Self::serial>,
      member<&Self::description>("Description", "What it is for."),
      member<&Self::creation_time>("CreationTime", "When it was created.", {.fault = &value_faults::shown_time}),
      member<&Self::options>("Options", "How it works."), recorded::transition_start<&Self::transition_start>,
      recorded::deletion_time<&Self::deletion_time>, recorded::tags<&Self::tags>);
};

template <>
struct Describe<TransitGateway> {
  using Self = TransitGateway;
  static constexpr std::string_view name = "TransitGateway";
  static constexpr auto members = model::members(
      member<&Self::transit_gateway_id>("TransitGatewayId", "Its id.", {.refers = "transit-gateway", .key = true}),
      member<&Self::transit_gateway_arn>("TransitGatewayArn", "Its ARN.", {.computed = true}),
      member<&Self::state>("State", "Its state: pending, available, deleting or deleted.",
                           {.choices = kTransitGatewayStates, .computed = true}),
      member<&Self::owner_id>("OwnerId", "The account that owns it.", {.computed = true, .account = true}),
      member<&Self::description>("Description", "What it is for; absent if nothing was said."),
      member<&Self::creation_time>("CreationTime", "When it was created.", {.time = true}),
      // A record may lack options that have their defaults, so filters cannot look for them in its text.
      member<&Self::options>("Options", "How it works.", {.computed = true}), member<&Self::tags>("Tags", "Its tags."));
};

}  // namespace model
}  // namespace ec2mimic
