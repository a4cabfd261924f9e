#include <algorithm>

#include "core/operation/describing.h"
#include "core/operation/page_items.h"
#include "core/ops/managed_prefix_list/managed_prefix_list.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDescribeManagedPrefixListsRequest =
    model::described("DescribeManagedPrefixListsRequest", describing::dry_run, describing::filters,
                     describing::max_results(100, 1), describing::next_token,
                     describing::ids("PrefixListIds", "Shows these lists; all of them must exist.", "prefix-list"));
constexpr auto kDescribeManagedPrefixListsResult = model::described(
    "DescribeManagedPrefixListsResult", describing::next_page<ManagedPrefixList>,
    describing::items<ManagedPrefixList>("PrefixLists", "The lists: AWS's own, then others in order of creation."));

constexpr PageRules kPages{"DescribeManagedPrefixLists", "PrefixListIds", 100, 1};

std::vector<PageItem<ManagedPrefixList>> all_lists(Context& context) {
  std::vector<PageItem<ManagedPrefixList>> lists;
  // Before all serial numbers, and in the order of their ids, as pages need it.
  for (ManagedPrefixList& list : prefix_lists::provided(context)) lists.push_back({0, list.prefix_list_id, list});
  std::sort(lists.begin(), lists.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  Views<ManagedPrefixList> views(context);
  for (const auto& [id, record] : Table<ManagedPrefixListRecord>(context).all()) {
    lists.push_back({record.serial, id, views(id, record)});
  }
  return lists;
}

void run_describe_managed_prefix_lists(Call& call) {
  DescribeRequest request;
  call.request(model::shape_by<kDescribeManagedPrefixListsRequest>, &request);
  Context& context = call.context();
  const PageRequest page(kPages, context.region(), request.max_results, request.next_token, !request.ids.empty());
  const Filters wanted(Resource<ManagedPrefixList>::filters, request.filters);
  auto lists = all_lists(context);
  keep_named(lists, request.ids, managed_prefix_list);
  const DescribeResult<ManagedPrefixList> rest{{}, add_page(lists, page, &wanted, call)};
  call.respond(model::shape_by<kDescribeManagedPrefixListsResult>, &rest);
}

}  // namespace

extern constinit const Operation describe_managed_prefix_lists =
    define(&run_describe_managed_prefix_lists, model::shape_by<kDescribeManagedPrefixListsRequest>,
           model::shape_by<kDescribeManagedPrefixListsResult>,
           {
               .name = "DescribeManagedPrefixLists",
               .summary = "Shows prefix lists",
               .description = "Shows all prefix lists in the region, those with the given ids, or those that match the "
                              "filters. Ids and filters together show only what matches both. AWS provides two lists "
                              "in each region, for gateway endpoints to S3 and DynamoDB.",
               .filters = &Resource<ManagedPrefixList>::filters,
           });

}  // namespace ec2mimic::ops
