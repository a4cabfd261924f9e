#include "core/operation/describing.h"
#include "core/ops/transit_gateway_attachment/transit_gateway_attachment.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDescribeTransitGatewayVpcAttachmentsRequest =
    model::described("DescribeTransitGatewayVpcAttachmentsRequest",
                     describing::ids("TransitGatewayAttachmentIds", "Shows these attachments; all of them must exist.",
                                     "transit-gateway-attachment"),
                     describing::filters, describing::max_results(1000), describing::next_token, describing::dry_run);
constexpr auto kDescribeTransitGatewayVpcAttachmentsResult =
    model::described("DescribeTransitGatewayVpcAttachmentsResult",
                     describing::items<TransitGatewayVpcAttachment>("TransitGatewayVpcAttachments",
                                                                    "The attachments, in order of creation."),
                     describing::next_page<TransitGatewayVpcAttachment>);

void prepare_describe_transit_gateway_vpc_attachments(DescribeRequest& request, Context& /*context*/) {
  for (const std::string& id : request.ids) transit_gateways::require_well_formed_attachment(id);
}

constexpr std::string_view kDescribeTransitGatewayVpcAttachmentsErrors[] = {
    "InvalidTransitGatewayAttachmentID.Malformed"};

}  // namespace

extern constinit const Operation describe_transit_gateway_vpc_attachments =
    define_describe<kDescribeTransitGatewayVpcAttachmentsRequest, kDescribeTransitGatewayVpcAttachmentsResult,
                    prepare_describe_transit_gateway_vpc_attachments>({
        .name = "DescribeTransitGatewayVpcAttachments",
        .summary = "Shows the attachments of VPCs to transit gateways",
        .description =
            "Shows all attachments of VPCs in the region, those with the given ids, or those that match the filters. "
            "Ids and filters together show only what matches both. A deleted attachment is shown for an hour.",
        .errors = kDescribeTransitGatewayVpcAttachmentsErrors,
    });

}  // namespace ec2mimic::ops
