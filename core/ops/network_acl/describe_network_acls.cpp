#include "core/listing.h"
#include "core/operation.h"
#include "core/ops/network_acl/network_acl.h"

namespace ec2mimic {
namespace {

struct DescribeNetworkAcls {
  std::optional<std::string> next_token{};
  std::optional<std::int64_t> max_results{};
  std::optional<bool> dry_run{};
  std::vector<std::string> network_acl_ids{};
  std::vector<Filter> filters{};
};

struct DescribeNetworkAclsResult {
  std::vector<NetworkAcl> network_acls{};
  std::optional<std::string> next_token{};
};

}  // namespace

template <>
struct model::Describe<DescribeNetworkAcls> {
  static constexpr std::string_view name = "DescribeNetworkAclsRequest";
  static constexpr auto members = model::members(
      member<&DescribeNetworkAcls::next_token>("NextToken",
                                               "Goes on where an earlier page ended: the NextToken of its answer."),
      member<&DescribeNetworkAcls::max_results>(
          "MaxResults", "How many a page holds at most; without it everything comes at once.", {.minimum = 5}),
      member<&DescribeNetworkAcls::dry_run>("DryRun", "Asks whether the call would be allowed, and shows nothing."),
      member<&DescribeNetworkAcls::network_acl_ids>("NetworkAclIds", "Shows these ACLs; every one must exist.",
                                                    {.refers = "network-acl"}),
      member<&DescribeNetworkAcls::filters>("Filters", "Shows only what passes all of these filters."));
};

template <>
struct model::Describe<DescribeNetworkAclsResult> {
  static constexpr std::string_view name = "DescribeNetworkAclsResult";
  static constexpr auto members =
      model::members(member<&DescribeNetworkAclsResult::network_acls>("NetworkAcls", "The ACLs, in order of creation."),
                     member<&DescribeNetworkAclsResult::next_token>(
                         "NextToken", "Asks for the next page; absent where there is none."));
};

namespace {

DescribeNetworkAclsResult run(const DescribeNetworkAcls& request, Context& context) {
  auto listed = list_resources<NetworkAcl>(context, request, request.network_acl_ids,
                                           {"DescribeNetworkAcls", "NetworkAclIds", 1000});
  return {std::move(listed.items), std::move(listed.next_token)};
}

constexpr std::string_view kErrors[] = {"FilterLimitExceeded", "InvalidNetworkAclID.NotFound",
                                        "InvalidParameterCombination", "InvalidParameterValue"};
constexpr std::string_view kSeeAlso[] = {"create-network-acl", "delete-network-acl"};

}  // namespace

namespace ops {

extern constinit const Operation describe_network_acls = define<&run>({
    .name = "DescribeNetworkAcls",
    .summary = "Shows network ACLs",
    .description = "Shows all network ACLs of the region, or those that are named by id, or those that pass the "
                   "filters. Ids and filters together show what both allow.",
    .filters = &Resource<NetworkAcl>::filters,
    .errors = kErrors,
    .see_also = kSeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
