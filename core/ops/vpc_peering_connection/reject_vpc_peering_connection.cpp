#include "core/operation/operation.h"
#include "core/ops/vpc_peering_connection/vpc_peering_connection.h"

namespace ec2mimic {
namespace {

struct RejectVpcPeeringConnection {
  std::optional<bool> dry_run{};
  std::string vpc_peering_connection_id{};
};

struct RejectVpcPeeringConnectionResult {
  std::optional<bool> return_{};
};

}  // namespace

template <>
struct model::Describe<RejectVpcPeeringConnection> {
  using Self = RejectVpcPeeringConnection;
  static constexpr std::string_view name = "RejectVpcPeeringConnectionRequest";
  static constexpr auto members = model::members(
      dry_run<&Self::dry_run>,
      member<&Self::vpc_peering_connection_id>(
          "VpcPeeringConnectionId", "The request.",
          {.required = true, .insists_on = "VpcPeeringConnectionId", .refers = "vpc-peering-connection"}));
};

template <>
struct model::Describe<RejectVpcPeeringConnectionResult> {
  static constexpr std::string_view name = "RejectVpcPeeringConnectionResult";
  static constexpr auto members =
      model::members(member<&RejectVpcPeeringConnectionResult::return_>("Return", "Always true."));
};

namespace {

RejectVpcPeeringConnectionResult run_reject_vpc_peering_connection(const RejectVpcPeeringConnection& request,
                                                                   Context& context) {
  const std::string& id = request.vpc_peering_connection_id;
  auto connection = require<VpcPeeringConnection>(context, id);
  peering::require_accepter(id, connection, "reject", context);
  const auto now = find_resource<VpcPeeringConnection>(context, id);
  if (now->status.code != "pending-acceptance") peering::refuse_transition(id, now->status.code, "rejected");
  connection.end("rejected", context.now());
  Table<VpcPeeringConnectionRecord>(context).put(id, connection);
  return {true};
}

constexpr std::string_view kRejectVpcPeeringConnectionErrors[] = {"InvalidStateTransition", "OperationNotPermitted"};

}  // namespace

namespace ops {

extern constinit const Operation reject_vpc_peering_connection = define<&run_reject_vpc_peering_connection>({
    .name = "RejectVpcPeeringConnection",
    .effect = Effect::writes,
    .summary = "Rejects a request for a VPC peering connection",
    .description =
        "The request must be in the state pending-acceptance. It is rejected in the region of the VPC that was asked. "
        "For two hours it is still shown, in the state rejected.",
    .errors = kRejectVpcPeeringConnectionErrors,
});

}  // namespace ops
}  // namespace ec2mimic
