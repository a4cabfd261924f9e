#include "core/net/cidr.h"
#include "core/operation/creating.h"
#include "core/ops/address/address.h"

namespace ec2mimic {
namespace {

constexpr std::string_view kDomainType[] = {"vpc", "standard"};

struct AllocateAddress {
  std::optional<std::string> domain{};
  std::optional<std::string> address{};
  std::optional<std::string> public_ipv4_pool{};
  std::optional<std::string> network_border_group{};
  std::optional<std::string> customer_owned_ipv4_pool{};
  std::vector<TagSpecification> tag_specifications{};
  std::optional<std::string> ipam_pool_id{};
  std::optional<bool> dry_run{};
};

struct AllocateAddressResult {
  std::optional<std::string> allocation_id{};
  std::optional<std::string> public_ipv4_pool{};
  std::optional<std::string> network_border_group{};
  std::optional<std::string> domain{};
  std::optional<std::string> customer_owned_ip{};
  std::optional<std::string> customer_owned_ipv4_pool{};
  std::optional<std::string> carrier_ip{};
  std::optional<std::string> public_ip{};
};

}  // namespace

template <>
struct model::Describe<AllocateAddress> {
  static constexpr std::string_view name = "AllocateAddressRequest";
  static constexpr auto members = model::members(
      member<&AllocateAddress::domain>("Domain", "Always vpc.", {.no_effect = true, .choices = kDomainType}),
      member<&AllocateAddress::address>("Address", "A released address to recover, which is not supported."),
      member<&AllocateAddress::public_ipv4_pool>("PublicIpv4Pool", "The pool to take it from: amazon."),
      member<&AllocateAddress::network_border_group>("NetworkBorderGroup",
                                                     "The location from which it is advertised: the region."),
      member<&AllocateAddress::customer_owned_ipv4_pool>("CustomerOwnedIpv4Pool", "The pool of such addresses.",
                                                         {.no_effect = true}),
      creating::tags<&AllocateAddress::tag_specifications>("Tags for the new address; ResourceType is elastic-ip."),
      member<&AllocateAddress::ipam_pool_id>("IpamPoolId", "The IPAM pool to take it from.",
                                             {.no_effect = true, .refers = "ipam-pool"}),
      dry_run<&AllocateAddress::dry_run>);
};

template <>
struct model::Describe<AllocateAddressResult> {
  static constexpr std::string_view name = "AllocateAddressResult";
  static constexpr auto members =
      model::members(member<&AllocateAddressResult::allocation_id>("AllocationId", "The id of the address."),
                     member<&AllocateAddressResult::public_ipv4_pool>("PublicIpv4Pool", "The pool that it is from."),
                     member<&AllocateAddressResult::network_border_group>("NetworkBorderGroup", "The region."),
                     member<&AllocateAddressResult::domain>("Domain", "Always vpc."),
                     member<&AllocateAddressResult::customer_owned_ip>("CustomerOwnedIp",
                                                                       "The address of the customer's; not used here."),
                     member<&AllocateAddressResult::customer_owned_ipv4_pool>(
                         "CustomerOwnedIpv4Pool", "The pool of such addresses; not used here."),
                     member<&AllocateAddressResult::carrier_ip>("CarrierIp", "The carrier's address; not used here."),
                     member<&AllocateAddressResult::public_ip>("PublicIp", "The address."));
};

namespace {

// 198.18.0.0/15 is set aside for tests of network devices (RFC 2544). Nobody on the internet has such an address, so a
// script that connects to one reaches no stranger.
constexpr std::uint32_t kFirst = (198U << 24) | (18U << 16);
constexpr std::uint32_t kCount = 1U << 17;

bool is_taken(const Records& records, const std::string& public_ip) {
  bool taken = false;
  records.scan(AddressRecord::kTable, in_quotes(public_ip), [&](std::string_view, std::string_view) { taken = true; });
  return taken;
}

// From the source of ids, so that with a seed the address is the same in every run; the next free one if it is taken.
std::string new_public_ip(Context& context) {
  const std::string digits = context.new_id("");
  const auto drawn = static_cast<std::uint32_t>(std::stoul(digits.substr(digits.size() - 5), nullptr, 16));
  for (std::uint32_t i = 0; i < kCount; ++i) {
    const std::uint32_t place = (drawn + i) % kCount;
    // Those that end in 0 or 255 look like the ends of a network.
    if (place % 256 == 0 || place % 256 == 255) continue;
    std::string text = net::Cidr{kFirst + place, 32}.text();
    text.resize(text.find('/'));
    if (!is_taken(context.records(), text)) return text;
  }
  throw ApiError{"AddressLimitExceeded", "The maximum number of addresses has been reached."};
}

bool is_address(const std::string& text) { return net::Cidr::parse(text + "/32").has_value(); }

// Of a dry run, too.
void check_form(const AllocateAddress& request, Context& context) {
  if (request.address && !is_address(*request.address)) {
    throw ApiError{"InvalidParameterValue", "Invalid value '" + *request.address + "' for address."};
  }
  // The text is nothing but the value, as recorded.
  if (request.network_border_group && *request.network_border_group != context.region()) {
    throw ApiError{"InvalidParameterValue", *request.network_border_group};
  }
}

void check(const AllocateAddress& request) {
  if (request.address && request.public_ipv4_pool) {
    throw ApiError{"InvalidParameterCombination",
                   "The parameter PublicIpv4Pool cannot be used with the parameter Address"};
  }
  if (request.public_ipv4_pool && *request.public_ipv4_pool != "amazon") {
    throw ApiError{"InvalidParameterValue", "invalid value for parameter pool: " + *request.public_ipv4_pool};
  }
  if (request.address) throw ApiError{"InvalidAddress.NotFound", "Address '" + *request.address + "' not found."};
}

AllocateAddressResult run_allocate_address(const AllocateAddress& request, Context& context) {
  check_form(request, context);
  check(request);
  AddressRecord record;
  record.tags = sorted(tags_for(request.tag_specifications, ops::address.type));
  const std::string id = context.new_id(ops::address.prefix);
  record.public_ip = new_public_ip(context);
  Table<AddressRecord>(context).create(id, record);
  const Address address = *find_created<Address>(context, id);
  AllocateAddressResult result;
  result.allocation_id = id;
  result.public_ipv4_pool = address.public_ipv4_pool;
  result.network_border_group = address.network_border_group;
  result.domain = address.domain;
  result.public_ip = address.public_ip;
  return result;
}

constexpr std::string_view kAllocateAddressErrors[] = {"InvalidAddress.NotFound", "InvalidParameterCombination"};
constexpr std::string_view kAllocateAddressSeeAlso[] = {"create-nat-gateway"};

}  // namespace

namespace ops {

extern constinit const Operation allocate_address = define<&run_allocate_address>({
    .name = "AllocateAddress",
    .effect = Effect::writes,
    .summary = "Allocates an Elastic IP address",
    .description = "The new address is not associated with anything. Addresses are from 198.18.0.0/15, which nobody on "
                   "the internet has.",
    .errors = kAllocateAddressErrors,
    .dry_run_checks = checks_in_dry_run<&check_form>,
    .see_also = kAllocateAddressSeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
