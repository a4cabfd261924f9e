// Attachments of VPCs to transit gateways: their record, and the two views that AWS has of them, one of VPC attachments
// and one of attachments of any kind.
#pragma once

#include "core/operation/life.h"
#include "core/operation/shown_time.h"
#include "core/ops/transit_gateway/transit_gateway.h"

namespace ec2mimic {

namespace ops {
extern const Noun transit_gateway_attachment;
}

struct TransitGatewayVpcAttachmentOptions {
  std::string dns_support = "enable";
  std::string security_group_referencing_support = "enable";
  std::string ipv6_support = "disable";
  std::string appliance_mode_support = "disable";
};

struct TransitGatewayVpcAttachmentRecord {
  static constexpr std::string_view kTable = "transit-gateway-vpc-attachments";
  std::string region{};
  std::int64_t serial = 0;
  std::string transit_gateway_id{};
  std::string vpc_id{};
  std::vector<std::string> subnet_ids{};
  std::string creation_time{};
  TransitGatewayVpcAttachmentOptions options{};
  std::optional<std::string> transit_gateway_route_table_id{};  ///< The route table of the gateway that it uses.
  std::optional<std::string> transition_start{};                ///< When it was created, if it was pending for a while.
  std::optional<std::string> deletion_time{};
  std::vector<Tag> tags{};

  [[nodiscard]] Life life() const { return {deletion_time}; }

