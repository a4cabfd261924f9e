#include <algorithm>
#include <set>

#include "core/operation/creating.h"
#include "core/ops/subnet/subnet.h"
#include "core/ops/transit_gateway_attachment/transit_gateway_attachment.h"
#include "core/records/transition.h"

namespace ec2mimic {
namespace {

struct CreateTransitGatewayVpcAttachmentRequestOptions {
  std::optional<std::string> dns_support{};
  std::optional<std::string> security_group_referencing_support{};
  std::optional<std::string> ipv6_support{};
  std::optional<std::string> appliance_mode_support{};
};

struct CreateTransitGatewayVpcAttachment {
  std::string transit_gateway_id{};
  std::string vpc_id{};
  std::vector<std::string> subnet_ids{};
  CreateTransitGatewayVpcAttachmentRequestOptions options{};
  std::vector<TagSpecification> tag_specifications{};
  std::optional<bool> dry_run{};
};

struct CreateTransitGatewayVpcAttachmentResult {
  TransitGatewayVpcAttachment transit_gateway_vpc_attachment{};
};

}  // namespace

template <>
struct model::Describe<CreateTransitGatewayVpcAttachmentRequestOptions> {
  using Self = CreateTransitGatewayVpcAttachmentRequestOptions;
  static constexpr std::string_view name = "CreateTransitGatewayVpcAttachmentRequestOptions";
  static constexpr auto members = model::members(
      member<&Self::dns_support>("DnsSupport", "Whether DNS names are resolved across VPCs; by default enable.",
                                 {.choices = kSwitch}),
      member<&Self::security_group_referencing_support>(
          "SecurityGroupReferencingSupport", "Whether rules may name security groups of other VPCs; by default enable.",
          {.choices = kSwitch}),
      member<&Self::ipv6_support>("Ipv6Support", "Whether IPv6 is supported; by default disable.",
                                  {.choices = kSwitch}),
      member<&Self::appliance_mode_support>("ApplianceModeSupport",
                                            "Whether both directions of a flow use one zone; by default disable.",
                                            {.choices = kSwitch}));
};

template <>
struct model::Describe<CreateTransitGatewayVpcAttachment> {
  using Self = CreateTransitGatewayVpcAttachment;
  static constexpr std::string_view name = "CreateTransitGatewayVpcAttachmentRequest";
  static constexpr auto members = model::members(
      member<&Self::transit_gateway_id>(
          "TransitGatewayId", "The gateway.",
          {.required = true, .insists_on = "TransitGatewayId", .refers = "transit-gateway"}),
      member<&Self::vpc_id>("VpcId", "The VPC to attach.", {.required = true, .insists_on = "VpcId", .refers = "vpc"}),
      member<&Self::subnet_ids>("SubnetIds", "Subnets of the VPC, at most one in each zone.",
                                {.required = true, .insists_on = "SubnetIds", .refers = "subnet"}),
      member<&Self::options>("Options", "How it works."),
      creating::tags<&Self::tag_specifications>(
          "Tags for the new attachment; ResourceType is transit-gateway-attachment."),
      dry_run<&Self::dry_run>);
};

template <>
struct model::Describe<CreateTransitGatewayVpcAttachmentResult> {
  using Self = CreateTransitGatewayVpcAttachmentResult;
  static constexpr std::string_view name = "CreateTransitGatewayVpcAttachmentResult";
  static constexpr auto members =
      model::members(member<&Self::transit_gateway_vpc_attachment>("TransitGatewayVpcAttachment", "The attachment."));
};

namespace {

// A subnet of another VPC is one that does not exist, as was seen on AWS.
void check_subnets(const CreateTransitGatewayVpcAttachment& request, Context& context) {
  std::set<std::string> zones;
  for (const std::string& id : request.subnet_ids) {
    const auto subnet = Table<SubnetRecord>(context).find(id);
    if (!subnet || subnet->vpc_id != request.vpc_id) {
      throw ApiError{"InvalidSubnetID.NotFound", "Subnet " + id + " was deleted or does not exist."};
    }
    if (!zones.insert(subnet->availability_zone).second) {
      throw ApiError{"DuplicateSubnetsInSameZone", "Duplicate Subnets for same AZ"};
    }
  }
}

void check_is_new(const CreateTransitGatewayVpcAttachment& request, Context& context) {
  for (const auto& [id, attachment] : transit_gateways::attachments_of(context, request.transit_gateway_id)) {
    // One that is being deleted counts, too.
    if (attachment.vpc_id != request.vpc_id || is_deleted(context, attachment)) continue;
    throw ApiError{"DuplicateTransitGatewayAttachment",
                   request.transit_gateway_id + " has non-deleted Transit Gateway Attachments with same VPC ID."};
  }
}

TransitGatewayVpcAttachmentOptions options_of(const CreateTransitGatewayVpcAttachmentRequestOptions& request) {
  using transit_gateways::switched;
  const TransitGatewayVpcAttachmentOptions defaults;
  return {switched(request.dns_support, defaults.dns_support, "dnsSupport"),
          switched(request.security_group_referencing_support, defaults.security_group_referencing_support,
                   "securityGroupReferencingSupport"),
          switched(request.ipv6_support, defaults.ipv6_support, "ipv6Support"),
          switched(request.appliance_mode_support, defaults.appliance_mode_support, "applianceModeSupport")};
}

CreateTransitGatewayVpcAttachmentResult run_create_transit_gateway_vpc_attachment(
    const CreateTransitGatewayVpcAttachment& request, Context& context) {
  TransitGatewayVpcAttachmentRecord attachment;
  attachment.tags = sorted(tags_for(request.tag_specifications, ops::transit_gateway_attachment.type));
  attachment.options = options_of(request.options);
  const auto gateway = transit_gateways::require_available(context, request.transit_gateway_id);
  static_cast<void>(require<Vpc>(context, request.vpc_id));
  check_subnets(request, context);
  check_is_new(request, context);
  attachment.transit_gateway_id = request.transit_gateway_id;
  attachment.vpc_id = request.vpc_id;
  attachment.subnet_ids = request.subnet_ids;
  attachment.creation_time = shown_time(context.now());
  attachment.transit_gateway_route_table_id = gateway.options.association_default_route_table_id;
  attachment.transition_start = begin_transition(context);
  const std::string id = context.new_id(ops::transit_gateway_attachment.prefix);
  Table<TransitGatewayVpcAttachmentRecord>(context).create(id, attachment);
  return {*find_created<TransitGatewayVpcAttachment>(context, id)};
}

constexpr std::string_view kCreateTransitGatewayVpcAttachmentErrors[] = {
    "DuplicateSubnetsInSameZone", "DuplicateTransitGatewayAttachment", "IncorrectState",
    "InvalidTransitGatewayID.Malformed"};

}  // namespace

namespace ops {

extern constinit const Operation create_transit_gateway_vpc_attachment =
    define<&run_create_transit_gateway_vpc_attachment>({
        .name = "CreateTransitGatewayVpcAttachment",
        .effect = Effect::writes,
        .summary = "Attaches a VPC to a transit gateway",
        .description =
            "A VPC is attached to a gateway only once. The VPC and the subnets are not deleted as long as they "
            "are attached. The answer says that the attachment is pending; every later call finds it available; "
            "with EC2MIMIC_TRANSITIONS=real, only calls fifty seconds later do.",
        .errors = kCreateTransitGatewayVpcAttachmentErrors,
    });

}  // namespace ops
}  // namespace ec2mimic
