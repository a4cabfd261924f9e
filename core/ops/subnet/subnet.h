// Subnets. So far only those that each default VPC has from the start, one per Availability Zone.
#pragma once

#include "core/operation/noun.h"

namespace ec2mimic {

namespace ops {
extern const Noun subnet;
}

struct SubnetRecord {
  static constexpr std::string_view kTable = "subnets";
  std::string region{};
  std::int64_t serial = 0;
  std::string vpc_id{};
  std::string cidr_block{};
  std::string availability_zone{};
  bool default_for_az = false;
  bool map_public_ip_on_launch = false;
  std::vector<Tag> tags{};
};

template <>
struct model::Describe<SubnetRecord> {
  static constexpr std::string_view name = "SubnetRecord";
  static constexpr auto members = model::members(
      recorded::region<&SubnetRecord::region>, recorded::serial<&SubnetRecord::serial>,
      member<&SubnetRecord::vpc_id>("VpcId", "The VPC that it belongs to.", {.refers = "vpc"}),
      member<&SubnetRecord::cidr_block>("CidrBlock", "Its addresses."),
      member<&SubnetRecord::availability_zone>("AvailabilityZone", "The zone that it is in."),
      member<&SubnetRecord::default_for_az>("DefaultForAz", "Whether it is the zone's default subnet."),
      member<&SubnetRecord::map_public_ip_on_launch>("MapPublicIpOnLaunch", "Whether instances get a public address."),
      recorded::tags<&SubnetRecord::tags>);
};

}  // namespace ec2mimic
