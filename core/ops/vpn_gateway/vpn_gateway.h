// Virtual private gateways: their record and their view.
#pragma once

#include "core/operation/life.h"
#include "core/text/iso_time.h"

namespace ec2mimic {

namespace ops {
extern const Noun vpn_gateway;
}

struct VpnGatewayRecord {
  static constexpr std::string_view kTable = "vpn-gateways";
  std::string region{};
  std::int64_t serial = 0;
  std::string type{};
  std::int64_t amazon_side_asn = 0;
  std::optional<std::string> availability_zone{};
  std::optional<std::string> vpc_id{};
  std::optional<std::string> transition_start{};  ///< When it was attached, if that took a while.
  std::optional<std::string> former_vpc_id{};     ///< The VPC it was detached from last, unless it was attached since.
  std::optional<std::string> detachment_time{};   ///< When that was.
  std::optional<std::string> deletion_time{};
  std::vector<Tag> tags{};

  [[nodiscard]] Life life() const { return {deletion_time}; }
  void end(const Context& context) { deletion_time = iso_time(context.now()); }

  [[nodiscard]] bool serves(std::string_view vpc) const { return vpc_id == vpc; }

  /// Says so if only one of the two members that tell of its detachment is set.
  [[nodiscard]] std::optional<std::string> contradiction() const;

  /// Checks that each VPC has at most one, that none is attached after its deletion, and that zones are of the region.
  static void check_relations(const Records& records, const Noun::Report& report);
};

struct VpcAttachment {
  std::string vpc_id{};
  std::string state{};
};

/// A virtual private gateway as AWS shows it.
struct VpnGateway {
  std::int64_t amazon_side_asn = 0;
  std::vector<Tag> tags{};
  std::string vpn_gateway_id{};
  std::string state{};
  std::string type{};
  std::optional<std::string> availability_zone{};
  std::vector<VpcAttachment> vpc_attachments{};
};

template <>
struct Resource<VpnGateway> {
  using Record = VpnGatewayRecord;
  static constexpr const Noun& noun = ops::vpn_gateway;
  static const std::span<const FilterRule> filters;
  static constexpr auto id = &VpnGateway::vpn_gateway_id;
  static constexpr auto tags = &VpnGateway::tags;
  static VpnGateway view(const std::string& id, const VpnGatewayRecord& record, Context& context);
};

/// True while the gateway is being detached from a VPC.
[[nodiscard]] bool is_detaching(const Context& context, const VpnGatewayRecord& gateway);

inline constexpr std::string_view kVpnGatewayTypes[] = {"ipsec.1"};
inline constexpr std::string_view kVpnStates[] = {"pending", "available", "deleting", "deleted"};
inline constexpr std::string_view kAttachmentStatuses[] = {"attaching", "attached", "detaching", "detached"};

namespace model {

template <>
struct Describe<VpnGatewayRecord> {
  using Self = VpnGatewayRecord;
  static constexpr std::string_view name = "VpnGatewayRecord";
  static constexpr auto members = model::members(
      recorded::region<&Self::region>, recorded::serial<&Self::serial>,
      member<&Self::type>("Type", "The kind of VPN connection that it supports.", {.choices = kVpnGatewayTypes}),
      member<&Self::amazon_side_asn>("AmazonSideAsn", "The number of the network on the side of AWS.",
                                     {.minimum = 1, .maximum = 4294967295}),
      member<&Self::availability_zone>("AvailabilityZone", "The zone that was asked for."),
      member<&Self::vpc_id>("VpcId", "The VPC that it is attached to, if any.",
                            {.refers = "vpc", .shown_as = "VpcAttachments.VpcId"}),
      recorded::transition_start<&Self::transition_start>,
      member<&Self::former_vpc_id>("FormerVpcId", "The VPC that it was detached from last, which may be gone.",
                                   {.refers = "vpc", .on_delete = OnDelete::dangles}),
      member<&Self::detachment_time>("DetachmentTime", "When it was detached from that, in UTC.",
                                     {.fault = &value_faults::time}),
      recorded::deletion_time<&Self::deletion_time>, recorded::tags<&Self::tags>);
};

template <>
struct Describe<VpcAttachment> {
  static constexpr std::string_view name = "VpcAttachment";
  static constexpr auto members =
      model::members(member<&VpcAttachment::vpc_id>("VpcId", "The VPC.", {.refers = "vpc", .computed = true}),
                     member<&VpcAttachment::state>("State", "The state of the attachment.",
                                                   {.choices = kAttachmentStatuses, .computed = true}));
};

template <>
struct Describe<VpnGateway> {
  static constexpr std::string_view name = "VpnGateway";
  static constexpr auto members = model::members(
      member<&VpnGateway::amazon_side_asn>("AmazonSideAsn", "The number of the network on the side of AWS."),
      member<&VpnGateway::tags>("Tags", "Its tags."),
      member<&VpnGateway::vpn_gateway_id>("VpnGatewayId", "Its id.", {.refers = "vpn-gateway", .key = true}),
      member<&VpnGateway::state>("State", "Its state: available, or deleted for a while after its deletion.",
                                 {.choices = kVpnStates, .computed = true}),
      member<&VpnGateway::type>("Type", "The kind of VPN connection that it supports.", {.choices = kVpnGatewayTypes}),
      member<&VpnGateway::availability_zone>("AvailabilityZone", "The zone that was asked for."),
      member<&VpnGateway::vpc_attachments>(
          "VpcAttachments", "The VPC that it is attached to, or for a while the one that it was detached from."));
};

}  // namespace model
}  // namespace ec2mimic
