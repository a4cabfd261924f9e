#include "core/operation/deleting.h"
#include "core/ops/network_interface/network_interface.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDeleteNetworkInterfaceRequest =
    model::described("DeleteNetworkInterfaceRequest", deleting::dry_run,
                     deleting::id("NetworkInterfaceId", "The interface to delete.", "network-interface"));

void refuse_attached(const std::string& id, const NetworkInterfaceRecord& interface, const Context& /*context*/) {
  if (!interface.attachment) return;
  throw ApiError{"InvalidParameterValue", "Network interface '" + id + "' is currently in use."};
}

constexpr DeleteRules<NetworkInterface> kDeleteNetworkInterfaceRules{.refuse = &refuse_attached,
                                                                     .remove = &delete_interface};

constexpr std::string_view kDeleteNetworkInterfaceErrors[] = {"InvalidParameterValue"};

}  // namespace

extern constinit const Operation delete_network_interface = define_delete<
    NetworkInterface, kDeleteNetworkInterfaceRequest, kDeleteNetworkInterfaceRules>({
    .name = "DeleteNetworkInterface",
    .summary = "Deletes a network interface",
    .description =
        "Its addresses become free, and so do Elastic IP addresses that are associated with it. Routes to it stay, and "
        "are shown as blackholes. The interface of a NAT gateway is in use until the gateway is deleted.",
    .errors = kDeleteNetworkInterfaceErrors,
});

}  // namespace ec2mimic::ops
