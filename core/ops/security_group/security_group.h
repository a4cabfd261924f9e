// Security groups. So far each VPC has only its default one.
#pragma once

#include "core/operation/noun.h"

namespace ec2mimic {

namespace ops {
extern const Noun security_group;
}

struct SecurityGroupRecord {
  static constexpr std::string_view kTable = "security-groups";
  std::string region{};
  std::int64_t serial = 0;
  std::string vpc_id{};
  std::string group_name{};
  std::string description{};
  std::vector<Tag> tags{};

  /// The default group of a VPC, which nobody can delete or create: AWS reserves the name.
  static constexpr Companions kCompanions{"vpc", "default security groups"};
  [[nodiscard]] std::string came_along_with() const { return group_name == "default" ? vpc_id : ""; }
};

template <>
struct model::Describe<SecurityGroupRecord> {
  static constexpr std::string_view name = "SecurityGroupRecord";
  static constexpr auto members =
      model::members(recorded::region<&SecurityGroupRecord::region>, recorded::serial<&SecurityGroupRecord::serial>,
                     member<&SecurityGroupRecord::vpc_id>("VpcId", "The VPC that it belongs to.", {.refers = "vpc"}),
                     member<&SecurityGroupRecord::group_name>("GroupName", "Its name, unique in the VPC."),
                     member<&SecurityGroupRecord::description>("Description", "What it is for."),
                     recorded::tags<&SecurityGroupRecord::tags>);
};

}  // namespace ec2mimic
