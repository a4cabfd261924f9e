// The services of AWS that a VPC can have endpoints for: a fixed table, the same in every region. It is a selection.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ec2mimic::net {

struct EndpointService {
  std::string_view name;  ///< The end of its name: `ecr.api`
  std::string_view host;  ///< The beginning of its private DNS name, `api.ecr`; empty if it has none.
  bool is_gateway;        ///< Whether its endpoints are of type Gateway; otherwise Interface.

  /// `com.amazonaws.us-east-1.ecr.api`
  [[nodiscard]] std::string full_name(std::string_view region) const;

  /// `api.ecr.us-east-1.amazonaws.com`, perhaps with `*.` at the beginning; nothing if it has none.
  [[nodiscard]] std::optional<std::string> private_dns_name(std::string_view region) const;

  /// `api.ecr.us-east-1.vpce.amazonaws.com`; of a gateway without `vpce`.
  [[nodiscard]] std::string base_dns_name(std::string_view region) const;
};

/// All services, sorted by name. S3 and DynamoDB are there twice, as Interface and as Gateway.
[[nodiscard]] std::span<const EndpointService> endpoint_services();

/// The services of that full name, in the region: none, one or two.
[[nodiscard]] std::vector<EndpointService> find_endpoint_services(std::string_view full_name, std::string_view region);

}  // namespace ec2mimic::net
