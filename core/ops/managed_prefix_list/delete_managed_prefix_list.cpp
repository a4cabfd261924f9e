#include "core/operation/operation.h"
#include "core/operation/references.h"
#include "core/ops/managed_prefix_list/managed_prefix_list.h"

namespace ec2mimic {
namespace {

struct DeleteManagedPrefixList {
  std::optional<bool> dry_run{};
  std::string prefix_list_id{};
};

struct DeleteManagedPrefixListResult {
  ManagedPrefixList prefix_list{};
};

}  // namespace

template <>
struct model::Describe<DeleteManagedPrefixList> {
  using Self = DeleteManagedPrefixList;
  static constexpr std::string_view name = "DeleteManagedPrefixListRequest";
  static constexpr auto members = model::members(
      dry_run<&Self::dry_run>,
      member<&Self::prefix_list_id>("PrefixListId", "The list to delete.",
                                    {.required = true, .insists_on = "PrefixListId", .refers = "prefix-list"}));
};

template <>
struct model::Describe<DeleteManagedPrefixListResult> {
  static constexpr std::string_view name = "DeleteManagedPrefixListResult";
  static constexpr auto members =
      model::members(member<&DeleteManagedPrefixListResult::prefix_list>("PrefixList", "The list that was deleted."));
};

namespace {

DeleteManagedPrefixListResult run_delete_managed_prefix_list(const DeleteManagedPrefixList& request, Context& context) {
  const std::string& id = request.prefix_list_id;
  static_cast<void>(prefix_lists::require_changeable(context, id));
  DeleteManagedPrefixListResult result{*find_resource<ManagedPrefixList>(context, id)};
  delete_resource(context.records(), ops::managed_prefix_list, id);
  result.prefix_list.state = "delete-in-progress";
  result.prefix_list.tags.reset();
  return result;
}

constexpr std::string_view kDeleteManagedPrefixListErrors[] = {"IncorrectState", "UnsupportedOperation"};

}  // namespace

namespace ops {

extern constinit const Operation delete_managed_prefix_list = define<&run_delete_managed_prefix_list>({
    .name = "DeleteManagedPrefixList",
    .effect = Effect::writes,
    .summary = "Deletes a prefix list",
    .description = "A list that a route or a rule of a security group names is not deleted. The answer says "
                   "delete-in-progress; no later call finds the list.",
    .errors = kDeleteManagedPrefixListErrors,
    .deletes = &managed_prefix_list,
});

}  // namespace ops
}  // namespace ec2mimic
