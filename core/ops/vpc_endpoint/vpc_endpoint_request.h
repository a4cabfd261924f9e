// Structures that the requests to create and to modify an endpoint have in common.
#pragma once

#include <algorithm>
#include <span>

#include "core/ops/vpc_endpoint/vpc_endpoint.h"

namespace ec2mimic {

struct DnsOptionsSpecification {
  std::optional<std::string> dns_record_ip_type{};
  std::optional<bool> private_dns_only_for_inbound_resolver_endpoint{};
  std::optional<std::string> private_dns_preference{};
  std::vector<std::string> private_dns_specified_domains{};
};

struct SubnetConfiguration {
  std::optional<std::string> subnet_id{};
  std::optional<std::string> ipv4{};
  std::optional<std::string> ipv6{};
};

namespace endpoints {

/// The given value, if there is one. Throws InvalidParameter, with a text of ours, if it is not one of the choices.
inline std::optional<std::string> one_of(std::span<const std::string_view> choices,
                                         const std::optional<std::string>& given, std::string_view parameter) {
  if (given && std::find(choices.begin(), choices.end(), *given) == choices.end()) {
    throw ApiError{"InvalidParameter",
                   "Value (" + *given + ") for parameter " + std::string(parameter) + " is invalid."};
  }
  return given;
}

/// Puts what is given in place of what the endpoint has.
inline void set_dns_options(VpcEndpointRecord& endpoint, const std::optional<DnsOptionsSpecification>& given) {
  if (!given) return;
  DnsOptions& options = endpoint.dns_options ? *endpoint.dns_options : endpoint.dns_options.emplace();
  if (given->dns_record_ip_type) {
    options.dns_record_ip_type = one_of(kDnsRecordIpTypes, given->dns_record_ip_type, "dnsRecordIpType");
  }
  if (given->private_dns_only_for_inbound_resolver_endpoint) {
    options.private_dns_only_for_inbound_resolver_endpoint = given->private_dns_only_for_inbound_resolver_endpoint;
  }
  if (given->private_dns_preference) options.private_dns_preference = given->private_dns_preference;
  if (!given->private_dns_specified_domains.empty()) {
    options.private_dns_specified_domains = given->private_dns_specified_domains;
  }
}

}  // namespace endpoints

namespace model {

template <>
struct Describe<DnsOptionsSpecification> {
  using Self = DnsOptionsSpecification;
  static constexpr std::string_view name = "DnsOptionsSpecification";
  static constexpr auto members = endpoints::dns_option_members<Self>();
};

template <>
struct Describe<SubnetConfiguration> {
  using Self = SubnetConfiguration;
  static constexpr std::string_view name = "SubnetConfiguration";
  static constexpr auto members = model::members(
      member<&Self::subnet_id>("SubnetId", "The subnet.", {.refers = "subnet"}),
      member<&Self::ipv4>("Ipv4", "The IPv4 address in it."), member<&Self::ipv6>("Ipv6", "The IPv6 address in it."));
};

}  // namespace model
}  // namespace ec2mimic
