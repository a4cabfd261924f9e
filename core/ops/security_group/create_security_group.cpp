#include <algorithm>

#include "core/operation/creating.h"
#include "core/ops/security_group/security_group.h"
#include "core/ops/vpc/vpc.h"
#include "core/text/id_form.h"

namespace ec2mimic {
namespace {

struct CreateSecurityGroup {
  std::string description{};
  std::string group_name{};
  std::optional<std::string> vpc_id{};
  std::vector<TagSpecification> tag_specifications{};
  std::optional<bool> dry_run{};
};

struct CreateSecurityGroupResult {
  std::string group_id{};
  std::optional<std::vector<Tag>> tags{};
  std::string security_group_arn{};
};

}  // namespace

template <>
struct model::Describe<CreateSecurityGroup> {
  using Self = CreateSecurityGroup;
  static constexpr std::string_view name = "CreateSecurityGroupRequest";
  static constexpr auto members = model::members(
      member<&Self::description>("Description", "What the group is for: up to 255 ASCII characters.",
                                 {.required = true, .insists_on = "GroupDescription"}),
      member<&Self::group_name>("GroupName",
                                "Its name, unique in the VPC: up to 255 ASCII characters, not beginning with sg-.",
                                {.required = true, .insists_on = "GroupName"}),
      member<&Self::vpc_id>("VpcId", "The VPC to create it in; without one, the default VPC.", {.refers = "vpc"}),
      creating::tags<&CreateSecurityGroup::tag_specifications>(
          "Tags for the new group; ResourceType is security-group."),
      dry_run<&CreateSecurityGroup::dry_run>);
};

template <>
struct model::Describe<CreateSecurityGroupResult> {
  using Self = CreateSecurityGroupResult;
  static constexpr std::string_view name = "CreateSecurityGroupResult";
  static constexpr auto members = model::members(member<&Self::group_id>("GroupId", "The id of the group."),
                                                 member<&Self::tags>("Tags", "Its tags; absent if it has none."),
                                                 member<&Self::security_group_arn>("SecurityGroupArn", "Its ARN."));
};

namespace {

void check_text(const std::string& text, const std::string& parameter, const std::string& word) {
  const bool is_ascii =
      std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
  if (!is_ascii) {
    throw ApiError{"InvalidParameterValue", "Value (" + text + ") for parameter " + parameter +
                                                " is invalid. Character sets beyond ASCII are not supported."};
  }
  check_group_text(text, "Invalid security group " + word + ". Valid " + word + 's');
}

void check_name(const std::string& name) {
  if (name == kDefaultGroupName) {
    throw ApiError{"InvalidParameterValue", "Cannot use reserved security group name: " + name};
  }
  if (name.starts_with(ops::security_group.prefix)) {
    throw ApiError{
        "InvalidParameterValue",
        "Value (" + name + ") for parameter GroupName is invalid. Group names may not be in the format sg-*."};
  }
  check_text(name, "GroupName", "name");
}

std::string chosen_vpc(const CreateSecurityGroup& request, Context& context) {
  if (request.vpc_id) {
    // As recorded, only what begins like an id can be a malformed one; other texts are the ids of missing VPCs.
    if (request.vpc_id->starts_with(ops::vpc.prefix) && !is_hex_id_of(ops::vpc.prefix, *request.vpc_id)) {
      throw ApiError{"InvalidVpcId.Malformed", "The vpc ID '" + *request.vpc_id + "' is malformed"};
    }
    return *request.vpc_id;
  }
  if (const auto vpc = default_vpc(context)) return vpc->first;
  throw ApiError{"VPCIdNotSpecified", "No default VPC for this user"};
}

CreateSecurityGroupResult run_create_security_group(const CreateSecurityGroup& request, Context& context) {
  check_name(request.group_name);
  check_text(request.description, "GroupDescription", "description");
  SecurityGroupRecord group;
  group.tags = sorted(tags_for(request.tag_specifications, ops::security_group.type));
  group.vpc_id = chosen_vpc(request, context);
  const VpcRecord vpc = require<Vpc>(context, group.vpc_id);
  if (find_group(context, group.vpc_id, request.group_name)) {
    throw ApiError{"InvalidGroup.Duplicate",
                   "The security group '" + request.group_name + "' already exists for VPC '" + group.vpc_id + '\''};
  }
  group.group_name = request.group_name;
  group.description = request.description;
  const std::string id = context.new_id(ops::security_group.prefix);
  Table<SecurityGroupRecord>(context).create(id, group);
  // As the default group, but without what that allows among its own members.
  auto rules = rules_of_default_group(id, !vpc.ipv6_cidr_blocks.empty());
  std::erase_if(rules, [](const SecurityGroupRuleRecord& rule) { return !rule.is_egress; });
  create_rules(context, id, std::move(rules));
  CreateSecurityGroupResult result{id, {}, group_arn(context, id)};
  if (!group.tags.empty()) result.tags = group.tags;
  return result;
}

constexpr std::string_view kCreateSecurityGroupErrors[] = {"InvalidGroup.Duplicate", "InvalidVpcId.Malformed",
                                                           "VPCIdNotSpecified"};
constexpr std::string_view kCreateSecurityGroupSeeAlso[] = {"create-vpc", "describe-security-group-rules"};

}  // namespace

namespace ops {

extern constinit const Operation create_security_group = define<&run_create_security_group>({
    .name = "CreateSecurityGroup",
    .effect = Effect::writes,
    .summary = "Creates a security group in a VPC",
    .description = "The new group allows all outbound traffic and no inbound traffic. Its name cannot be default, "
                   "which is that of the group that every VPC has from the start.",
    .errors = kCreateSecurityGroupErrors,
    .see_also = kCreateSecurityGroupSeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
