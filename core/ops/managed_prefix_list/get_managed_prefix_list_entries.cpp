#include "core/net/aws_prefix_lists.h"
#include "core/operation/page_items.h"
#include "core/operation/page_members.h"
#include "core/ops/managed_prefix_list/managed_prefix_list.h"
#include "core/seam/errors.h"

namespace ec2mimic {
namespace {

struct GetManagedPrefixListEntries {
  std::optional<bool> dry_run{};
  std::string prefix_list_id{};
  std::optional<std::int64_t> target_version{};
  std::optional<std::int64_t> max_results{};
  std::optional<std::string> next_token{};
};

struct GetManagedPrefixListEntriesResult {
  std::vector<PrefixListEntry> entries{};
  std::optional<std::string> next_token{};
};

}  // namespace

template <>
struct model::Describe<GetManagedPrefixListEntries> {
  using Self = GetManagedPrefixListEntries;
  static constexpr std::string_view name = "GetManagedPrefixListEntriesRequest";
  static constexpr auto members = model::members(
      dry_run<&Self::dry_run>,
      member<&Self::prefix_list_id>("PrefixListId", "The list.",
                                    {.required = true, .insists_on = "PrefixListId", .refers = "prefix-list"}),
      member<&Self::target_version>("TargetVersion", "The version to show; by default the latest."),
      requested_page_size<&Self::max_results>(100, 1), requested_page<&Self::next_token>);
};

template <>
struct model::Describe<GetManagedPrefixListEntriesResult> {
  using Self = GetManagedPrefixListEntriesResult;
  static constexpr std::string_view name = "GetManagedPrefixListEntriesResult";
  static constexpr auto members =
      model::members(member<&Self::entries>("Entries", "The entries, in the order in which they were added.",
                                            {.in_pages = model::InPages::counted}),
                     next_page_token<&Self::next_token>);
};

namespace {

constexpr PageRules kPages{"GetManagedPrefixListEntries", {}, 100, 1};

ApiError no_such_version(std::int64_t version) {
  return errors::invalid_parameter(std::to_string(version), "targetVersion");
}

std::vector<PrefixListEntry> entries_of(const net::AwsPrefixList& list) {
  std::vector<PrefixListEntry> entries;
  for (const std::string& cidr : list.cidrs()) entries.push_back({cidr, {}});
  return entries;
}

std::vector<PrefixListEntry> entries_of(ManagedPrefixListRecord list, std::int64_t version) {
  if (version == list.version) return std::move(list.entries);
  for (PrefixListVersion& former : list.former_versions) {
    if (former.version == version) return std::move(former.entries);
  }
  throw no_such_version(version);
}

std::vector<PrefixListEntry> entries_of(const GetManagedPrefixListEntries& request, Context& context) {
  for (const net::AwsPrefixList& list : net::aws_prefix_lists(context.region())) {
    if (list.id != request.prefix_list_id) continue;
    if (request.target_version) throw no_such_version(*request.target_version);
    return entries_of(list);
  }
  const auto list = require<ManagedPrefixList>(context, request.prefix_list_id);
  return entries_of(list, request.target_version.value_or(list.version));
}

void run_get_managed_prefix_list_entries(Call& call) {
  GetManagedPrefixListEntries request;
  call.request(model::shape_of<GetManagedPrefixListEntries>, &request);
  Context& context = call.context();
  const PageRequest page(kPages, context.region(), request.max_results, request.next_token, false);
  std::vector<PageItem<PrefixListEntry>> listed;
  for (PrefixListEntry& entry : entries_of(request, context)) {
    listed.push_back({static_cast<std::int64_t>(listed.size()) + 1, entry.cidr, entry});
  }
  const GetManagedPrefixListEntriesResult rest{{}, add_page(listed, page, nullptr, call)};
  call.respond(model::shape_of<GetManagedPrefixListEntriesResult>, &rest);
}

}  // namespace

namespace ops {

extern constinit const Operation get_managed_prefix_list_entries =
    define(&run_get_managed_prefix_list_entries, model::shape_of<GetManagedPrefixListEntries>,
           model::shape_of<GetManagedPrefixListEntriesResult>,
           {
               .name = "GetManagedPrefixListEntries",
               .summary = "Shows the entries of a prefix list",
               .description = "Shows the entries of the latest version, or of the one that is asked for.",
           });

}  // namespace ops
}  // namespace ec2mimic
