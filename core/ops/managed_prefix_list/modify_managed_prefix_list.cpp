#include <algorithm>

#include "core/operation/operation.h"
#include "core/ops/managed_prefix_list/entry_requests.h"
#include "core/ops/managed_prefix_list/managed_prefix_list.h"
#include "core/records/transition.h"

namespace ec2mimic {
namespace {

struct ModifyManagedPrefixList {
  std::optional<bool> dry_run{};
  std::string prefix_list_id{};
  std::optional<std::int64_t> current_version{};
  std::optional<std::string> prefix_list_name{};
  std::vector<AddPrefixListEntry> add_entries{};
  std::vector<RemovePrefixListEntry> remove_entries{};
  std::optional<std::int64_t> max_entries{};
  std::optional<bool> ipam_prefix_list_resolver_sync_enabled{};
};

struct ModifyManagedPrefixListResult {
  ManagedPrefixList prefix_list{};
};

}  // namespace

template <>
struct model::Describe<ModifyManagedPrefixList> {
  using Self = ModifyManagedPrefixList;
  static constexpr std::string_view name = "ModifyManagedPrefixListRequest";
  static constexpr auto members = model::members(
      dry_run<&Self::dry_run>,
      member<&Self::prefix_list_id>("PrefixListId", "The list to change.",
                                    {.required = true, .insists_on = "PrefixListId", .refers = "prefix-list"}),
      member<&Self::current_version>("CurrentVersion",
                                     "The number of the version to change: if it is another by now, nothing is done."),
      member<&Self::prefix_list_name>("PrefixListName", "A new name for the list."),
      member<&Self::add_entries>("AddEntries", "Blocks to add; one that is there gets the new description."),
      member<&Self::remove_entries>("RemoveEntries", "Blocks to remove, before others are added."),
      member<&Self::max_entries>("MaxEntries", "How many entries the list can have from now on."),
      member<&Self::ipam_prefix_list_resolver_sync_enabled>(
          "IpamPrefixListResolverSyncEnabled", "Whether an IPAM resolver changes the list.", {.no_effect = true}));
};

template <>
struct model::Describe<ModifyManagedPrefixListResult> {
  static constexpr std::string_view name = "ModifyManagedPrefixListResult";
  static constexpr auto members =
      model::members(member<&ModifyManagedPrefixListResult::prefix_list>("PrefixList", "The list before the change."));
};

namespace {

using Entries = std::vector<PrefixListEntry>;

auto find_entry(Entries& entries, const std::string& cidr) {
  return std::find_if(entries.begin(), entries.end(), [&](const PrefixListEntry& one) { return one.cidr == cidr; });
}

ApiError invalid_change(const std::string& text) { return {"InvalidPrefixListModification", text}; }

void remove(Entries& entries, const std::string& cidr) {
  const auto found = find_entry(entries, cidr);
  if (found == entries.end()) throw invalid_change("An entry with the CIDR (" + cidr + ") does not exist.");
  entries.erase(found);
}

void add(Entries& entries, const PrefixListEntry& entry) {
  const auto found = find_entry(entries, entry.cidr);
  if (found == entries.end()) return entries.push_back(entry);
  if (found->description.value_or("") == entry.description.value_or("")) {
    throw invalid_change("An entry with the CIDR (" + entry.cidr + ") and description (" +
                         entry.description.value_or("") + ") already exists.");
  }
  found->description = entry.description;
}

void check_version(const std::optional<std::int64_t>& version, const ManagedPrefixListRecord& list) {
  if (!version) return;
  if (*version < 1) {
    throw ApiError{"InvalidParameterValue",
                   "The specified value for version is not valid. The value must be greater than (1)."};
  }
  if (*version != list.version) {
    throw ApiError{"PrefixListVersionMismatch", "The prefix list has the incorrect version number."};
  }
}

// AWS keeps 1000 versions. Here they must also fit in a record.
void forget_oldest(ManagedPrefixListRecord& list) {
  constexpr std::size_t kMostVersions = 1000, kMostFormerEntries = 5000;
  std::size_t entries = 0, kept = 0;
  for (auto version = list.former_versions.rbegin(); version != list.former_versions.rend(); ++version) {
    entries += version->entries.size();
    if (entries > kMostFormerEntries || kept + 1 == kMostVersions) break;
    ++kept;
  }
  list.former_versions.erase(list.former_versions.begin(),
                             list.former_versions.end() - static_cast<std::ptrdiff_t>(kept));
}

void change_entries(ManagedPrefixListRecord& list, const ModifyManagedPrefixList& request) {
  if (request.add_entries.size() + request.remove_entries.size() > prefix_lists::kMostChanges) {
    throw prefix_lists::too_many_changes();
  }
  PrefixListVersion former{list.version, list.entries};
  const auto block = [&](const std::string& cidr) { return prefix_lists::block_of(cidr, list.address_family); };
  for (const RemovePrefixListEntry& one : request.remove_entries) remove(list.entries, block(one.cidr));
  for (const AddPrefixListEntry& one : request.add_entries) add(list.entries, {block(one.cidr), one.description});
  list.former_versions.push_back(std::move(former));
  forget_oldest(list);
  ++list.version;
}

ModifyManagedPrefixListResult run_modify_managed_prefix_list(const ModifyManagedPrefixList& request, Context& context) {
  const std::string& id = request.prefix_list_id;
  ManagedPrefixListRecord list = prefix_lists::require_changeable(context, id);
  const bool changes_entries = !request.add_entries.empty() || !request.remove_entries.empty();
  if (changes_entries && request.max_entries) {
    throw ApiError{
        "InvalidParameterCombination",
        "You cannot modify the entries and the maximum number of entries for the prefix list in the same request."};
  }
  check_version(request.current_version, list);
  // An empty name is taken for a missing one, as in CreateManagedPrefixList.
  if (const std::string name = request.prefix_list_name.value_or(""); !name.empty()) {
    prefix_lists::check_name(name);
    list.prefix_list_name = name;
  }
  list.max_entries = request.max_entries.value_or(list.max_entries);
  prefix_lists::check_size(list.max_entries);
  const std::int64_t version = list.version;
  if (changes_entries) change_entries(list, request);
  prefix_lists::check_room(list);
  list.modified = true;
  list.transition_start = begin_transition(context);
  Table<ManagedPrefixListRecord>(context).put(id, list);
  ModifyManagedPrefixListResult result{*find_resource<ManagedPrefixList>(context, id)};
  result.prefix_list.state = "modify-in-progress";
  result.prefix_list.version = version;
  result.prefix_list.tags.reset();
  return result;
}

constexpr std::string_view kModifyManagedPrefixListErrors[] = {"IncorrectState",
                                                               "InvalidParameterCombination",
                                                               "InvalidParameterValue",
                                                               "InvalidPrefixListModification",
                                                               "PrefixListMaxEntriesExceeded",
                                                               "PrefixListVersionMismatch",
                                                               "UnsupportedOperation"};

}  // namespace

namespace ops {

extern constinit const Operation modify_managed_prefix_list = define<&run_modify_managed_prefix_list>({
    .name = "ModifyManagedPrefixList",
    .effect = Effect::writes,
    .summary = "Changes the entries, the name or the size of a prefix list",
    .description = "Adding and removing entries makes a new version; the entries of earlier ones can still be looked "
                   "up. The size cannot be changed together with the entries. The answer says modify-in-progress, and "
                   "shows the number of the version before; every later call finds the change complete; with "
                   "EC2MIMIC_TRANSITIONS=real, only calls two seconds later do, and until then other changes are "
                   "refused.",
    .errors = kModifyManagedPrefixListErrors,
});

}  // namespace ops
}  // namespace ec2mimic
