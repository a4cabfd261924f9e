#include "core/operation/operation.h"
#include "core/ops/transit_gateway_attachment/transit_gateway_attachment.h"
#include "core/records/transition.h"

namespace ec2mimic {
namespace {

struct DeleteTransitGatewayVpcAttachment {
  std::string transit_gateway_attachment_id{};
  std::optional<bool> dry_run{};
};

struct DeleteTransitGatewayVpcAttachmentResult {
  TransitGatewayVpcAttachment transit_gateway_vpc_attachment{};
};

}  // namespace

template <>
struct model::Describe<DeleteTransitGatewayVpcAttachment> {
  using Self = DeleteTransitGatewayVpcAttachment;
  static constexpr std::string_view name = "DeleteTransitGatewayVpcAttachmentRequest";
  static constexpr auto members = model::members(
      member<&Self::transit_gateway_attachment_id>(
          "TransitGatewayAttachmentId", "The attachment to delete.",
          {.required = true, .insists_on = "TransitGatewayAttachmentId", .refers = "transit-gateway-attachment"}),
      dry_run<&Self::dry_run>);
};

template <>
struct model::Describe<DeleteTransitGatewayVpcAttachmentResult> {
  using Self = DeleteTransitGatewayVpcAttachmentResult;
  static constexpr std::string_view name = "DeleteTransitGatewayVpcAttachmentResult";
  static constexpr auto members = model::members(member<&Self::transit_gateway_vpc_attachment>(
      "TransitGatewayVpcAttachment", "The attachment that is being deleted."));
};

namespace {

TransitGatewayVpcAttachmentRecord require_available(Context& context, const std::string& id) {
  transit_gateways::require_well_formed_attachment(id);
  auto attachment = Table<TransitGatewayVpcAttachmentRecord>(context).find(id);
  // Worded otherwise than when attachments are described.
  if (!attachment || is_deleted(context, *attachment)) {
    throw ApiError{std::string(ops::transit_gateway_attachment.not_found_code),
                   "Transit Gateway VPC Attachment " + id + " was deleted or does not exist."};
  }
  if (find_resource<TransitGatewayVpcAttachment>(context, id)->state != "available") {
    throw ApiError{"IncorrectState", id + " is in invalid state"};
  }
  return *std::move(attachment);
}

DeleteTransitGatewayVpcAttachmentResult run_delete_transit_gateway_vpc_attachment(
    const DeleteTransitGatewayVpcAttachment& request, Context& context) {
  const std::string& id = request.transit_gateway_attachment_id;
  auto attachment = require_available(context, id);
  attachment.deletion_time = iso_time(context.now());
  Table<TransitGatewayVpcAttachmentRecord>(context).put(id, attachment);
  DeleteTransitGatewayVpcAttachmentResult result{*find_resource<TransitGatewayVpcAttachment>(context, id)};
  TransitGatewayVpcAttachment& shown = result.transit_gateway_vpc_attachment;
  shown.state = "deleting";
  shown.subnet_ids.reset();
  shown.options.reset();
  shown.tags.reset();
  return result;
}

constexpr std::string_view kDeleteTransitGatewayVpcAttachmentErrors[] = {"IncorrectState",
                                                                         "InvalidTransitGatewayAttachmentID.Malformed"};

}  // namespace

namespace ops {

extern constinit const Operation delete_transit_gateway_vpc_attachment =
    define<&run_delete_transit_gateway_vpc_attachment>({
        .name = "DeleteTransitGatewayVpcAttachment",
        .effect = Effect::writes,
        .summary = "Detaches a VPC from a transit gateway",
        .description =
            "For an hour the attachment is still shown, in the state deleted; with EC2MIMIC_TRANSITIONS=real "
            "the state is deleting for the first minute. The VPC and its subnets can be deleted at once.",
        .errors = kDeleteTransitGatewayVpcAttachmentErrors,
    });

}  // namespace ops
}  // namespace ec2mimic
