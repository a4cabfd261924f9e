// VPC peering connections: their record and their view.
//
// A connection is recorded once, in the region in which it was requested, or from which it was imported, and is seen
// from the region of the other VPC as well if that VPC is of the same account. What is over (deleted, rejected, failed
// or expired) is listed for a while, as in AWS, and no longer holds on to its VPCs.
#pragma once

#include "core/operation/resource.h"
#include "core/operation/shown_time.h"
#include "core/ops/vpc/vpc.h"

namespace ec2mimic {

namespace ops {
extern const Noun vpc_peering_connection;
}

struct VpcPeeringConnectionOptionsDescription {
  bool allow_dns_resolution_from_remote_vpc = false;
  bool allow_egress_from_local_classic_link_to_remote_vpc = false;
  bool allow_egress_from_local_vpc_to_remote_classic_link = false;
};

/// One of the two VPCs, as it is recorded.
struct PeeredVpc {
  std::string vpc_id{};
  std::optional<std::string> owner_id{};  ///< Absent for the account itself.
  std::optional<std::string> region{};    ///< Absent for the region of the record.
  VpcPeeringConnectionOptionsDescription peering_options{};
};

struct VpcPeeringConnectionRecord {
  static constexpr std::string_view kTable = "vpc-peering-connections";
  std::string region{};
  std::int64_t serial = 0;
  PeeredVpc requester{};
  PeeredVpc accepter{};
  std::string status_code{};                      ///< Without the states that pass by themselves.
  std::optional<std::string> expiration_time{};   ///< While it is not accepted.
  std::optional<std::string> over_since{};        ///< When it was deleted, rejected and so on.
  std::optional<std::string> transition_start{};  ///< When it was requested or accepted, if that took a while.
  std::vector<Tag> tags{};

  // What was imported from AWS may be in a state that passes.
  [[nodiscard]] bool is_pending() const {
    return status_code == "pending-acceptance" || status_code == "initiating-request";
  }
  [[nodiscard]] bool is_active() const { return status_code == "active" || status_code == "provisioning"; }

  /// AWS documents the times, for connections within an account.
  [[nodiscard]] Life life() const {
    if (is_active() || is_pending()) return {};
    return {over_since.value_or(""), std::chrono::hours(status_code == "expired" ? 48 : 2)};
  }

  void end(const Context& context) { end("deleted", context.now()); }
  /// Sets the state to one in which it is over.
  void end(std::string_view state, std::chrono::sys_seconds when);

  /// The region of one of its two VPCs.
  [[nodiscard]] const std::string& region_of(const PeeredVpc& vpc) const { return vpc.region ? *vpc.region : region; }
  /// The region of the account's other VPC. AWS shows a request that failed only to whoever made it.
  [[nodiscard]] std::optional<std::string> also_seen_from(std::string_view account) const;

  [[nodiscard]] bool connects(std::string_view vpc) const { return requester.vpc_id == vpc || accepter.vpc_id == vpc; }
  /// Traffic goes both ways as soon as it is accepted.
  [[nodiscard]] bool serves(std::string_view vpc) const { return is_active() && connects(vpc); }
  [[nodiscard]] bool will_serve(std::string_view vpc) const { return is_pending() && connects(vpc); }

  /// A VPC with a connection is not deleted, but a request goes with the VPC that it was made for.
  static constexpr Companions kCompanions{};
  [[nodiscard]] std::string came_along_with() const { return is_pending() ? requester.vpc_id : ""; }
  [[nodiscard]] bool needs(std::string_view vpc) const { return connects(vpc); }

  /// Requests expire a week later.
  static void catch_up(Context& context);

  /// Says so if a VPC has a connection to itself, which only fails.
  [[nodiscard]] std::optional<std::string> contradiction() const;

