#include "core/operation/is_given.h"
#include "core/operation/operation.h"
#include "core/ops/network_interface/network_interface.h"

namespace ec2mimic {
namespace {

struct DisassociateAddress {
  std::optional<std::string> association_id{};
  std::optional<std::string> public_ip{};
  std::optional<bool> dry_run{};
};

}  // namespace

template <>
struct model::Describe<DisassociateAddress> {
  static constexpr std::string_view name = "DisassociateAddressRequest";
  static constexpr auto members = model::members(
      member<&DisassociateAddress::association_id>("AssociationId", "The association to end.", {.refers = "eipassoc-"}),
      member<&DisassociateAddress::public_ip>("PublicIp", "The address instead of its association."),
      dry_run<&DisassociateAddress::dry_run>);
};

namespace {

AddressEntry address_of(const DisassociateAddress& request, Context& context) {
  if (!is_given(request.association_id) && !is_given(request.public_ip)) {
    throw ApiError{"MissingParameter", "Either public IP or association id must be specified"};
  }
  if (is_given(request.association_id) && is_given(request.public_ip)) {
    throw ApiError{"InvalidParameterCombination",
                   "You may specify public IP or association id, but not both in the same call"};
  }
  if (is_given(request.public_ip)) return require_public(context, *request.public_ip);
  const std::string& id = *request.association_id;
  for (AddressEntry& one : Table<AddressRecord>(context).all(Narrowing().in_line({in_quotes(id)}))) {
    if (one.second.association_id == id) return std::move(one);
  }
  throw ApiError{"InvalidAssociationID.NotFound", "The association ID '" + id + "' does not exist"};
}

void run_disassociate_address(const DisassociateAddress& request, Context& context) {
  const auto [id, address] = address_of(request, context);
  if (is_held_by_aws(context, address)) throw managed_by_aws();
  // Of a public IP that is associated with nothing the call succeeds.
  if (address.association_id) disassociate(context, id);
}

constexpr std::string_view kDisassociateAddressErrors[] = {"AuthFailure", "InvalidAddress.NotFound",
                                                           "InvalidAssociationID.NotFound",
                                                           "InvalidParameterCombination", "MissingParameter"};

}  // namespace

namespace ops {

extern constinit const Operation disassociate_address = define<&run_disassociate_address>({
    .name = "DisassociateAddress",
    .effect = Effect::writes,
    .summary = "Ends the association of an Elastic IP address",
    .description = "The address stays allocated and can be associated again. An address that is named by its public IP "
                   "may be free already. The address of a NAT gateway becomes free when the gateway is deleted.",
    .errors = kDisassociateAddressErrors,
});

}  // namespace ops
}  // namespace ec2mimic
