#include "core/ops/vpc_peering_connection/vpc_peering_connection.h"

#include <utility>

#include "core/records/transition.h"

namespace ec2mimic {
namespace {

constexpr FilterRule kFilters[] = {
    filter<&VpcPeeringConnection::accepter_vpc_info, &VpcPeeringConnectionVpcInfo::cidr_block>(
        "accepter-vpc-info.cidr-block", "The primary block of the VPC that was asked."),
    filter<&VpcPeeringConnection::accepter_vpc_info, &VpcPeeringConnectionVpcInfo::owner_id>(
        "accepter-vpc-info.owner-id", "The account that was asked."),
    filter<&VpcPeeringConnection::accepter_vpc_info, &VpcPeeringConnectionVpcInfo::vpc_id>("accepter-vpc-info.vpc-id",
                                                                                           "The VPC that was asked."),
    filter<&VpcPeeringConnection::expiration_time>("expiration-time", "When the request expires."),
    filter<&VpcPeeringConnection::requester_vpc_info, &VpcPeeringConnectionVpcInfo::cidr_block>(
        "requester-vpc-info.cidr-block", "The primary block of the VPC that asked for it."),
    filter<&VpcPeeringConnection::requester_vpc_info, &VpcPeeringConnectionVpcInfo::owner_id>(
        "requester-vpc-info.owner-id", "The account that asked for it."),
    filter<&VpcPeeringConnection::requester_vpc_info, &VpcPeeringConnectionVpcInfo::vpc_id>(
        "requester-vpc-info.vpc-id", "The VPC that asked for it."),
    filter<&VpcPeeringConnection::status, &VpcPeeringConnectionStateReason::code>(
        "status-code", "The state, such as pending-acceptance, active or deleted."),
    filter<&VpcPeeringConnection::status, &VpcPeeringConnectionStateReason::message>("status-message",
                                                                                     "The state in words."),
    tag_filter<&VpcPeeringConnection::tags>(),
    tag_key_filter<&VpcPeeringConnection::tags>(),
    tag_value_filter<&VpcPeeringConnection::tags>(),
    filter<&VpcPeeringConnection::vpc_peering_connection_id>("vpc-peering-connection-id", "The connection's own id."),
};

// Our own choice: it is only known that these states do not last.
constexpr std::chrono::seconds kTimeToPass(2);

std::string_view state_of(const VpcPeeringConnectionRecord& connection, const Context& context) {
  if (!in_transition(context, connection.transition_start, kTimeToPass)) {
    if (connection.is_pending()) return "pending-acceptance";
    return connection.is_active() ? "active" : std::string_view(connection.status_code);
  }
  if (connection.is_active()) return "provisioning";
  return connection.is_pending() || connection.status_code == "failed" ? "initiating-request"
                                                                       : std::string_view(connection.status_code);
}

// Only the account itself can have deleted it.
std::string message_of(std::string_view state, const std::string& accepter, const std::string& account) {
  if (state == "initiating-request") return "Initiating Request to " + accepter;
  if (state == "pending-acceptance") return "Pending Acceptance by " + accepter;
  if (state == "provisioning") return "Provisioning";
  if (state == "active") return "Active";
  if (state == "rejected") return "Rejected by " + accepter;
  if (state == "deleted") return "Deleted by " + account;
  if (state == "expired") return "Expired";
  return "Failed due to incorrect VPC-ID, Account ID, or overlapping CIDR range";
}

VpcPeeringConnectionVpcInfo info_of(const VpcPeeringConnectionRecord& connection, const PeeredVpc& vpc,
                                    bool with_blocks, Context& context) {
  VpcPeeringConnectionVpcInfo info;
  info.owner_id = peering::owner(vpc, context);
  info.vpc_id = vpc.vpc_id;
  info.region = connection.region_of(vpc);
  if (!with_blocks) return info;
  info.peering_options = vpc.peering_options;
  const auto its = peering::find_vpc(connection, vpc, context);
  if (!its) return info;
  for (const std::string& block : its->blocks()) {
    if (!info.cidr_block) info.cidr_block = block;
    (info.cidr_block_set ? *info.cidr_block_set : info.cidr_block_set.emplace()).push_back({block});
  }
  for (const std::string& block : its->ipv6_blocks()) {
    (info.ipv6_cidr_block_set ? *info.ipv6_cidr_block_set : info.ipv6_cidr_block_set.emplace()).push_back({block});
  }
  return info;
}

// Requests that nobody has answered yet, in the region of each.
void count_requests(std::string_view /*id*/, const VpcPeeringConnectionRecord& connection, const Quota::Add& add) {
  if (connection.is_pending()) add(connection.region_of(connection.requester), 1);
}

// Active connections of each VPC.
void count_active(std::string_view /*id*/, const VpcPeeringConnectionRecord& connection, const Quota::Add& add) {
  if (!connection.is_active()) return;
  add(connection.requester.vpc_id, 1);
  add(connection.accepter.vpc_id, 1);
}

constexpr Quota kQuotas[] = {
    quota<&count_requests>(25, "OutstandingVpcPeeringConnectionLimitExceeded",
                           "The maximum number of outstanding VPC peering connection requests has been reached."),
    quota<&count_active>(50, "ActiveVpcPeeringConnectionPerVpcLimitExceeded",
                         "The maximum number of active VPC peering connections of {} has been reached.",
                         {"AcceptVpcPeeringConnection"}),
};

}  // namespace

void VpcPeeringConnectionRecord::end(std::string_view state, std::chrono::sys_seconds when) {
  status_code = state;
  over_since = iso_time(when);
  expiration_time.reset();
  transition_start.reset();
}

std::optional<std::string> VpcPeeringConnectionRecord::also_seen_from(std::string_view account) const {
  if (status_code == "failed") return std::nullopt;
  for (const PeeredVpc* vpc : {&requester, &accepter}) {
    if (region_of(*vpc) != region && vpc->owner_id.value_or(std::string(account)) == account) return vpc->region;
  }
  return std::nullopt;
}

void VpcPeeringConnectionRecord::catch_up(Context& context) {
  // Only requests can expire, and only they have this member.
  const Narrowing requests = Narrowing().in_line({R"("ExpirationTime":)"});
  for (auto& [id, connection] : Table<VpcPeeringConnectionRecord>(context).all(requests)) {
    const auto expires = connection.expiration_time ? parse_shown_time(*connection.expiration_time) : std::nullopt;
    if (!connection.is_pending() || !expires || context.now() < *expires) continue;
    connection.end("expired", *expires);
    Table<VpcPeeringConnectionRecord>(context).put(id, connection);
  }
}

std::optional<std::string> VpcPeeringConnectionRecord::contradiction() const {
  // A VPC of another account or region may have any id, even this one.
  const bool is_same = requester.vpc_id == accepter.vpc_id && requester.owner_id == accepter.owner_id &&
                       region_of(requester) == region_of(accepter);
  const bool is_with_itself = is_same && (is_active() || is_pending());
  if (is_with_itself) return "AccepterVpcInfo.VpcId: " + accepter.vpc_id + " is also the VPC of RequesterVpcInfo";
  if (life().ended == "") return "OverSince: it is missing, and StatusCode is " + status_code;
  return std::nullopt;
}

void VpcPeeringConnectionRecord::check_relations(const Records& records, const Noun::Report& report) {
  records.scan(kTable, {}, [&](std::string_view id, std::string_view line) {
    const auto connection = read_record<VpcPeeringConnectionRecord>(id, line);
    if (connection.life().ended) return;
    const auto is_here = [&](const PeeredVpc& vpc) { return connection.region_of(vpc) == connection.region; };
    if (!is_here(connection.requester) && !is_here(connection.accepter)) {
      report(kTable, id, "Region", "neither of its VPCs is in " + connection.region);
    }
    const auto check = [&](const PeeredVpc& vpc, const std::string& member) {
      if (vpc.owner_id.value_or(records.account()) != records.account()) return;
      const std::string& its_region = connection.region_of(vpc);
      const auto found = records.find(VpcRecord::kTable, vpc.vpc_id);
      // Requests to other regions were once recorded whether there was such a VPC or not.
      if (its_region != connection.region && (!found || connection.is_pending())) return;
      if (!found) return report(kTable, id, member + ".VpcId", "there is no " + vpc.vpc_id);
      const std::string place = record_head<VpcRecord>(vpc.vpc_id, *found).region;
      if (place != its_region) {
        report(kTable, id, member + ".VpcId", vpc.vpc_id + " is in " + place + ", not in " + its_region);
      }
    };
    check(connection.requester, "RequesterVpcInfo");
    check(connection.accepter, "AccepterVpcInfo");
  });
}

constinit const Noun ops::vpc_peering_connection = define_noun<VpcPeeringConnectionRecord>({
    .type = "vpc-peering-connection",
    .prefix = "pcx-",
    .not_found_code = "InvalidVpcPeeringConnectionID.NotFound",
    .not_found_text = "The vpcPeeringConnection ID '{}' does not exist",
    .dependency_text = "The vpcPeeringConnection '{}' has dependencies and cannot be deleted.",
    .quotas = kQuotas,
    .malformed_code = "InvalidVpcPeeringConnectionId.Malformed",
    .malformed_text = "Invalid id: \"{}\" (expecting \"pcx-...\")",
});

constinit const std::span<const FilterRule> Resource<VpcPeeringConnection>::filters = kFilters;

VpcPeeringConnection Resource<VpcPeeringConnection>::view(const std::string& id,
                                                          const VpcPeeringConnectionRecord& record, Context& context) {
  VpcPeeringConnection connection;
  const std::string_view state = state_of(record, context);
  // AWS tells the blocks of the accepter only after it has accepted.
  connection.accepter_vpc_info = info_of(record, record.accepter, record.is_active(), context);
  if (record.is_pending()) connection.expiration_time = record.expiration_time;
  connection.requester_vpc_info = info_of(record, record.requester, !record.life().ended, context);
  connection.status = {std::string(state), message_of(state, connection.accepter_vpc_info.owner_id, context.account())};
  connection.tags = record.tags;
  connection.vpc_peering_connection_id = id;
  return connection;
}

void Resource<VpcPeeringConnection>::as_created(VpcPeeringConnection& view) {
  const std::string& accepter = view.accepter_vpc_info.owner_id;
  view.status = {"initiating-request", message_of("initiating-request", accepter, accepter)};
}

std::string peering::owner(const PeeredVpc& vpc, const Context& context) {
  return vpc.owner_id.value_or(context.account());
}

std::optional<VpcRecord> peering::find_vpc(const VpcPeeringConnectionRecord& connection, const PeeredVpc& vpc,
                                           Context& context) {
  if (owner(vpc, context) != context.account()) return std::nullopt;
  return Table<VpcRecord>(context).find_from(connection.region_of(vpc), vpc.vpc_id);
}

void peering::refuse_transition(const std::string& id, const std::string& state, std::string_view wanted) {
  throw ApiError{"InvalidStateTransition", "Invalid state transition for " + id + ", attempted to transition from " +
                                               state + " to " + std::string(wanted)};
}

void peering::require_region_of(const PeeredVpc& vpc, const std::string& id,
                                const VpcPeeringConnectionRecord& connection, std::string_view done,
                                const Context& context) {
  if (connection.region_of(vpc) == context.region()) return;
  // Without a blank after the full stop, as AWS has it.
  throw ApiError{"OperationNotPermitted",
                 "Incorrect region (" + context.region() + ") specified for this request.VPC peering connection " + id +
                     " must be " + std::string(done) + " in region " + connection.region_of(vpc)};
}

void peering::require_accepter(const std::string& id, const VpcPeeringConnectionRecord& connection,
                               std::string_view verb, const Context& context) {
  const PeeredVpc& accepter = connection.accepter;
  if (owner(accepter, context) != context.account()) {
    throw ApiError{"OperationNotPermitted",
                   "User " + context.account() + " cannot " + std::string(verb) + " peering " + id};
  }
  require_region_of(accepter, id, connection, std::string(verb) + "ed", context);
}

}  // namespace ec2mimic
