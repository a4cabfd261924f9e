#include "core/operation/attribute_boolean_value.h"
#include "core/operation/attribute_value.h"
#include "core/operation/operation.h"
#include "core/ops/network_interface/network_interface.h"
#include "core/seam/errors.h"

namespace ec2mimic {
namespace {

constexpr std::string_view kNetworkInterfaceAttribute[] = {"description", "groupSet", "sourceDestCheck", "attachment",
                                                           "associatePublicIpAddress"};

struct DescribeNetworkInterfaceAttribute {
  std::optional<bool> dry_run{};
  std::string network_interface_id{};
  std::optional<std::string> attribute{};
};

struct DescribeNetworkInterfaceAttributeResult {
  std::optional<NetworkInterfaceAttachment> attachment{};
  std::optional<AttributeValue> description{};
  std::optional<std::vector<GroupIdentifier>> groups{};
  std::optional<std::string> network_interface_id{};
  std::optional<AttributeBooleanValue> source_dest_check{};
  std::optional<bool> associate_public_ip_address{};
};

}  // namespace

template <>
struct model::Describe<DescribeNetworkInterfaceAttribute> {
  static constexpr std::string_view name = "DescribeNetworkInterfaceAttributeRequest";
  static constexpr auto members =
      model::members(dry_run<&DescribeNetworkInterfaceAttribute::dry_run>,
                     member<&DescribeNetworkInterfaceAttribute::network_interface_id>(
                         "NetworkInterfaceId", "The network interface.",
                         {.required = true, .insists_on = "NetworkInterfaceId", .refers = "network-interface"}),
                     member<&DescribeNetworkInterfaceAttribute::attribute>("Attribute", "The attribute to show.",
                                                                           {.choices = kNetworkInterfaceAttribute}));
};

template <>
struct model::Describe<DescribeNetworkInterfaceAttributeResult> {
  static constexpr std::string_view name = "DescribeNetworkInterfaceAttributeResult";
  static constexpr auto members =
      model::members(member<&DescribeNetworkInterfaceAttributeResult::attachment>(
                         "Attachment", "What it is attached to; absent if nothing."),
                     member<&DescribeNetworkInterfaceAttributeResult::description>("Description", "What it is for."),
                     member<&DescribeNetworkInterfaceAttributeResult::groups>("Groups", "Its security groups."),
                     member<&DescribeNetworkInterfaceAttributeResult::network_interface_id>("NetworkInterfaceId",
                                                                                            "The id of the interface."),
                     member<&DescribeNetworkInterfaceAttributeResult::source_dest_check>(
                         "SourceDestCheck", "Whether it drops traffic that is not its own."),
                     member<&DescribeNetworkInterfaceAttributeResult::associate_public_ip_address>(
                         "AssociatePublicIpAddress", "Whether it gets a public address at launch; not shown here."));
};

namespace {

DescribeNetworkInterfaceAttributeResult run_describe_network_interface_attribute(
    const DescribeNetworkInterfaceAttribute& request, Context& context) {
  static_cast<void>(require<NetworkInterface>(context, request.network_interface_id));
  if (!request.attribute) throw errors::missing_parameter("attribute");
  const NetworkInterface interface = *find_resource<NetworkInterface>(context, request.network_interface_id);
  DescribeNetworkInterfaceAttributeResult result;
  result.network_interface_id = request.network_interface_id;
  if (*request.attribute == "description") {
    result.description = AttributeValue{interface.description};
  } else if (*request.attribute == "groupSet") {
    result.groups = interface.groups;
  } else if (*request.attribute == "sourceDestCheck") {
    result.source_dest_check = AttributeBooleanValue{interface.source_dest_check};
  } else if (*request.attribute == "attachment") {
    result.attachment = interface.attachment;
  } else if (*request.attribute == "associatePublicIpAddress") {
    result.associate_public_ip_address = false;
  } else {
    throw errors::invalid_parameter(*request.attribute, "attribute");
  }
  return result;
}

constexpr std::string_view kDescribeNetworkInterfaceAttributeErrors[] = {"InvalidParameterValue"};

}  // namespace

namespace ops {

extern constinit const Operation describe_network_interface_attribute =
    define<&run_describe_network_interface_attribute>({
        .name = "DescribeNetworkInterfaceAttribute",
        .summary = "Shows an attribute of a network interface",
        .description = "Shows one attribute of a network interface, and no other.",
        .errors = kDescribeNetworkInterfaceAttributeErrors,
    });

}  // namespace ops
}  // namespace ec2mimic
