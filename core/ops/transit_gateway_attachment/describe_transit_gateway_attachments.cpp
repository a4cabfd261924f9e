#include "core/operation/describing.h"
#include "core/ops/transit_gateway_attachment/transit_gateway_attachment.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDescribeTransitGatewayAttachmentsRequest =
    model::described("DescribeTransitGatewayAttachmentsRequest",
                     describing::ids("TransitGatewayAttachmentIds", "Shows these attachments; all of them must exist.",
                                     "transit-gateway-attachment"),
                     describing::filters, describing::max_results(1000), describing::next_token, describing::dry_run);
constexpr auto kDescribeTransitGatewayAttachmentsResult = model::described(
    "DescribeTransitGatewayAttachmentsResult",
    describing::items<TransitGatewayAttachment>("TransitGatewayAttachments", "The attachments, in order of creation."),
    describing::next_page<TransitGatewayAttachment>);

void prepare_describe_transit_gateway_attachments(DescribeRequest& request, Context& /*context*/) {
  for (const std::string& id : request.ids) transit_gateways::require_well_formed_attachment(id);
}

constexpr std::string_view kDescribeTransitGatewayAttachmentsErrors[] = {"InvalidTransitGatewayAttachmentID.Malformed"};

}  // namespace

extern constinit const Operation describe_transit_gateway_attachments =
    define_describe<kDescribeTransitGatewayAttachmentsRequest, kDescribeTransitGatewayAttachmentsResult,
                    prepare_describe_transit_gateway_attachments>({
        .name = "DescribeTransitGatewayAttachments",
        .summary = "Shows the attachments of transit gateways, of any kind",
        .description =
            "Shows the same attachments as `describe-transit-gateway-vpc-attachments`, since only VPCs can be "
            "attached here, with the route table that each uses and without subnets and options.",
        .errors = kDescribeTransitGatewayAttachmentsErrors,
    });

}  // namespace ec2mimic::ops
