#include "core/listing.h"
#include "core/operation.h"
#include "core/ops/vpc/vpc.h"

namespace ec2mimic {
namespace {

struct DescribeVpcs {
  std::vector<Filter> filters{};
  std::vector<std::string> vpc_ids{};
  std::optional<std::string> next_token{};
  std::optional<std::int64_t> max_results{};
  std::optional<bool> dry_run{};
};

struct DescribeVpcsResult {
  std::optional<std::string> next_token{};
  std::vector<Vpc> vpcs{};
};

}  // namespace

template <>
struct model::Describe<DescribeVpcs> {
  static constexpr std::string_view name = "DescribeVpcsRequest";
  static constexpr auto members = model::members(
      member<&DescribeVpcs::filters>("Filters", "Shows only what passes all of these filters."),
      member<&DescribeVpcs::vpc_ids>("VpcIds", "Shows these VPCs; every one must exist.", {.refers = "vpc"}),
      member<&DescribeVpcs::next_token>("NextToken",
                                        "Goes on where an earlier page ended: the NextToken of its answer."),
      member<&DescribeVpcs::max_results>(
          "MaxResults", "How many a page holds at most; without it everything comes at once.", {.minimum = 5}),
      member<&DescribeVpcs::dry_run>("DryRun", "Asks whether the call would be allowed, and shows nothing."));
};

template <>
struct model::Describe<DescribeVpcsResult> {
  static constexpr std::string_view name = "DescribeVpcsResult";
  static constexpr auto members = model::members(
      member<&DescribeVpcsResult::next_token>("NextToken", "Asks for the next page; absent where there is none."),
      member<&DescribeVpcsResult::vpcs>("Vpcs", "The VPCs, in order of creation."));
};

namespace {

DescribeVpcsResult run(const DescribeVpcs& request, Context& context) {
  auto listed = list_resources<Vpc>(context, request, request.vpc_ids, {"DescribeVpcs", "VpcIds", 1000});
  return {std::move(listed.next_token), std::move(listed.items)};
}

constexpr std::string_view kErrors[] = {"FilterLimitExceeded", "InvalidParameterCombination", "InvalidParameterValue",
                                        "InvalidVpcID.NotFound"};
constexpr std::string_view kSeeAlso[] = {"create-vpc", "delete-vpc"};

}  // namespace

namespace ops {

extern constinit const Operation describe_vpcs = define<&run>({
    .name = "DescribeVpcs",
    .summary = "Shows VPCs",
    .description = "Shows all VPCs of the region, or those that are named by id, or those that pass the filters. Ids "
                   "and filters together show what both allow. A region has a default VPC from the start.",
    .filters = &Resource<Vpc>::filters,
    .errors = kErrors,
    .see_also = kSeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
