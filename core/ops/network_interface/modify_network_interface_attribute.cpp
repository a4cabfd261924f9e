#include "core/operation/attribute_boolean_value.h"
#include "core/operation/attribute_value.h"
#include "core/operation/operation.h"
#include "core/ops/network_interface/connection_tracking.h"
#include "core/ops/network_interface/network_interface.h"
#include "core/ops/security_group/security_group.h"

namespace ec2mimic {
namespace {

struct NetworkInterfaceAttachmentChanges {
  std::optional<bool> default_ena_queue_count{};
  std::optional<std::int64_t> ena_queue_count{};
  std::optional<std::string> attachment_id{};
  std::optional<bool> delete_on_termination{};
};

struct EnaSrdUdpSpecification {
  std::optional<bool> ena_srd_udp_enabled{};
};

struct EnaSrdSpecification {
  std::optional<bool> ena_srd_enabled{};
  std::optional<EnaSrdUdpSpecification> ena_srd_udp_specification{};
};

struct ModifyNetworkInterfaceAttribute {
  std::optional<EnaSrdSpecification> ena_srd_specification{};
  std::optional<bool> enable_primary_ipv6{};
  std::optional<ConnectionTrackingSpecificationRequest> connection_tracking_specification{};
  std::optional<bool> associate_public_ip_address{};
  std::vector<std::string> associated_subnet_ids{};
  std::optional<bool> dry_run{};
  std::string network_interface_id{};
  std::optional<AttributeValue> description{};
  std::optional<AttributeBooleanValue> source_dest_check{};
  std::vector<std::string> groups{};
  std::optional<NetworkInterfaceAttachmentChanges> attachment{};
};

}  // namespace

template <>
struct model::Describe<NetworkInterfaceAttachmentChanges> {
  static constexpr std::string_view name = "NetworkInterfaceAttachmentChanges";
  static constexpr auto members = model::members(
      member<&NetworkInterfaceAttachmentChanges::default_ena_queue_count>("DefaultEnaQueueCount",
                                                                          "Whether to use the usual number of queues."),
      member<&NetworkInterfaceAttachmentChanges::ena_queue_count>("EnaQueueCount", "The number of queues."),
      member<&NetworkInterfaceAttachmentChanges::attachment_id>("AttachmentId", "The attachment.", {.no_effect = true}),
      member<&NetworkInterfaceAttachmentChanges::delete_on_termination>("DeleteOnTermination",
                                                                        "Whether it is deleted with the instance."));
};

template <>
struct model::Describe<EnaSrdUdpSpecification> {
  static constexpr std::string_view name = "EnaSrdUdpSpecification";
  static constexpr auto members = model::members(
      member<&EnaSrdUdpSpecification::ena_srd_udp_enabled>("EnaSrdUdpEnabled", "Whether ENA Express is used for UDP."));
};

template <>
struct model::Describe<EnaSrdSpecification> {
  static constexpr std::string_view name = "EnaSrdSpecification";
  static constexpr auto members = model::members(
      member<&EnaSrdSpecification::ena_srd_enabled>("EnaSrdEnabled", "Whether ENA Express is used."),
      member<&EnaSrdSpecification::ena_srd_udp_specification>("EnaSrdUdpSpecification", "Whether it is used for UDP."));
};

template <>
struct model::Describe<ModifyNetworkInterfaceAttribute> {
  static constexpr std::string_view name = "ModifyNetworkInterfaceAttributeRequest";
  static constexpr auto members = model::members(
      member<&ModifyNetworkInterfaceAttribute::ena_srd_specification>(
          "EnaSrdSpecification", "Whether ENA Express is used.", {.no_effect = true}),
      member<&ModifyNetworkInterfaceAttribute::enable_primary_ipv6>(
          "EnablePrimaryIpv6", "Whether the first IPv6 address is the primary one.", {.no_effect = true}),
      member<&ModifyNetworkInterfaceAttribute::connection_tracking_specification>(
          "ConnectionTrackingSpecification", "How long idle connections are tracked.", {.no_effect = true}),
      member<&ModifyNetworkInterfaceAttribute::associate_public_ip_address>(
          "AssociatePublicIpAddress", "Whether it gets a public address at launch.", {.no_effect = true}),
      member<&ModifyNetworkInterfaceAttribute::associated_subnet_ids>("AssociatedSubnetIds", "Further subnets.",
                                                                      {.no_effect = true}),
      dry_run<&ModifyNetworkInterfaceAttribute::dry_run>,
      member<&ModifyNetworkInterfaceAttribute::network_interface_id>(
          "NetworkInterfaceId", "The network interface.",
          {.required = true, .insists_on = "NetworkInterfaceId", .refers = "network-interface"}),
      member<&ModifyNetworkInterfaceAttribute::description>("Description", "What it is for."),
      member<&ModifyNetworkInterfaceAttribute::source_dest_check>("SourceDestCheck",
                                                                  "Whether it drops traffic that is not its own."),
      member<&ModifyNetworkInterfaceAttribute::groups>("Groups", "Its security groups, instead of those that it has.",
                                                       {.refers = "security-group"}),
      member<&ModifyNetworkInterfaceAttribute::attachment>("Attachment", "Changes of the attachment.",
                                                           {.no_effect = true}));
};

namespace {

void require_one(const ModifyNetworkInterfaceAttribute& request) {
  const int given = (request.description ? 1 : 0) + (request.source_dest_check ? 1 : 0) +
                    (request.groups.empty() ? 0 : 1) + (request.attachment ? 1 : 0);
  if (given > 1) {
    throw ApiError{"InvalidParameterCombination", "Fields for multiple attribute types specified"};
  }
  // What has no effect here is an attribute for AWS all the same.
  const bool is_other = request.ena_srd_specification || request.enable_primary_ipv6 ||
                        request.connection_tracking_specification || request.associate_public_ip_address ||
                        !request.associated_subnet_ids.empty();
  if (given == 0 && !is_other) throw ApiError{"InvalidParameterCombination", "No attributes specified."};
}

std::vector<GroupIdentifier> groups_of(const std::vector<std::string>& ids, const std::string& vpc_id,
                                       Context& context) {
  std::vector<GroupIdentifier> groups;
  for (const std::string& id : ids) {
    const auto group = Table<SecurityGroupRecord>(context).find(id);
    if (!group) throw ops::security_group.not_found(id);
    if (group->vpc_id != vpc_id) {
      throw ApiError{std::string(ops::security_group.not_found_code),
                     "You have specified two resources that belong to different networks."};
    }
    add_once(groups, id);
  }
  return groups;
}

void run_modify_network_interface_attribute(const ModifyNetworkInterfaceAttribute& request, Context& context) {
  auto interface = require<NetworkInterface>(context, request.network_interface_id);
  require_one(request);
  if (interface.requester_managed) throw managed_by_aws();
  if (request.description) interface.description = request.description->value;
  if (request.source_dest_check) {
    interface.source_dest_check = request.source_dest_check->value.value_or(interface.source_dest_check);
  }
  if (!request.groups.empty()) interface.groups = groups_of(request.groups, interface.vpc_id, context);
  Table<NetworkInterfaceRecord>(context).put(request.network_interface_id, interface);
}

constexpr std::string_view kModifyNetworkInterfaceAttributeErrors[] = {"AuthFailure", "InvalidParameterCombination"};

}  // namespace

namespace ops {

extern constinit const Operation modify_network_interface_attribute = define<&run_modify_network_interface_attribute>({
    .name = "ModifyNetworkInterfaceAttribute",
    .effect = Effect::writes,
    .summary = "Changes an attribute of a network interface",
    .description = "Changes the description, the security groups or the check of sources and destinations, one in each "
                   "call. The interface of a NAT gateway cannot be changed.",
    .errors = kModifyNetworkInterfaceAttributeErrors,
});

}  // namespace ops
}  // namespace ec2mimic
