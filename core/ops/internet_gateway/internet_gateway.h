// Internet gateways. So far only the one that each default VPC has from the start.
#pragma once

#include "core/noun.h"

namespace ec2mimic {

namespace ops {
extern const Noun internet_gateway;
}

struct InternetGatewayRecord {
  static constexpr std::string_view kTable = "internet-gateways";
  std::string region{};
  std::int64_t serial = 0;
  std::optional<std::string> vpc_id{};
  std::vector<Tag> tags{};
};

template <>
struct model::Describe<InternetGatewayRecord> {
  static constexpr std::string_view name = "InternetGatewayRecord";
  static constexpr auto members = model::members(
      member<&InternetGatewayRecord::region>("Region", "Where it is."),
      member<&InternetGatewayRecord::serial>("Serial", "Its place in the order of creation."),
      member<&InternetGatewayRecord::vpc_id>("VpcId", "The VPC that it is attached to, if any.", {.refers = "vpc"}),
      member<&InternetGatewayRecord::tags>("Tags", "Its tags, sorted by key."));
};

}  // namespace ec2mimic
