#include <algorithm>

#include "core/net/cidr.h"
#include "core/net/ipv6_cidr.h"
#include "core/net/region_table.h"
#include "core/operation/creating.h"
#include "core/ops/vpc_peering_connection/vpc_peering_connection.h"
#include "core/records/transition.h"
#include "core/seam/errors.h"
#include "core/text/id_form.h"

namespace ec2mimic {
namespace {

struct CreateVpcPeeringConnection {
  std::optional<std::string> peer_region{};
  std::vector<TagSpecification> tag_specifications{};
  std::optional<bool> dry_run{};
  std::string vpc_id{};
  std::optional<std::string> peer_vpc_id{};
  std::optional<std::string> peer_owner_id{};
};

struct CreateVpcPeeringConnectionResult {
  VpcPeeringConnection vpc_peering_connection{};
};

}  // namespace

template <>
struct model::Describe<CreateVpcPeeringConnection> {
  using Self = CreateVpcPeeringConnection;
  static constexpr std::string_view name = "CreateVpcPeeringConnectionRequest";
  static constexpr auto members = model::members(
      member<&Self::peer_region>("PeerRegion", "The region of the other VPC; by default that of the call.",
                                 {.other_region = true}),
      creating::tags<&Self::tag_specifications>("Tags for the new connection; ResourceType is vpc-peering-connection."),
      dry_run<&Self::dry_run>,
      member<&Self::vpc_id>("VpcId", "The VPC that asks for the connection.",
                            {.required = true, .insists_on = "VpcId", .refers = "vpc"}),
      member<&Self::peer_vpc_id>("PeerVpcId", "The other VPC, which has to accept.",
                                 {.insists_on = "PeerVpcId", .refers = "vpc"}),
      member<&Self::peer_owner_id>("PeerOwnerId", "The account of the other VPC; by default the account itself."));
};

template <>
struct model::Describe<CreateVpcPeeringConnectionResult> {
  static constexpr std::string_view name = "CreateVpcPeeringConnectionResult";
  static constexpr auto members = model::members(
      member<&CreateVpcPeeringConnectionResult::vpc_peering_connection>("VpcPeeringConnection", "The connection."));
};

namespace {

// AWS documents seven days.
constexpr std::chrono::hours kTimeToAccept(7 * 24);

template <class Block>
bool overlap(const std::vector<std::string>& blocks, const std::vector<std::string>& others) {
  return std::any_of(blocks.begin(), blocks.end(), [&](const std::string& text) {
    const auto block = Block::parse(text);
    return std::any_of(others.begin(), others.end(), [&](const std::string& other_text) {
      const auto other = Block::parse(other_text);
      return block && other && block->overlaps(*other);
    });
  });
}

// What is known of a VPC in another account is only that it may exist.
bool can_be_peers(const VpcRecord& vpc, const VpcPeeringConnectionRecord& connection, Context& context) {
  const std::string owner = peering::owner(connection.accepter, context);
  if (owner != context.account()) return is_account_number(owner);
  const auto other = peering::find_vpc(connection, connection.accepter, context);
  return other && !overlap<net::Cidr>(vpc.blocks(), other->blocks()) &&
         !overlap<net::Ipv6Cidr>(vpc.ipv6_blocks(), other->ipv6_blocks());
}

PeeredVpc peer_of(const CreateVpcPeeringConnection& request, const Context& context) {
  PeeredVpc peer;
  peer.vpc_id = request.peer_vpc_id.value_or("");
  if (request.peer_owner_id && request.peer_owner_id != context.account()) peer.owner_id = request.peer_owner_id;
  if (!request.peer_region || request.peer_region == context.region()) return peer;
  if (!is_region(*request.peer_region)) throw errors::invalid_parameter(*request.peer_region, "peerRegion");
  peer.region = request.peer_region;
  return peer;
}

// The id of the connection that the same two VPCs have already, in this direction.
std::optional<std::string> present(const std::string& vpc_id, const PeeredVpc& peer, Context& context) {
  const std::string peer_region = peer.region.value_or(context.region());
  for (const auto& [id, connection] : Table<VpcPeeringConnectionRecord>(context).all()) {
    const bool is_peer = connection.accepter.vpc_id == peer.vpc_id &&
                         peering::owner(connection.accepter, context) == peering::owner(peer, context) &&
                         connection.region_of(connection.accepter) == peer_region;
    const bool is_same = is_peer && connection.requester.vpc_id == vpc_id;
    if (is_same && (connection.is_pending() || connection.is_active())) return id;
  }
  return std::nullopt;
}

CreateVpcPeeringConnectionResult run_create_vpc_peering_connection(const CreateVpcPeeringConnection& request,
                                                                   Context& context) {
  VpcPeeringConnectionRecord connection;
  connection.region = context.region();
  connection.tags = sorted(tags_for(request.tag_specifications, ops::vpc_peering_connection.type));
  connection.accepter = peer_of(request, context);
  const auto vpc = require<Vpc>(context, request.vpc_id);
  if (const auto id = present(request.vpc_id, connection.accepter, context)) {
    return {*find_resource<VpcPeeringConnection>(context, *id)};
  }
  connection.requester.vpc_id = request.vpc_id;
  if (can_be_peers(vpc, connection, context)) {
    connection.status_code = "pending-acceptance";
    connection.expiration_time = shown_time(context.now() + kTimeToAccept);
  } else {
    connection.end("failed", context.now());
  }
  connection.transition_start = begin_transition(context);
  const std::string id = context.new_id(ops::vpc_peering_connection.prefix);
  Table<VpcPeeringConnectionRecord>(context).create(id, connection);
  return {*find_created<VpcPeeringConnection>(context, id)};
}

}  // namespace

namespace ops {

extern constinit const Operation create_vpc_peering_connection = define<&run_create_vpc_peering_connection>({
    .name = "CreateVpcPeeringConnection",
    .effect = Effect::writes,
    .summary = "Asks for a peering connection between two VPCs",
    .description =
        "The answer says initiating-request; every later call finds the request in the state pending-acceptance; "
        "with EC2MIMIC_TRANSITIONS=real, only calls two seconds later do. It expires after seven days. A request to a "
        "VPC that "
        "does not exist, or whose addresses overlap with those of the first, fails: the call succeeds, and the state "
        "becomes failed.\n\n"
        "If the VPC already has a connection with the other one that it asked for, no other is made, and the answer "
        "shows that one as it is. A request to a VPC in another region is shown in both regions, and accepted or "
        "rejected in the region of that VPC. A request to another account is never accepted here.",
});

}  // namespace ops
}  // namespace ec2mimic
