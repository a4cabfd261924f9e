#include "core/operation/malformed_ids.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "core/text/ascii.h"
#include "core/text/replaced.h"

namespace ec2mimic {
namespace {

struct Malformed {
  std::string_view type;
  std::string_view code;
  std::string_view text;  // `{}` is replaced by the id
};

// Recorded of describe calls, except the text about NAT gateways, which is ours.
constexpr Malformed kMalformed[] = {
    {"natgateway", "NatGatewayMalformed", "The nat-gateway ID '{}' is malformed"},
    {"vpc-endpoint", "InvalidVpcEndpointId.Malformed",
     "Invalid Id: '{}' (expecting 'vpce-...; the Id may only contain lowercase alphanumeric characters and a single "
     "dash')"},
    {"vpc-peering-connection", "InvalidVpcPeeringConnectionId.Malformed", "Invalid id: \"{}\" (expecting \"pcx-...\")"},
};

const Malformed* find(std::string_view type) {
  const auto* const found = std::find_if(std::begin(kMalformed), std::end(kMalformed),
                                         [type](const Malformed& one) { return one.type == type; });
  return found == std::end(kMalformed) ? nullptr : found;
}

bool can_be_id(std::string_view prefix, std::string_view id) {
  if (id.size() <= prefix.size() || !id.starts_with(prefix)) return false;
  const std::string_view rest = id.substr(prefix.size());
  return std::all_of(rest.begin(), rest.end(), [](char c) { return ascii::is_lower(c) || ascii::is_digit(c); });
}

}  // namespace

std::string_view malformed_code(std::string_view type) {
  const Malformed* one = find(type);
  return one == nullptr ? std::string_view() : one->code;
}

std::optional<ApiError> malformed_id(std::string_view type, std::string_view prefix, std::string_view id) {
  const Malformed* one = find(type);
  if (one == nullptr || can_be_id(prefix, id)) return std::nullopt;
  return ApiError{std::string(one->code), replaced(one->text, "{}", id)};
}

}  // namespace ec2mimic
