#include "core/net/cidr.h"
#include "core/operation/is_given.h"
#include "core/operation/operation.h"
#include "core/ops/network_interface/network_interface.h"

namespace ec2mimic {
namespace {

struct AssociateAddress {
  std::optional<std::string> allocation_id{};
  std::optional<std::string> instance_id{};
  std::optional<std::string> public_ip{};
  std::optional<bool> dry_run{};
  std::optional<std::string> network_interface_id{};
  std::optional<std::string> private_ip_address{};
  std::optional<bool> allow_reassociation{};
};

struct AssociateAddressResult {
  std::optional<std::string> association_id{};
};

}  // namespace

template <>
struct model::Describe<AssociateAddress> {
  static constexpr std::string_view name = "AssociateAddressRequest";
  static constexpr auto members = model::members(
      member<&AssociateAddress::allocation_id>("AllocationId", "The id of the address.", {.refers = "elastic-ip"}),
      member<&AssociateAddress::instance_id>("InstanceId", "Not used: ec2mimic has no instances.",
                                             {.refers = "instance"}),
      member<&AssociateAddress::public_ip>("PublicIp", "The address instead of its id, for an instance."),
      dry_run<&AssociateAddress::dry_run>,
      member<&AssociateAddress::network_interface_id>("NetworkInterfaceId", "The network interface.",
                                                      {.refers = "network-interface"}),
      member<&AssociateAddress::private_ip_address>("PrivateIpAddress",
                                                    "The address of the interface; its primary one if omitted."),
      member<&AssociateAddress::allow_reassociation>(
          "AllowReassociation", "Whether an address that is associated with something else moves; true if omitted."));
};

template <>
struct model::Describe<AssociateAddressResult> {
  static constexpr std::string_view name = "AssociateAddressResult";
  static constexpr auto members =
      model::members(member<&AssociateAddressResult::association_id>("AssociationId", "The id of the association."));
};

namespace {

void check_selectors(const AssociateAddress& request) {
  if (!is_given(request.allocation_id) && !is_given(request.public_ip)) {
    throw ApiError{"MissingParameter", "Either public IP or allocation id must be specified"};
  }
  if (is_given(request.allocation_id) && is_given(request.public_ip)) {
    throw ApiError{"InvalidParameterCombination",
                   "You may specify public IP or allocation id, but not both in the same call"};
  }
  if (!is_given(request.instance_id) && !is_given(request.network_interface_id)) {
    throw ApiError{"MissingParameter", "Either instance ID or network interface id must be specified"};
  }
  if (is_given(request.public_ip) && is_given(request.network_interface_id)) {
    throw ApiError{"InvalidParameterCombination",
                   "You must specify an allocation id when mapping an address to a network interface"};
  }
}

// There are no instances, so it only remains to say which of AWS's two errors an id gets.
ApiError no_instance(const std::string& id) {
  const std::string_view digits = id.starts_with("i-") ? std::string_view(id).substr(2) : std::string_view();
  if (digits.find_first_not_of('0') == std::string_view::npos) {
    return {"InvalidInstanceID.Malformed", "Invalid id: \"" + id + '"'};
  }
  return {"InvalidInstanceID.NotFound", "The instance ID '" + id + "' does not exist"};
}

// The address of the interface that is asked for.
std::string target_of(const AssociateAddress& request, const NetworkInterfaceRecord& interface) {
  const auto& wanted = request.private_ip_address;
  if (!wanted) return interface.private_ip_addresses.at(0).private_ip_address;
  if (!net::Cidr::parse(*wanted + "/32")) {
    throw ApiError{"InvalidParameterValue", "invalid value for parameter private-address: " + *wanted};
  }
  if (!interface.has(*wanted)) {
    throw ApiError{"InvalidParameterValue",
                   *wanted + " is not mapped to the interface " + *request.network_interface_id};
  }
  return *wanted;
}

AssociateAddressResult run_associate_address(const AssociateAddress& request, Context& context) {
  check_selectors(request);
  const auto address = is_given(request.allocation_id) ? require<Address>(context, *request.allocation_id)
                                                       : require_public(context, *request.public_ip).second;
  if (is_given(request.instance_id)) throw no_instance(*request.instance_id);
  const auto interface = require<NetworkInterface>(context, *request.network_interface_id);
  const std::string target = target_of(request, interface);
  if (interface.requester_managed || is_held_by_aws(context, address)) throw managed_by_aws();
  if (!has_internet_gateway(context, interface.vpc_id)) {
    throw ApiError{"Gateway.NotAttached", "Network " + interface.vpc_id + " is not attached to any internet gateway"};
  }
  const bool is_same =
      address.network_interface_id == request.network_interface_id && address.private_ip_address == target;
  if (is_same) return {address.association_id};
  if (address.association_id && !request.allow_reassociation.value_or(true)) {
    throw ApiError{
        "Resource.AlreadyAssociated",
        "resource " + *request.allocation_id + " is already associated with associate-id " + *address.association_id};
  }
  return {associate(context, *request.allocation_id, *request.network_interface_id, target)};
}

constexpr std::string_view kAssociateAddressErrors[] = {"AuthFailure",
                                                        "Gateway.NotAttached",
                                                        "InvalidAddress.NotFound",
                                                        "InvalidInstanceID.Malformed",
                                                        "InvalidInstanceID.NotFound",
                                                        "InvalidParameterCombination",
                                                        "InvalidParameterValue",
                                                        "MissingParameter",
                                                        "Resource.AlreadyAssociated"};

}  // namespace

namespace ops {

extern constinit const Operation associate_address = define<&run_associate_address>({
    .name = "AssociateAddress",
    .effect = Effect::writes,
    .summary = "Associates an Elastic IP address with a network interface",
    .description = "The VPC of the interface needs an internet gateway. An address that is associated with something "
                   "else moves, unless --no-allow-reassociation is given, and one that the interface had at this "
                   "private address becomes free. The same call again returns the same association.",
    .errors = kAssociateAddressErrors,
});

}  // namespace ops
}  // namespace ec2mimic
