// The rules that the IpPermissions of a request describe: one for each of their sources or destinations.
#pragma once

#include <string>
#include <vector>

#include "core/ops/security_group/security_group.h"

namespace ec2mimic {

/// The group, and the direction, of the rules of a request.
struct RuleOwner {
  std::string group_id{};
  std::string vpc_id{};
  bool is_egress = false;
};

namespace permissions {

using Rules = std::vector<SecurityGroupRuleRecord>;

/// Finds the group by its id or, without one, by its name in the default VPC. Throws ApiError.
[[nodiscard]] RuleOwner owner_of(const std::optional<std::string>& group_id,
                                 const std::optional<std::string>& group_name, bool is_egress, Context& context);

/// What becomes of the groups and prefix lists that permissions name.
enum class Named : std::uint8_t {
  must_exist,  ///< Those that do not exist, or that the group cannot use, are refused.
  is_sought,   ///< They are compared with existing rules, which may outlive them.
};

/// The rules in their order, with host bits of blocks cleared. No two of them are the same. Throws ApiError.
[[nodiscard]] Rules rules_of(const std::vector<IpPermission>& permissions, const RuleOwner& owner, Named named,
                             Context& context);

/// True if both allow the same, whatever their descriptions, tags and groups.
[[nodiscard]] bool is_same(const SecurityGroupRuleRecord& one, const SecurityGroupRuleRecord& other);

/// Throws InvalidPermission.Duplicate if one of these rules allows the same.
void require_new(const SecurityGroupRuleRecord& rule, const RulesOfGroups::Rules& present);

/// The rule of that id among those of a group. Throws ApiError.
[[nodiscard]] RulesOfGroups::Rules::const_iterator rule_with_id(const RulesOfGroups::Rules& present,
                                                                const std::string& id);

/// The same, for a rule of the owner's direction only.
[[nodiscard]] RulesOfGroups::Rules::const_iterator rule_of_owner(const RulesOfGroups::Rules& present,
                                                                 const std::string& id, const RuleOwner& owner);

/// The rule that allows the same as `wanted` (is_same), or the end.
[[nodiscard]] RulesOfGroups::Rules::const_iterator rule_like(const RulesOfGroups::Rules& present,
                                                             const SecurityGroupRuleRecord& wanted);

/// Throws ApiError unless a request names rules in exactly one of two ways: by permissions, or as its parameter
/// `others` does.
void require_one_way(const std::vector<IpPermission>& permissions, bool has_others, const std::string& others);

/// Throws ApiError for a description that no rule can have.
void check_description(const std::string& text);

/// InvalidPermission.NotFound
[[nodiscard]] ApiError no_such_rule();

/// For a rule that a request names twice.
[[nodiscard]] ApiError named_twice();

}  // namespace permissions
}  // namespace ec2mimic
