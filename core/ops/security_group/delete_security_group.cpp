#include "core/operation/is_given.h"
#include "core/operation/operation.h"
#include "core/operation/references.h"
#include "core/ops/security_group/security_group.h"
#include "core/ops/vpc/vpc.h"
#include "core/seam/errors.h"

namespace ec2mimic {
namespace {

struct DeleteSecurityGroup {
  std::optional<std::string> group_id{};
  std::optional<std::string> group_name{};
  std::optional<bool> dry_run{};
};

struct DeleteSecurityGroupResult {
  bool return_ = true;
  std::string group_id{};
};

}  // namespace

template <>
struct model::Describe<DeleteSecurityGroup> {
  using Self = DeleteSecurityGroup;
  static constexpr std::string_view name = "DeleteSecurityGroupRequest";
  static constexpr auto members = model::members(
      member<&Self::group_id>("GroupId", "The group to delete.", {.refers = "security-group"}),
      member<&Self::group_name>("GroupName", "The name of the group instead, if it is in the default VPC."),
      dry_run<&DeleteSecurityGroup::dry_run>);
};

template <>
struct model::Describe<DeleteSecurityGroupResult> {
  using Self = DeleteSecurityGroupResult;
  static constexpr std::string_view name = "DeleteSecurityGroupResult";
  static constexpr auto members = model::members(member<&Self::return_>("Return", "Always true."),
                                                 member<&Self::group_id>("GroupId", "The group that was deleted."));
};

namespace {

std::string chosen_group(const DeleteSecurityGroup& request, Context& context) {
  if (is_given(request.group_id)) return *request.group_id;
  if (!is_given(request.group_name)) throw errors::missing_parameter("GroupName or GroupId");
  const auto vpc = default_vpc(context);
  return group_named(context, vpc ? vpc->first : "", *request.group_name);
}

DeleteSecurityGroupResult run_delete_security_group(const DeleteSecurityGroup& request, Context& context) {
  const std::string id = chosen_group(request, context);
  const auto group = require<SecurityGroup>(context, id);
  if (!group.came_along_with().empty()) {
    throw ApiError{"CannotDelete", "the specified group: \"" + id + "\" name: \"" + group.group_name +
                                       "\" cannot be deleted by a user"};
  }
  delete_resource(context.records(), ops::security_group, id);
  return {true, id};
}

constexpr std::string_view kDeleteSecurityGroupErrors[] = {"CannotDelete", "MissingParameter"};

}  // namespace

namespace ops {

extern constinit const Operation delete_security_group = define<&run_delete_security_group>({
    .name = "DeleteSecurityGroup",
    .effect = Effect::writes,
    .summary = "Deletes a security group",
    .description = "Its rules are deleted with it. A group that a rule of another group refers to is not deleted, nor "
                   "is the group named default, which is deleted with its VPC.",
    .errors = kDeleteSecurityGroupErrors,
    .deletes = &security_group,
});

}  // namespace ops
}  // namespace ec2mimic
