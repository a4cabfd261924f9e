#include "core/ops/vpn_gateway/vpn_gateway.h"

#include <map>

#include "core/net/region_table.h"
#include "core/records/transition.h"

namespace ec2mimic {
namespace {

constexpr FilterRule kFilters[] = {
    filter<&VpnGateway::amazon_side_asn>("amazon-side-asn", "The number of the network on the side of AWS."),
    filter<&VpnGateway::vpc_attachments, &VpcAttachment::state>("attachment.state",
                                                                "The state of the attachment, such as attached."),
    filter<&VpnGateway::vpc_attachments, &VpcAttachment::vpc_id>("attachment.vpc-id",
                                                                 "The VPC that the gateway is attached to."),
    filter<&VpnGateway::availability_zone>("availability-zone", "The zone that was asked for."),
    filter<&VpnGateway::state>("state", "The state of the gateway: available or deleted."),
    tag_filter<&VpnGateway::tags>(),
    tag_key_filter<&VpnGateway::tags>(),
    tag_value_filter<&VpnGateway::tags>(),
    filter<&VpnGateway::type>("type", "The kind of VPN connection: ipsec.1."),
    filter<&VpnGateway::vpn_gateway_id>("vpn-gateway-id", "The gateway's own id."),
};

// AWS documents no times; tools that wait for these states look every ten seconds or so.
constexpr std::chrono::seconds kTimeToAttach(15);
constexpr std::chrono::seconds kTimeToDetach(15);

// As long as a deleted gateway; ours.
constexpr std::chrono::seconds kDetachmentListed = Life().listed;

}  // namespace

std::optional<std::string> VpnGatewayRecord::contradiction() const {
  if (former_vpc_id.has_value() == detachment_time.has_value()) return std::nullopt;
  return "FormerVpcId: FormerVpcId and DetachmentTime are set together or not at all";
}

void VpnGatewayRecord::check_relations(const Records& records, const Noun::Report& report) {
  std::map<std::string, std::string> attached;  // by VPC: the gateway
  records.scan(kTable, {}, [&](std::string_view id, std::string_view line) {
    const auto gateway = read_record<VpnGatewayRecord>(id, line);
    if (gateway.availability_zone && !zone_id(gateway.region, *gateway.availability_zone)) {
      report(kTable, id, "AvailabilityZone",
             '\'' + *gateway.availability_zone + "' is not a zone of " + gateway.region);
    }
    if (!gateway.vpc_id) return;
    if (gateway.deletion_time) report(kTable, id, "VpcId", "it is attached, but has a DeletionTime");
    const auto [first, is_new] = attached.emplace(*gateway.vpc_id, id);
    if (!is_new) report(kTable, id, "VpcId", first->second + " is also attached to " + *gateway.vpc_id);
  });
}

constinit const Noun ops::vpn_gateway = define_noun<VpnGatewayRecord>({
    .type = "vpn-gateway",
    .prefix = "vgw-",
    .not_found_code = "InvalidVpnGatewayID.NotFound",
    .not_found_text = "The vpnGateway ID '{}' does not exist",
    .dependency_text = "The vpnGateway '{}' has dependencies and cannot be deleted.",
});

constinit const std::span<const FilterRule> Resource<VpnGateway>::filters = kFilters;

bool is_detaching(const Context& context, const VpnGatewayRecord& gateway) {
  return in_transition(context, gateway.detachment_time, kTimeToDetach);
}

VpnGateway Resource<VpnGateway>::view(const std::string& id, const VpnGatewayRecord& record, Context& context) {
  VpnGateway gateway{record.amazon_side_asn, record.tags, id, "available", record.type, record.availability_zone, {}};
  if (record.deletion_time) gateway.state = "deleted";
  if (record.vpc_id) {
    const bool is_attaching = in_transition(context, record.transition_start, kTimeToAttach);
    gateway.vpc_attachments.push_back({*record.vpc_id, is_attaching ? "attaching" : "attached"});
  } else if (record.former_vpc_id && !has_passed(context, record.detachment_time, kDetachmentListed)) {
    gateway.vpc_attachments.push_back(
        {*record.former_vpc_id, is_detaching(context, record) ? "detaching" : "detached"});
  }
  return gateway;
}

}  // namespace ec2mimic
