#include "core/operation/operation.h"
#include "core/ops/vpc_peering_connection/vpc_peering_connection.h"

namespace ec2mimic {
namespace {

struct PeeringConnectionOptionsRequest {
  std::optional<bool> allow_dns_resolution_from_remote_vpc{};
  std::optional<bool> allow_egress_from_local_classic_link_to_remote_vpc{};
  std::optional<bool> allow_egress_from_local_vpc_to_remote_classic_link{};
};

struct ModifyVpcPeeringConnectionOptions {
  std::optional<PeeringConnectionOptionsRequest> accepter_peering_connection_options{};
  std::optional<bool> dry_run{};
  std::optional<PeeringConnectionOptionsRequest> requester_peering_connection_options{};
  std::string vpc_peering_connection_id{};
};

struct PeeringConnectionOptions {
  std::optional<bool> allow_dns_resolution_from_remote_vpc{};
  std::optional<bool> allow_egress_from_local_classic_link_to_remote_vpc{};
  std::optional<bool> allow_egress_from_local_vpc_to_remote_classic_link{};
};

struct ModifyVpcPeeringConnectionOptionsResult {
  std::optional<PeeringConnectionOptions> accepter_peering_connection_options{};
  std::optional<PeeringConnectionOptions> requester_peering_connection_options{};
};

// The members are the same in the request and in the answer.
template <class Options>
constexpr auto peering_option_members() {
  constexpr std::string_view kClassicDoc = "Of EC2-Classic, which no longer exists.";
  return model::members(
      model::member<&Options::allow_dns_resolution_from_remote_vpc>(
          "AllowDnsResolutionFromRemoteVpc", "Whether the other VPC resolves public names to private addresses."),
      model::member<&Options::allow_egress_from_local_classic_link_to_remote_vpc>(
          "AllowEgressFromLocalClassicLinkToRemoteVpc", kClassicDoc),
      model::member<&Options::allow_egress_from_local_vpc_to_remote_classic_link>(
          "AllowEgressFromLocalVpcToRemoteClassicLink", kClassicDoc));
}

}  // namespace

template <>
struct model::Describe<PeeringConnectionOptionsRequest> {
  using Self = PeeringConnectionOptionsRequest;
  static constexpr std::string_view name = "PeeringConnectionOptionsRequest";
  static constexpr auto members = peering_option_members<Self>();
};

template <>
struct model::Describe<ModifyVpcPeeringConnectionOptions> {
  using Self = ModifyVpcPeeringConnectionOptions;
  static constexpr std::string_view name = "ModifyVpcPeeringConnectionOptionsRequest";
  static constexpr auto members = model::members(
      member<&Self::accepter_peering_connection_options>("AccepterPeeringConnectionOptions",
                                                         "How the VPC that was asked uses the connection."),
      dry_run<&Self::dry_run>,
      member<&Self::requester_peering_connection_options>("RequesterPeeringConnectionOptions",
                                                          "How the VPC that asked for it uses the connection."),
      member<&Self::vpc_peering_connection_id>(
          "VpcPeeringConnectionId", "The connection.",
          {.required = true, .insists_on = "VpcPeeringConnectionId", .refers = "vpc-peering-connection"}));
};

template <>
struct model::Describe<PeeringConnectionOptions> {
  using Self = PeeringConnectionOptions;
  static constexpr std::string_view name = "PeeringConnectionOptions";
  static constexpr auto members = peering_option_members<Self>();
};

template <>
struct model::Describe<ModifyVpcPeeringConnectionOptionsResult> {
  using Self = ModifyVpcPeeringConnectionOptionsResult;
  static constexpr std::string_view name = "ModifyVpcPeeringConnectionOptionsResult";
  static constexpr auto members = model::members(
      member<&Self::accepter_peering_connection_options>("AccepterPeeringConnectionOptions",
                                                         "Those of the VPC that was asked, if they were given."),
      member<&Self::requester_peering_connection_options>("RequesterPeeringConnectionOptions",
                                                          "Those of the VPC that asked for it, if they were given."));
};

namespace {

// Options that are not given stay as they are.
std::optional<PeeringConnectionOptions> modified(const std::optional<PeeringConnectionOptionsRequest>& request,
                                                 VpcPeeringConnectionOptionsDescription& options) {
  if (!request) return std::nullopt;
  const auto set = [](bool& option, const std::optional<bool>& wanted) { option = wanted.value_or(option); };
  set(options.allow_dns_resolution_from_remote_vpc, request->allow_dns_resolution_from_remote_vpc);
  set(options.allow_egress_from_local_classic_link_to_remote_vpc,
      request->allow_egress_from_local_classic_link_to_remote_vpc);
  set(options.allow_egress_from_local_vpc_to_remote_classic_link,
      request->allow_egress_from_local_vpc_to_remote_classic_link);
  return PeeringConnectionOptions{options.allow_dns_resolution_from_remote_vpc,
                                  options.allow_egress_from_local_classic_link_to_remote_vpc,
                                  options.allow_egress_from_local_vpc_to_remote_classic_link};
}

void check_owner(const std::optional<PeeringConnectionOptionsRequest>& request, const PeeredVpc& vpc,
                 std::string_view side, const Context& context) {
  if (!request || peering::owner(vpc, context) == context.account()) return;
  throw ApiError{"OperationNotPermitted", "User " + context.account() + " does not have permission to modify the " +
                                              std::string(side) + " side peering options"};
}

// Between two regions each side is modified in its own, and EC2-Classic was never supported.
void check_regions(const std::optional<PeeringConnectionOptionsRequest>& request, const PeeredVpc& vpc,
                   const std::string& id, const VpcPeeringConnectionRecord& connection, const Context& context) {
  if (!request || connection.region_of(connection.requester) == connection.region_of(connection.accepter)) return;
  peering::require_region_of(vpc, id, connection, "modified", context);
  std::string refused;
  const auto refuse = [&](const std::optional<bool>& option, std::string_view name) {
    if (option) refused.append(refused.empty() ? "" : ", ").append(name);
  };
  refuse(request->allow_egress_from_local_classic_link_to_remote_vpc, "AllowEgressFromLocalClassicLinkToRemoteVpc");
  refuse(request->allow_egress_from_local_vpc_to_remote_classic_link, "AllowEgressFromLocalVpcToRemoteClassicLink");
  if (refused.empty()) return;
  throw ApiError{"OperationNotPermitted", "Modifying VPC peering connection options " + refused +
                                              " is not supported for cross-region VPC peering connections"};
}

ModifyVpcPeeringConnectionOptionsResult run_modify_vpc_peering_connection_options(
    const ModifyVpcPeeringConnectionOptions& request, Context& context) {
  const std::string& id = request.vpc_peering_connection_id;
  auto connection = require<VpcPeeringConnection>(context, id);
  check_owner(request.accepter_peering_connection_options, connection.accepter, "accepter", context);
  check_owner(request.requester_peering_connection_options, connection.requester, "requester", context);
  check_regions(request.accepter_peering_connection_options, connection.accepter, id, connection, context);
  check_regions(request.requester_peering_connection_options, connection.requester, id, connection, context);
  if (find_resource<VpcPeeringConnection>(context, id)->status.code != "active") {
    throw ApiError{"OperationNotPermitted",
                   "Peering " + id + " is not active. Peering options can be added only to active peerings."};
  }
  ModifyVpcPeeringConnectionOptionsResult result;
  result.accepter_peering_connection_options =
      modified(request.accepter_peering_connection_options, connection.accepter.peering_options);
  result.requester_peering_connection_options =
      modified(request.requester_peering_connection_options, connection.requester.peering_options);
  Table<VpcPeeringConnectionRecord>(context).put(id, connection);
  return result;
}

constexpr std::string_view kModifyVpcPeeringConnectionOptionsErrors[] = {"OperationNotPermitted"};

}  // namespace

namespace ops {

extern constinit const Operation modify_vpc_peering_connection_options = define<
    &run_modify_vpc_peering_connection_options>({
    .name = "ModifyVpcPeeringConnectionOptions",
    .effect = Effect::writes,
    .summary = "Changes how VPCs use a peering connection",
    .description =
        "The connection must be active. Options that are not given stay as they are. Those of a VPC whose connection "
        "is with another region are changed in its own region. All are stored and shown, but have no effect.",
    .errors = kModifyVpcPeeringConnectionOptionsErrors,
});

}  // namespace ops
}  // namespace ec2mimic
