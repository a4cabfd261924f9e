#include "core/operation/deleting.h"
#include "core/ops/internet_gateway/internet_gateway.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDeleteInternetGatewayRequest =
    model::described("DeleteInternetGatewayRequest", deleting::dry_run,
                     deleting::id("InternetGatewayId", "The gateway to delete.", "internet-gateway"));

// The attachment is a key of the gateway itself; no reference to the gateway prevents its deletion.
void refuse_attached(const std::string& id, const InternetGatewayRecord& gateway, const Context& /*context*/) {
  if (gateway.vpc_id) throw internet_gateway.has_dependencies(id);
}

constexpr std::string_view kDeleteInternetGatewayErrors[] = {"DependencyViolation"};
constexpr DeleteRules<InternetGateway> kDeleteInternetGatewayRules{.refuse = &refuse_attached};

}  // namespace

extern constinit const Operation delete_internet_gateway =
    define_delete<InternetGateway, kDeleteInternetGatewayRequest, kDeleteInternetGatewayRules>({
        .name = "DeleteInternetGateway",
        .summary = "Deletes an internet gateway",
        .description =
            "A gateway that is attached to a VPC is not deleted. Routes to it do not prevent that: they stay, "
            "and are shown as blackholes.",
        .errors = kDeleteInternetGatewayErrors,
    });

}  // namespace ec2mimic::ops
