#include <algorithm>

#include "core/operation/creating.h"
#include "core/ops/managed_prefix_list/entry_requests.h"
#include "core/ops/managed_prefix_list/managed_prefix_list.h"
#include "core/records/transition.h"
#include "core/seam/errors.h"

namespace ec2mimic {
namespace {

struct CreateManagedPrefixList {
  std::optional<bool> dry_run{};
  std::string prefix_list_name{};
  std::vector<AddPrefixListEntry> entries{};
  std::int64_t max_entries = 0;
  std::vector<TagSpecification> tag_specifications{};
  std::string address_family{};
  std::optional<std::string> client_token{};
};

struct CreateManagedPrefixListResult {
  ManagedPrefixList prefix_list{};
};

}  // namespace

template <>
struct model::Describe<CreateManagedPrefixList> {
  using Self = CreateManagedPrefixList;
  static constexpr std::string_view name = "CreateManagedPrefixListRequest";
  static constexpr auto members =
      model::members(dry_run<&Self::dry_run>,
                     member<&Self::prefix_list_name>("PrefixListName", "A name for the list; others may have the same.",
                                                     {.required = true, .insists_on = "PrefixListName"}),
                     member<&Self::entries>("Entries", "Blocks for the new list: at most 100."),
                     member<&Self::max_entries>("MaxEntries", "How many entries the list can have: from 1 to 1000.",
                                                {.required = true}),
                     creating::tags<&Self::tag_specifications>("Tags for the new list; ResourceType is prefix-list."),
                     member<&Self::address_family>("AddressFamily", "The kind of blocks: IPv4 or IPv6.",
                                                   {.required = true, .insists_on = "AddressFamily"}),
                     creating::client_token<&Self::client_token>);
};

template <>
struct model::Describe<CreateManagedPrefixListResult> {
  static constexpr std::string_view name = "CreateManagedPrefixListResult";
  static constexpr auto members =
      model::members(member<&CreateManagedPrefixListResult::prefix_list>("PrefixList", "The list."));
};

namespace {

std::vector<PrefixListEntry> entries_of(const CreateManagedPrefixList& request) {
  if (request.entries.size() > prefix_lists::kMostChanges) throw prefix_lists::too_many_changes();
  std::vector<PrefixListEntry> entries;
  for (const AddPrefixListEntry& one : request.entries) {
    PrefixListEntry entry{prefix_lists::block_of(one.cidr, request.address_family), one.description};
    const auto is_same = [&](const PrefixListEntry& other) { return other.cidr == entry.cidr; };
    if (std::any_of(entries.begin(), entries.end(), is_same)) {
      throw ApiError{"InvalidParameterValue", "The request contains the CIDR (" + one.cidr + ") more than once."};
    }
    entries.push_back(std::move(entry));
  }
  return entries;
}

CreateManagedPrefixListResult run_create_managed_prefix_list(const CreateManagedPrefixList& request, Context& context) {
  ManagedPrefixListRecord list;
  list.tags = sorted(tags_for(request.tag_specifications, ops::managed_prefix_list.type));
  prefix_lists::check_name(request.prefix_list_name);
  list.prefix_list_name = request.prefix_list_name;
  if (request.address_family != "IPv4" && request.address_family != "IPv6") {
    throw errors::invalid_parameter(request.address_family, "addressFamily");
  }
  list.address_family = request.address_family;
  prefix_lists::check_size(request.max_entries);
  list.max_entries = request.max_entries;
  list.entries = entries_of(request);
  prefix_lists::check_room(list);
  list.transition_start = begin_transition(context);
  const std::string id = context.new_id(ops::managed_prefix_list.prefix);
  Table<ManagedPrefixListRecord>(context).create(id, list);
  return {*find_created<ManagedPrefixList>(context, id)};
}

constexpr std::string_view kCreateManagedPrefixListErrors[] = {"PrefixListMaxEntriesExceeded"};

}  // namespace

namespace ops {

extern constinit const Operation create_managed_prefix_list =
    define_create<&run_create_managed_prefix_list, &CreateManagedPrefixList::tag_specifications,
                  &CreateManagedPrefixListResult::prefix_list, nullptr>({
        .name = "CreateManagedPrefixList",
        .effect = Effect::writes,
        .summary = "Creates a list of address blocks with a name",
        .description = "Routes and rules of security groups can name the list instead of its blocks. Every change of "
                       "its entries makes a new version of it. The answer says create-in-progress; every later call "
                       "finds it complete; with EC2MIMIC_TRANSITIONS=real, only calls two seconds later do.\n\n"
                       "A call can safely be repeated with the same client token, as with `create-route-table`. The "
                       "answer does not show the token.",
        .errors = kCreateManagedPrefixListErrors,
    });

}  // namespace ops
}  // namespace ec2mimic
