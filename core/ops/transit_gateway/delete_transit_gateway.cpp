#include "core/operation/operation.h"
#include "core/ops/transit_gateway/transit_gateway.h"
#include "core/ops/transit_gateway_attachment/transit_gateway_attachment.h"

namespace ec2mimic {
namespace {

struct DeleteTransitGateway {
  std::string transit_gateway_id{};
  std::optional<bool> dry_run{};
};

struct DeleteTransitGatewayResult {
  TransitGateway transit_gateway{};
};

}  // namespace

template <>
struct model::Describe<DeleteTransitGateway> {
  using Self = DeleteTransitGateway;
  static constexpr std::string_view name = "DeleteTransitGatewayRequest";
  static constexpr auto members =
      model::members(member<&Self::transit_gateway_id>(
                         "TransitGatewayId", "The gateway to delete.",
                         {.required = true, .insists_on = "TransitGatewayId", .refers = "transit-gateway"}),
                     dry_run<&Self::dry_run>);
};

template <>
struct model::Describe<DeleteTransitGatewayResult> {
  static constexpr std::string_view name = "DeleteTransitGatewayResult";
  static constexpr auto members = model::members(
      member<&DeleteTransitGatewayResult::transit_gateway>("TransitGateway", "The gateway that is being deleted."));
};

namespace {

void refuse_attached(const std::string& id, Context& context) {
  std::string attachments;
  for (const auto& [attachment_id, attachment] : transit_gateways::attachments_of(context, id)) {
    if (!is_deleted(context, attachment)) attachments += (attachments.empty() ? "" : ", ") + attachment_id;
  }
  if (attachments.empty()) return;
  throw ApiError{"IncorrectState", id + " has non-deleted VPC Attachments: " + attachments + "."};
}

DeleteTransitGatewayResult run_delete_transit_gateway(const DeleteTransitGateway& request, Context& context) {
  const std::string& id = request.transit_gateway_id;
  auto gateway = transit_gateways::require_available(context, id);
  refuse_attached(id, context);
  gateway.deletion_time = iso_time(context.now());
  Table<TransitGatewayRecord>(context).put(id, gateway);
  DeleteTransitGatewayResult result{*find_resource<TransitGateway>(context, id)};
  result.transit_gateway.state = "deleting";
  result.transit_gateway.tags.reset();
  return result;
}

constexpr std::string_view kDeleteTransitGatewayErrors[] = {"IncorrectState", "InvalidTransitGatewayID.Malformed"};
constexpr std::string_view kDeleteTransitGatewaySeeAlso[] = {"delete-transit-gateway-vpc-attachment"};

}  // namespace

namespace ops {

extern constinit const Operation delete_transit_gateway = define<&run_delete_transit_gateway>({
    .name = "DeleteTransitGateway",
    .effect = Effect::writes,
    .summary = "Deletes a transit gateway",
    .description =
        "A gateway with attachments is not deleted. For an hour the gateway is still shown, in the state deleted; with "
        "EC2MIMIC_TRANSITIONS=real the state is deleting for the first minute. Routes to it become blackholes.",
    .errors = kDeleteTransitGatewayErrors,
    .see_also = kDeleteTransitGatewaySeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
