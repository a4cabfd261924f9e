#include "core/net/asn.h"
#include "core/net/region_table.h"
#include "core/operation/creating.h"
#include "core/ops/vpn_gateway/vpn_gateway.h"
#include "core/seam/errors.h"

namespace ec2mimic {
namespace {

struct CreateVpnGateway {
  std::optional<std::string> availability_zone{};
  std::string type{};
  std::vector<TagSpecification> tag_specifications{};
  std::optional<std::int64_t> amazon_side_asn{};
  std::optional<bool> dry_run{};
};

struct CreateVpnGatewayResult {
  VpnGateway vpn_gateway{};
};

}  // namespace

template <>
struct model::Describe<CreateVpnGateway> {
  static constexpr std::string_view name = "CreateVpnGatewayRequest";
  static constexpr auto members = model::members(
      member<&CreateVpnGateway::availability_zone>("AvailabilityZone", "A zone of the region, which is only shown."),
      member<&CreateVpnGateway::type>("Type", "The kind of VPN connection that it supports: ipsec.1.",
                                      {.required = true, .insists_on = "Type", .choices = kVpnGatewayTypes}),
      creating::tags<&CreateVpnGateway::tag_specifications>("Tags for the new gateway; ResourceType is vpn-gateway."),
      member<&CreateVpnGateway::amazon_side_asn>(
          "AmazonSideAsn", "The number of the network on the side of AWS, one for private use; by default 64512."),
      dry_run<&CreateVpnGateway::dry_run>);
};

template <>
struct model::Describe<CreateVpnGatewayResult> {
  static constexpr std::string_view name = "CreateVpnGatewayResult";
  static constexpr auto members =
      model::members(member<&CreateVpnGatewayResult::vpn_gateway>("VpnGateway", "The gateway."));
};

namespace {

CreateVpnGatewayResult run_create_vpn_gateway(const CreateVpnGateway& request, Context& context) {
  VpnGatewayRecord gateway;
  gateway.tags = sorted(tags_for(request.tag_specifications, ops::vpn_gateway.type));
  if (request.type != kVpnGatewayTypes[0]) throw errors::invalid_parameter(request.type, "type");
  gateway.type = request.type;
  if (request.availability_zone && !zone_id(context.region(), *request.availability_zone)) {
    throw errors::invalid_parameter(*request.availability_zone, "availabilityZone");
  }
  gateway.availability_zone = request.availability_zone;
  gateway.amazon_side_asn = request.amazon_side_asn.value_or(64512);
  if (!net::is_private_asn(gateway.amazon_side_asn)) {
    throw errors::invalid_parameter(std::to_string(gateway.amazon_side_asn), "amazonSideAsn");
  }
  const std::string id = context.new_id(ops::vpn_gateway.prefix);
  Table<VpnGatewayRecord>(context).create(id, gateway);
  return {*find_created<VpnGateway>(context, id)};
}

}  // namespace

namespace ops {

extern constinit const Operation create_vpn_gateway = define<&run_create_vpn_gateway>({
    .name = "CreateVpnGateway",
    .effect = Effect::writes,
    .summary = "Creates a virtual private gateway",
    .description = "The new gateway is not attached to a VPC. There are no VPN connections here: it can be attached, "
                   "be the target of a route, and be deleted.",
});

}  // namespace ops
}  // namespace ec2mimic
