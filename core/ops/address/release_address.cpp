#include "core/operation/is_given.h"
#include "core/operation/operation.h"
#include "core/operation/references.h"
#include "core/ops/network_interface/network_interface.h"

namespace ec2mimic {
namespace {

struct ReleaseAddress {
  std::optional<std::string> allocation_id{};
  std::optional<std::string> public_ip{};
  std::optional<std::string> network_border_group{};
  std::optional<bool> dry_run{};
};

}  // namespace

template <>
struct model::Describe<ReleaseAddress> {
  static constexpr std::string_view name = "ReleaseAddressRequest";
  static constexpr auto members = model::members(
      member<&ReleaseAddress::allocation_id>("AllocationId", "The id of the address.", {.refers = "elastic-ip"}),
      member<&ReleaseAddress::public_ip>("PublicIp", "The address itself; AWS insists on its id."),
      member<&ReleaseAddress::network_border_group>("NetworkBorderGroup",
                                                    "The location from which it is advertised: the region."),
      dry_run<&ReleaseAddress::dry_run>);
};

namespace {

const std::string& id_in(const ReleaseAddress& request, Context& context) {
  if (!is_given(request.allocation_id) && !is_given(request.public_ip)) {
    throw ApiError{"MissingParameter", "Either public IP or allocation id must be specified"};
  }
  if (is_given(request.allocation_id) && is_given(request.public_ip)) {
    throw ApiError{"InvalidParameterCombination",
                   "You may specify public IP or allocation id, but not both in the same call"};
  }
  if (is_given(request.public_ip)) {
    // AWS looks for the address first. It takes a public IP only for those of EC2-Classic, which no longer exists.
    static_cast<void>(require_public(context, *request.public_ip));
    throw ApiError{"InvalidParameterValue",
                   "You must specify an allocation id when releasing a VPC elastic IP address"};
  }
  return *request.allocation_id;
}

void run_release_address(const ReleaseAddress& request, Context& context) {
  const std::string& id = id_in(request, context);
  const auto address = require<Address>(context, id);
  if (request.network_border_group && *request.network_border_group != context.region()) {
    throw ApiError{"InvalidParameterValue",
                   "invalid value for parameter network-border-group: " + *request.network_border_group};
  }
  if (is_held_by_aws(context, address)) throw managed_by_aws();
  if (address.association_id) {
    throw ApiError{"InvalidIPAddress.InUse", "Address " + address.public_ip + " is in use."};
  }
  delete_resource(context.records(), ops::address, id);
}

constexpr std::string_view kReleaseAddressErrors[] = {
    "AuthFailure",           "InvalidAddress.NotFound", "InvalidIPAddress.InUse", "InvalidParameterCombination",
    "InvalidParameterValue", "MissingParameter"};

}  // namespace

namespace ops {

extern constinit const Operation release_address = define<&run_release_address>({
    .name = "ReleaseAddress",
    .effect = Effect::writes,
    .summary = "Releases an Elastic IP address",
    .description = "An address that is associated with a network interface is not released; that of a NAT gateway can "
                   "be released once the gateway is deleted.",
    .errors = kReleaseAddressErrors,
});

}  // namespace ops
}  // namespace ec2mimic
