#include "core/net/asn.h"
#include "core/net/cidr.h"
#include "core/net/ipv6_cidr.h"
#include "core/operation/creating.h"
#include "core/ops/transit_gateway/transit_gateway.h"
#include "core/records/transition.h"
#include "core/seam/errors.h"

namespace ec2mimic {
namespace {

struct TransitGatewayRequestOptions {
  std::optional<std::int64_t> amazon_side_asn{};
  std::optional<std::string> auto_accept_shared_attachments{};
  std::optional<std::string> default_route_table_association{};
  std::optional<std::string> default_route_table_propagation{};
  std::optional<std::string> vpn_ecmp_support{};
  std::optional<std::string> dns_support{};
  std::optional<std::string> security_group_referencing_support{};
  std::optional<std::string> multicast_support{};
  std::vector<std::string> transit_gateway_cidr_blocks{};
};

struct CreateTransitGateway {
  std::optional<std::string> description{};
  TransitGatewayRequestOptions options{};
  std::vector<TagSpecification> tag_specifications{};
  std::optional<bool> dry_run{};
};

struct CreateTransitGatewayResult {
  TransitGateway transit_gateway{};
};

}  // namespace

template <>
struct model::Describe<TransitGatewayRequestOptions> {
  using Self = TransitGatewayRequestOptions;
  static constexpr std::string_view name = "TransitGatewayRequestOptions";
  static constexpr auto members = model::members(
      member<&Self::amazon_side_asn>(
          "AmazonSideAsn", "The number of the network on the side of AWS, one for private use; by default 64512."),
      member<&Self::auto_accept_shared_attachments>(
          "AutoAcceptSharedAttachments", "Whether attachments of other accounts are accepted; by default disable.",
          {.choices = kSwitch}),
      member<&Self::default_route_table_association>(
          "DefaultRouteTableAssociation", "Whether attachments use a default route table; by default enable.",
          {.choices = kSwitch}),
      member<&Self::default_route_table_propagation>(
          "DefaultRouteTablePropagation", "Whether they add routes to a default route table; by default enable.",
          {.choices = kSwitch}),
      member<&Self::vpn_ecmp_support>("VpnEcmpSupport", "Whether VPN connections share the traffic; by default enable.",
                                      {.choices = kSwitch}),
      member<&Self::dns_support>("DnsSupport", "Whether DNS names are resolved across VPCs; by default enable.",
                                 {.choices = kSwitch}),
      member<&Self::security_group_referencing_support>(
          "SecurityGroupReferencingSupport",
          "Whether rules may name security groups of other VPCs; by default disable.", {.choices = kSwitch}),
      member<&Self::multicast_support>("MulticastSupport", "Whether multicast is supported; by default disable.",
                                       {.choices = kSwitch}),
      member<&Self::transit_gateway_cidr_blocks>("TransitGatewayCidrBlocks",
                                                 "Address blocks of its own: IPv4 up to /24, or IPv6 up to /64."));
};

template <>
struct model::Describe<CreateTransitGateway> {
  using Self = CreateTransitGateway;
  static constexpr std::string_view name = "CreateTransitGatewayRequest";
  static constexpr auto members = model::members(
      member<&Self::description>("Description", "What it is for."), member<&Self::options>("Options", "How it works."),
      creating::tags<&Self::tag_specifications>("Tags for the new gateway; ResourceType is transit-gateway."),
      dry_run<&Self::dry_run>);
};

template <>
struct model::Describe<CreateTransitGatewayResult> {
  static constexpr std::string_view name = "CreateTransitGatewayResult";
  static constexpr auto members =
      model::members(member<&CreateTransitGatewayResult::transit_gateway>("TransitGateway", "The gateway."));
};

namespace {

std::string own_block(const std::string& text) {
  const auto ipv4 = net::Cidr::parse(text);
  const auto ipv6 = net::Ipv6Cidr::parse(text);
  const std::string block = ipv4 ? ipv4->text() : ipv6 ? ipv6->text() : text;
  if (transit_gateways::own_block_fault(block).empty()) return block;
  throw errors::invalid_parameter(text, "transitGatewayCidrBlocks");
}

// Both defaults lead to one route table. AWS creates it with the gateway, and its id is in the answer.
void add_route_table(TransitGatewayOptions& options, Context& context) {
  const bool associates = options.default_route_table_association == kSwitch[0];
  const bool propagates = options.default_route_table_propagation == kSwitch[0];
  if (!associates && !propagates) return;
  const std::string id = context.new_id(transit_gateways::kRouteTablePrefix);
  if (associates) options.association_default_route_table_id = id;
  if (propagates) options.propagation_default_route_table_id = id;
}

TransitGatewayOptions options_of(const TransitGatewayRequestOptions& request) {
  using transit_gateways::switched;
  TransitGatewayOptions options;
  options.amazon_side_asn = request.amazon_side_asn.value_or(options.amazon_side_asn);
  if (!net::is_private_asn(options.amazon_side_asn)) {
    throw errors::invalid_parameter(std::to_string(options.amazon_side_asn), "amazonSideAsn");
  }
  const auto set = [](std::string& option, const std::optional<std::string>& value, std::string_view wire_name) {
    option = switched(value, option, wire_name);
  };
  set(options.auto_accept_shared_attachments, request.auto_accept_shared_attachments, "autoAcceptSharedAttachments");
  set(options.default_route_table_association, request.default_route_table_association, "defaultRouteTableAssociation");
  set(options.default_route_table_propagation, request.default_route_table_propagation, "defaultRouteTablePropagation");
  set(options.vpn_ecmp_support, request.vpn_ecmp_support, "vpnEcmpSupport");
  set(options.dns_support, request.dns_support, "dnsSupport");
  set(options.security_group_referencing_support, request.security_group_referencing_support,
      "securityGroupReferencingSupport");
  set(options.multicast_support, request.multicast_support, "multicastSupport");
  for (const std::string& block : request.transit_gateway_cidr_blocks) {
    if (!options.transit_gateway_cidr_blocks) options.transit_gateway_cidr_blocks.emplace();
    options.transit_gateway_cidr_blocks->push_back(own_block(block));
  }
  return options;
}

CreateTransitGatewayResult run_create_transit_gateway(const CreateTransitGateway& request, Context& context) {
  TransitGatewayRecord gateway;
  gateway.tags = sorted(tags_for(request.tag_specifications, ops::transit_gateway.type));
  gateway.description = request.description;
  gateway.options = options_of(request.options);
  gateway.creation_time = shown_time(context.now());
  gateway.transition_start = begin_transition(context);
  const std::string id = context.new_id(ops::transit_gateway.prefix);
  add_route_table(gateway.options, context);
  Table<TransitGatewayRecord>(context).create(id, gateway);
  return {*find_created<TransitGateway>(context, id)};
}

constexpr std::string_view kCreateTransitGatewaySeeAlso[] = {"create-transit-gateway-vpc-attachment"};

}  // namespace

namespace ops {

extern constinit const Operation create_transit_gateway = define<&run_create_transit_gateway>({
    .name = "CreateTransitGateway",
    .effect = Effect::writes,
    .summary = "Creates a transit gateway",
    .description =
        "The answer says that the gateway is pending; every later call finds it available; with "
        "EC2MIMIC_TRANSITIONS=real, only calls fifty seconds later do. Its default route table exists only as an id.",
    .see_also = kCreateTransitGatewaySeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
