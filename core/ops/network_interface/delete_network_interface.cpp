#include "core/operation/deleting.h"
#include "core/ops/network_interface/network_interface.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kRequest =
    model::described("DeleteNetworkInterfaceRequest", deleting::dry_run,
                     deleting::id("NetworkInterfaceId", "The interface to delete.", "network-interface"));

void run(const DeleteRequest& request, Context& context) {
  if (require<NetworkInterface>(context, request.id).attachment) {
    throw ApiError{"InvalidParameterValue", "Network interface '" + request.id + "' is currently in use."};
  }
  delete_interface(context, request.id);
}

constexpr std::string_view kErrors[] = {"InvalidParameterValue"};

constexpr Operation defined(const OperationInfo& info) {
  Operation operation = define<&run, &model::shape_by<kRequest>>(info);
  operation.effect = Effect::writes;
  operation.deletes = &network_interface;
  return operation;
}

}  // namespace

extern constinit const Operation delete_network_interface = defined({
    .name = "DeleteNetworkInterface",
    .summary = "Deletes a network interface",
    .description =
        "Its addresses become free, and so do Elastic IP addresses that are associated with it. Routes to it stay, and "
        "are shown as blackholes. The interface of a NAT gateway is in use until the gateway is deleted.",
    .errors = kErrors,
});

}  // namespace ec2mimic::ops