  /// Checks that the VPCs of those that are not over exist in their regions. Of the VPC in another region, that is
  /// known only once it accepted, and it may be missing, as from a seed of one region.
  static void check_relations(const Records& records, const Noun::Report& report);
};

struct CidrBlock {
  std::string cidr_block{};
};

struct Ipv6CidrBlock {
  std::string ipv6_cidr_block{};
};

struct VpcPeeringConnectionVpcInfo {
  std::optional<std::string> cidr_block{};
  std::optional<std::vector<Ipv6CidrBlock>> ipv6_cidr_block_set{};
  std::optional<std::vector<CidrBlock>> cidr_block_set{};
  std::string owner_id{};
  std::optional<VpcPeeringConnectionOptionsDescription> peering_options{};
  std::string vpc_id{};
  std::string region{};
};

struct VpcPeeringConnectionStateReason {
  std::string code{};
  std::string message{};
};

/// A VPC peering connection as AWS shows it.
struct VpcPeeringConnection {
  VpcPeeringConnectionVpcInfo accepter_vpc_info{};
  std::optional<std::string> expiration_time{};
  VpcPeeringConnectionVpcInfo requester_vpc_info{};
  VpcPeeringConnectionStateReason status{};
  std::vector<Tag> tags{};
  std::string vpc_peering_connection_id{};
};

template <>
struct Resource<VpcPeeringConnection> {
  using Record = VpcPeeringConnectionRecord;
  static constexpr const Noun& noun = ops::vpc_peering_connection;
  static const std::span<const FilterRule> filters;
  static constexpr auto id = &VpcPeeringConnection::vpc_peering_connection_id;
  static constexpr auto tags = &VpcPeeringConnection::tags;
  static VpcPeeringConnection view(const std::string& id, const VpcPeeringConnectionRecord& record, Context& context);
  /// The answer of a create says `initiating-request`, whatever becomes of it.
  static void as_created(VpcPeeringConnection& view);
};

namespace peering {

/// The account that owns the VPC.
[[nodiscard]] std::string owner(const PeeredVpc& vpc, const Context& context);

/// The record of one of the VPCs of a connection; nothing if that is of another account, or not in its region.
[[nodiscard]] std::optional<VpcRecord> find_vpc(const VpcPeeringConnectionRecord& connection, const PeeredVpc& vpc,
                                                Context& context);

/// Throws InvalidStateTransition, as for a connection that cannot go from its state to `wanted`.
[[noreturn]] void refuse_transition(const std::string& id, const std::string& state, std::string_view wanted);

/// Throws OperationNotPermitted if the VPC is not in the region of the call, where `done`, as `accepted`, is possible.
void require_region_of(const PeeredVpc& vpc, const std::string& id, const VpcPeeringConnectionRecord& connection,
                       std::string_view done, const Context& context);

/// Throws OperationNotPermitted unless the request was made to the account and region of the call: for one of another
/// account with the word `verb`.
void require_accepter(const std::string& id, const VpcPeeringConnectionRecord& connection, std::string_view verb,
                      const Context& context);

}  // namespace peering

inline constexpr std::string_view kPeeringStates[] = {"initiating-request",
                                                      "pending-acceptance",
                                                      "active",
                                                      "deleted",
                                                      "rejected",
                                                      "failed",
                                                      "expired",
                                                      "provisioning",
                                                      "deleting"};

namespace model {

template <>
struct Describe<VpcPeeringConnectionOptionsDescription> {
  using Self = VpcPeeringConnectionOptionsDescription;
  static constexpr std::string_view name = "VpcPeeringConnectionOptionsDescription";
  static constexpr auto members = model::members(
      member<&Self::allow_dns_resolution_from_remote_vpc>(
          "AllowDnsResolutionFromRemoteVpc", "Whether the other VPC resolves public names to private addresses."),
      member<&Self::allow_egress_from_local_classic_link_to_remote_vpc>("AllowEgressFromLocalClassicLinkToRemoteVpc",
                                                                        "Of EC2-Classic, which no longer exists."),
      member<&Self::allow_egress_from_local_vpc_to_remote_classic_link>("AllowEgressFromLocalVpcToRemoteClassicLink",
                                                                        "Of EC2-Classic, which no longer exists."));
};

template <>
struct Describe<PeeredVpc> {
  using Self = PeeredVpc;
  static constexpr std::string_view name = "PeeredVpc";
  static constexpr auto members = model::members(
      // No reference: it may be of another account, deleted once the connection is over, or any text in a request that
      // failed. needs() protects it until then.
      member<&Self::vpc_id>("VpcId", "The VPC."),
      member<&Self::owner_id>("OwnerId", "The account that owns it, if that is another."),
      member<&Self::region>("Region", "The region it is in, if that is another.", {.fault = &value_faults::region}),
      member<&Self::peering_options>("PeeringOptions", "How it uses the connection."));
};

template <>
struct Describe<VpcPeeringConnectionRecord> {
  using Self = VpcPeeringConnectionRecord;
  static constexpr std::string_view name = "VpcPeeringConnectionRecord";
  static constexpr auto members = model::members(
      recorded::region<&Self::region>, recorded::serial<&Self::serial>,
      member<&Self::requester>("RequesterVpcInfo", "The VPC that asked for it."),
      member<&Self::accepter>("AccepterVpcInfo", "The VPC that was asked."),
      member<&Self::status_code>("StatusCode", "Its state.", {.choices = kPeeringStates, .shown_as = "Status.Code"}),
      member<&Self::expiration_time>("ExpirationTime", "When the request expires; absent once it was accepted.",
                                     {.fault = &value_faults::shown_time}),
      member<&Self::over_since>("OverSince", "When it was deleted, rejected or expired, or failed; absent otherwise.",
                                {.ends = true, .fault = &value_faults::time}),
      recorded::transition_start<&Self::transition_start>, recorded::tags<&Self::tags>);
};

template <>
struct Describe<CidrBlock> {
  static constexpr std::string_view name = "CidrBlock";
  static constexpr auto members = model::members(member<&CidrBlock::cidr_block>("CidrBlock", "The block."));
};

template <>
struct Describe<Ipv6CidrBlock> {
  static constexpr std::string_view name = "Ipv6CidrBlock";
  static constexpr auto members =
      model::members(member<&Ipv6CidrBlock::ipv6_cidr_block>("Ipv6CidrBlock", "The block."));
};

template <>
struct Describe<VpcPeeringConnectionVpcInfo> {
  using Self = VpcPeeringConnectionVpcInfo;
  static constexpr std::string_view name = "VpcPeeringConnectionVpcInfo";
  static constexpr auto members = model::members(
      member<&Self::cidr_block>("CidrBlock", "Its primary IPv4 block; of the accepter only once it has accepted.",
                                {.computed = true}),
      member<&Self::ipv6_cidr_block_set>("Ipv6CidrBlockSet", "Its IPv6 blocks, if it has any.", {.computed = true}),
      member<&Self::cidr_block_set>("CidrBlockSet", "All its IPv4 blocks.", {.computed = true}),
      member<&Self::owner_id>("OwnerId", "The account that owns it.", {.computed = true}),
      member<&Self::peering_options>("PeeringOptions", "How it uses the connection.", {.computed = true}),
      member<&Self::vpc_id>("VpcId", "The VPC.", {.refers = "vpc"}),
      member<&Self::region>("Region", "The region it is in.", {.computed = true}));
};

template <>
struct Describe<VpcPeeringConnectionStateReason> {
  using Self = VpcPeeringConnectionStateReason;
  static constexpr std::string_view name = "VpcPeeringConnectionStateReason";
  static constexpr auto members =
      model::members(member<&Self::code>("Code", "The state.", {.choices = kPeeringStates, .computed = true}),
                     member<&Self::message>("Message", "The same in words.", {.computed = true}));
};

template <>
struct Describe<VpcPeeringConnection> {
  using Self = VpcPeeringConnection;
  static constexpr std::string_view name = "VpcPeeringConnection";
  static constexpr auto members = model::members(
      member<&Self::accepter_vpc_info>("AccepterVpcInfo", "The VPC that was asked."),
      member<&Self::expiration_time>("ExpirationTime", "When the request expires; absent once it was accepted.",
                                     {.time = true}),
      member<&Self::requester_vpc_info>("RequesterVpcInfo", "The VPC that asked for it."),
      member<&Self::status>("Status", "Its state.", {.computed = true}), member<&Self::tags>("Tags", "Its tags."),
      member<&Self::vpc_peering_connection_id>("VpcPeeringConnectionId", "Its id.",
                                               {.refers = "vpc-peering-connection", .key = true}));
};

}  // namespace model
}  // namespace ec2mimic
