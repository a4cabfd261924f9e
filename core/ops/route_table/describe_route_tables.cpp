#include "core/listing.h"
#include "core/operation.h"
#include "core/ops/route_table/route_table.h"

namespace ec2mimic {
namespace {

struct DescribeRouteTables {
  std::optional<std::string> next_token{};
  std::optional<std::int64_t> max_results{};
  std::optional<bool> dry_run{};
  std::vector<std::string> route_table_ids{};
  std::vector<Filter> filters{};
};

struct DescribeRouteTablesResult {
  std::vector<RouteTable> route_tables{};
  std::optional<std::string> next_token{};
};

}  // namespace

template <>
struct model::Describe<DescribeRouteTables> {
  static constexpr std::string_view name = "DescribeRouteTablesRequest";
  static constexpr auto members = model::members(
      member<&DescribeRouteTables::next_token>("NextToken",
                                               "Goes on where an earlier page ended: the NextToken of its answer."),
      member<&DescribeRouteTables::max_results>(
          "MaxResults", "How many a page holds at most; without it everything comes at once.", {.minimum = 5}),
      member<&DescribeRouteTables::dry_run>("DryRun", "Asks whether the call would be allowed, and shows nothing."),
      member<&DescribeRouteTables::route_table_ids>("RouteTableIds", "Shows these tables; every one must exist.",
                                                    {.refers = "route-table"}),
      member<&DescribeRouteTables::filters>("Filters", "Shows only what passes all of these filters."));
};

template <>
struct model::Describe<DescribeRouteTablesResult> {
  static constexpr std::string_view name = "DescribeRouteTablesResult";
  static constexpr auto members = model::members(
      member<&DescribeRouteTablesResult::route_tables>("RouteTables", "The tables, in order of creation."),
      member<&DescribeRouteTablesResult::next_token>("NextToken",
                                                     "Asks for the next page; absent where there is none."));
};

namespace {

DescribeRouteTablesResult run(const DescribeRouteTables& request, Context& context) {
  auto listed = list_resources<RouteTable>(context, request, request.route_table_ids,
                                           {"DescribeRouteTables", "RouteTableIds", 100});
  return {std::move(listed.items), std::move(listed.next_token)};
}

constexpr std::string_view kErrors[] = {"FilterLimitExceeded", "InvalidParameterCombination", "InvalidParameterValue",
                                        "InvalidRouteTableID.NotFound"};
constexpr std::string_view kSeeAlso[] = {"create-route-table", "delete-route-table"};

}  // namespace

namespace ops {

extern constinit const Operation describe_route_tables = define<&run>({
    .name = "DescribeRouteTables",
    .summary = "Shows route tables",
    .description = "Shows all route tables of the region, or those that are named by id, or those that pass the "
                   "filters. Ids and filters together show what both allow.",
    .filters = &Resource<RouteTable>::filters,
    .errors = kErrors,
    .see_also = kSeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
