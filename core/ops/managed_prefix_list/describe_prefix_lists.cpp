#include <algorithm>

#include "core/net/aws_prefix_lists.h"
#include "core/operation/describing.h"
#include "core/operation/page_items.h"
#include "core/ops/managed_prefix_list/managed_prefix_list.h"

namespace ec2mimic {
namespace {

struct PrefixList {
  std::vector<std::string> cidrs{};
  std::string prefix_list_id{};
  std::string prefix_list_name{};
};

}  // namespace

template <>
struct model::Describe<PrefixList> {
  static constexpr std::string_view name = "PrefixList";
  static constexpr auto members =
      model::members(member<&PrefixList::cidrs>("Cidrs", "The address blocks of the service."),
                     member<&PrefixList::prefix_list_id>("PrefixListId", "The id of the list."),
                     member<&PrefixList::prefix_list_name>(
                         "PrefixListName", "The name of the service, such as com.amazonaws.us-east-1.s3."));
};

namespace {

// AWS's model has no minimum for MaxResults here.
constexpr auto kDescribePrefixListsRequest =
    model::described("DescribePrefixListsRequest", describing::dry_run, describing::filters,
                     describing::max_results(1000, INT64_MIN), describing::next_token,
                     describing::ids("PrefixListIds", "Shows these lists; all of them must exist.", "prefix-list"));
constexpr auto kDescribePrefixListsResult =
    model::described("DescribePrefixListsResult", describing::next_page<PrefixList>,
                     describing::items<PrefixList>("PrefixLists", "The lists that AWS provides."));

constexpr FilterRule kPrefixListFilters[] = {
    filter<&PrefixList::prefix_list_id>("prefix-list-id", "The id of the list."),
    filter<&PrefixList::prefix_list_name>("prefix-list-name", "The name of the service."),
};
constexpr std::span<const FilterRule> kPrefixListFilterRules = kPrefixListFilters;

void run_describe_prefix_lists(Call& call) {
  DescribeRequest request;
  call.request(model::shape_by<kDescribePrefixListsRequest>, &request);
  const std::string& region = call.context().region();
  const PageRequest page(describing::page_rules(kDescribePrefixListsRequest), region, request.max_results,
                         request.next_token, !request.ids.empty());
  const Filters wanted(kPrefixListFilterRules, request.filters);
  std::vector<PageItem<PrefixList>> lists;
  for (const net::AwsPrefixList& list : net::aws_prefix_lists(region)) {
    const std::string id(list.id);
    lists.push_back({static_cast<std::int64_t>(lists.size()) + 1, id, {list.cidrs(), id, list.name()}});
  }
  keep_named(lists, request.ids, ops::managed_prefix_list);
  const DescribeResult<PrefixList> rest{{}, add_page(lists, page, &wanted, call)};
  call.respond(model::shape_by<kDescribePrefixListsResult>, &rest);
}

}  // namespace

namespace ops {

extern constinit const Operation describe_prefix_lists =
    define(&run_describe_prefix_lists, model::shape_by<kDescribePrefixListsRequest>,
           model::shape_by<kDescribePrefixListsResult>,
           {
               .name = "DescribePrefixLists",
               .summary = "Shows the prefix lists that AWS provides",
               .description = "Shows the lists for gateway endpoints to S3 and DynamoDB in the region, with the blocks "
                              "that they had in 2018. Lists of one's own are shown by `describe-managed-prefix-lists`.",
               .filters = &kPrefixListFilterRules,
           });

}  // namespace ops
}  // namespace ec2mimic