  /// Checks that a VPC is attached to a gateway once.
  static void check_relations(const Records& records, const Noun::Report& report);
};

/// A VPC attachment as AWS shows it.
struct TransitGatewayVpcAttachment {
  std::string transit_gateway_attachment_id{};
  std::string transit_gateway_id{};
  std::string vpc_id{};
  std::string vpc_owner_id{};
  std::string state{};
  std::optional<std::vector<std::string>> subnet_ids{};
  std::string creation_time{};
  std::optional<TransitGatewayVpcAttachmentOptions> options{};
  std::optional<std::vector<Tag>> tags{};
};

struct TransitGatewayAttachmentAssociation {
  std::string transit_gateway_route_table_id{};
  std::string state{};
};

/// The same as an attachment of any kind.
struct TransitGatewayAttachment {
  std::string transit_gateway_attachment_id{};
  std::string transit_gateway_id{};
  std::string transit_gateway_owner_id{};
  std::string resource_owner_id{};
  std::string resource_type{};
  std::string resource_id{};
  std::string state{};
  std::optional<TransitGatewayAttachmentAssociation> association{};
  std::string creation_time{};
  std::vector<Tag> tags{};
};

template <>
struct Resource<TransitGatewayVpcAttachment> {
  using Record = TransitGatewayVpcAttachmentRecord;
  static constexpr const Noun& noun = ops::transit_gateway_attachment;
  static const std::span<const FilterRule> filters;
  static constexpr auto id = &TransitGatewayVpcAttachment::transit_gateway_attachment_id;
  static constexpr auto tags = &TransitGatewayVpcAttachment::tags;
  static TransitGatewayVpcAttachment view(const std::string& id, const TransitGatewayVpcAttachmentRecord& record,
                                          Context& context);
  static void as_created(TransitGatewayVpcAttachment& view);
};

template <>
struct Resource<TransitGatewayAttachment> {
  using Record = TransitGatewayVpcAttachmentRecord;
  static constexpr const Noun& noun = ops::transit_gateway_attachment;
  static const std::span<const FilterRule> filters;
  static constexpr auto id = &TransitGatewayAttachment::transit_gateway_attachment_id;
  static constexpr auto tags = &TransitGatewayAttachment::tags;
  static TransitGatewayAttachment view(const std::string& id, const TransitGatewayVpcAttachmentRecord& record,
                                       Context& context);
};

/// True once an attachment is deleted, and not while it is being deleted.
[[nodiscard]] bool is_deleted(const Context& context, const TransitGatewayVpcAttachmentRecord& attachment);

namespace transit_gateways {

/// The attachments of a gateway, deleted ones too.
[[nodiscard]] std::vector<Table<TransitGatewayVpcAttachmentRecord>::Entry> attachments_of(
    Context& context, const std::string& transit_gateway_id);

/// Throws InvalidTransitGatewayAttachmentID.Malformed for what can be no id.
void require_well_formed_attachment(const std::string& id);

}  // namespace transit_gateways

inline constexpr std::string_view kTransitGatewayAttachmentStates[] = {
    "initiating", "initiatingRequest", "pendingAcceptance", "rollingBack", "pending",  "available",
    "modifying",  "deleting",          "deleted",           "failed",      "rejected", "rejecting",
    "failing"};
inline constexpr std::string_view kTransitGatewayResourceTypes[] = {
    "vpc",       "vpn",     "vpn-concentrator", "direct-connect-gateway",
    "connect",   "peering", "tgw-peering",      "network-function",
    "client-vpn"};
inline constexpr std::string_view kTransitGatewayAssociationStates[] = {"associating", "associated", "disassociating",
                                                                        "disassociated"};

namespace model {

template <>
struct Describe<TransitGatewayVpcAttachmentOptions> {
  using Self = TransitGatewayVpcAttachmentOptions;
  static constexpr std::string_view name = "TransitGatewayVpcAttachmentOptions";
  static constexpr auto members = model::members(
      member<&Self::dns_support>("DnsSupport", "Whether DNS names are resolved across VPCs.", {.choices = kSwitch}),
      member<&Self::security_group_referencing_support>("SecurityGroupReferencingSupport",
                                                        "Whether rules may name security groups of other VPCs.",
                                                        {.choices = kSwitch}),
      member<&Self::ipv6_support>("Ipv6Support", "Whether IPv6 is supported.", {.choices = kSwitch}),
      member<&Self::appliance_mode_support>("ApplianceModeSupport", "Whether both directions of a flow use one zone.",
                                            {.choices = kSwitch}));
};

template <>
struct Describe<TransitGatewayVpcAttachmentRecord> {
  using Self = TransitGatewayVpcAttachmentRecord;
  static constexpr std::string_view name = "TransitGatewayVpcAttachmentRecord";
  static constexpr auto members = model::members(
      recorded::region<&Self::region>, recorded::serial<&Self::serial>,
      member<&Self::transit_gateway_id>("TransitGatewayId", "The gateway.", {.refers = "transit-gateway"}),
      member<&Self::vpc_id>("VpcId", "The VPC that it attaches.", {.refers = "vpc"}),
      member<&Self::subnet_ids>("SubnetIds", "The subnets in which the gateway can be reached.", {.refers = "subnet"}),
      member<&Self::creation_time>("CreationTime", "When it was created.", {.fault = &value_faults::shown_time}),
      member<&Self::options>("Options", "How it works."),
      member<&Self::transit_gateway_route_table_id>("TransitGatewayRouteTableId",
                                                    "The route table of the gateway that it uses.",
                                                    {.refers = "transit-gateway-route-table",
                                                     .on_delete = OnDelete::dangles,
                                                     .fault = &transit_gateways::route_table_fault}),
      recorded::transition_start<&Self::transition_start>, recorded::deletion_time<&Self::deletion_time>,
      recorded::tags<&Self::tags>);
};

template <>
struct Describe<TransitGatewayVpcAttachment> {
  using Self = TransitGatewayVpcAttachment;
  static constexpr std::string_view name = "TransitGatewayVpcAttachment";
  static constexpr auto members = model::members(
      member<&Self::transit_gateway_attachment_id>("TransitGatewayAttachmentId", "Its id.",
                                                   {.refers = "transit-gateway-attachment", .key = true}),
      member<&Self::transit_gateway_id>("TransitGatewayId", "The gateway.", {.refers = "transit-gateway"}),
      member<&Self::vpc_id>("VpcId", "The VPC.", {.refers = "vpc"}),
      member<&Self::vpc_owner_id>("VpcOwnerId", "The account that owns the VPC.", {.computed = true, .account = true}),
      member<&Self::state>("State", "Its state: pending, available, deleting or deleted.",
                           {.choices = kTransitGatewayAttachmentStates, .computed = true}),
      member<&Self::subnet_ids>("SubnetIds", "The subnets in which the gateway can be reached.", {.refers = "subnet"}),
      member<&Self::creation_time>("CreationTime", "When it was created.", {.time = true}),
      member<&Self::options>("Options", "How it works."), member<&Self::tags>("Tags", "Its tags."));
};

template <>
struct Describe<TransitGatewayAttachmentAssociation> {
  using Self = TransitGatewayAttachmentAssociation;
  static constexpr std::string_view name = "TransitGatewayAttachmentAssociation";
  static constexpr auto members =
      model::members(member<&Self::transit_gateway_route_table_id>("TransitGatewayRouteTableId", "The route table.",
                                                                   {.refers = "transit-gateway-route-table"}),
                     member<&Self::state>("State", "The state of the association: associating or associated.",
                                          {.choices = kTransitGatewayAssociationStates, .computed = true}));
};

template <>
struct Describe<TransitGatewayAttachment> {
  using Self = TransitGatewayAttachment;
  static constexpr std::string_view name = "TransitGatewayAttachment";
  static constexpr auto members = model::members(
      member<&Self::transit_gateway_attachment_id>("TransitGatewayAttachmentId", "Its id.",
                                                   {.refers = "transit-gateway-attachment", .key = true}),
      member<&Self::transit_gateway_id>("TransitGatewayId", "The gateway.", {.refers = "transit-gateway"}),
      member<&Self::transit_gateway_owner_id>("TransitGatewayOwnerId", "The account that owns the gateway.",
                                              {.computed = true, .account = true}),
      member<&Self::resource_owner_id>("ResourceOwnerId", "The account that owns what is attached.",
                                       {.computed = true, .account = true}),
      member<&Self::resource_type>("ResourceType", "What is attached: vpc.",
                                   {.choices = kTransitGatewayResourceTypes, .computed = true}),
      member<&Self::resource_id>("ResourceId", "The id of what is attached.", {.refers = "vpc"}),
      member<&Self::state>("State", "Its state: pending, available, deleting or deleted.",
                           {.choices = kTransitGatewayAttachmentStates, .computed = true}),
      member<&Self::association>("Association", "The route table that it uses; absent if it uses none.",
                                 {.computed = true}),
      member<&Self::creation_time>("CreationTime", "When it was created.", {.time = true}),
      member<&Self::tags>("Tags", "Its tags."));
};

}  // namespace model
}  // namespace ec2mimic
