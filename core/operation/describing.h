// Describe operations as data: each lists the members of its request and result in order, and its texts.
//
//     constexpr auto kRequest = model::described("DescribeVpcsRequest", describing::filters, ...);
//     constexpr auto kResult = model::described("DescribeVpcsResult", describing::items<Vpc>(...), ...);
//     extern constinit const Operation describe_vpcs = define_describe<kRequest, kResult>({.name = ...});
//
// An operation has pages or filters only if its request lists those members. Every id must exist; otherwise the whole
// call fails with the error for the last missing id, as was recorded of AWS. Ids and filters intersect. Results are in
// order of creation: AWS promises no order, but this is the one that people expect.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/operation/operation.h"
#include "core/operation/page_token.h"

namespace ec2mimic {

struct DescribeRequest {
  std::vector<std::string> ids{};
  std::vector<Filter> filters{};
  std::optional<std::int64_t> max_results{};
  std::optional<std::string> next_token{};
  std::optional<bool> dry_run{};
  std::vector<std::string> names{};  ///< For a noun that can also be named by something other than its id.
};

template <class View>
struct DescribeResult {
  std::vector<View> items{};
  std::optional<std::string> next_token{};
};

/// The members that a description may list.
namespace describing {

constexpr auto ids(std::string_view name, std::string_view doc, std::string_view type) {
  return model::member<&DescribeRequest::ids>(name, doc, {.refers = type});
}

/// Names as an alternative to ids. An operation that lists them adds the ids of what they name to a copy of the request
/// and passes that to run().
constexpr auto names(std::string_view name, std::string_view doc) {
  return model::member<&DescribeRequest::names>(name, doc);
}

inline constexpr auto filters =
    model::member<&DescribeRequest::filters>("Filters", "Shows only what matches all of these filters.");

/// Pass INT64_MIN as `client_minimum` where AWS's model has no minimum, so that the client's validation lets every
/// number through to the service.
constexpr auto max_results(std::int64_t maximum, std::int64_t client_minimum = kSmallestPage) {
  return model::member<&DescribeRequest::max_results>(
      "MaxResults", "Maximum results per page; all results if omitted.",
      {.page_size = true, .minimum = client_minimum, .maximum = maximum});
}

inline constexpr auto next_token = model::member<&DescribeRequest::next_token>(
    "NextToken", "Continues from an earlier page: the NextToken of its answer.");

inline constexpr auto dry_run = model::member<&DescribeRequest::dry_run>(
    "DryRun", "Checks whether the call would be allowed, without showing anything.");

template <class View>
constexpr auto items(std::string_view name, std::string_view doc) {
  return model::member<&DescribeResult<View>::items>(name, doc);
}

template <class View>
inline constexpr auto next_page =
    model::member<&DescribeResult<View>::next_token>("NextToken", "Gets the next page; absent on the last page.");

/// The page rules that follow from the description of a request.
template <std::size_t Count>
constexpr PageRules page_rules(const model::Described<DescribeRequest, Count>& request) {
  constexpr std::string_view kEnding = "Request";
  PageRules rules{request.name.substr(0, request.name.size() - kEnding.size()), {}, 0};
  for (const model::Member& member : request.members.list) {
    if (!member.traits.refers.empty()) rules.ids_name = member.name;
    if (member.traits.page_size) rules.maximum = member.traits.maximum;
  }
  return rules;
}

/// The rows of these ids, each once, in order of creation. Throws the noun's NotFound if any id is missing.
template <class View>
[[nodiscard]] auto require_all(Context& context, const std::vector<std::string>& ids) {
  using Record = typename Resource<View>::Record;
  const Table<Record> table(context);
  std::vector<typename Table<Record>::Row> rows;
  const std::string* missing = nullptr;
  for (const std::string* id : without_repeats(ids)) {
    auto record = table.find(*id);
    if (record) {
      rows.emplace_back(*id, *std::move(record));
    } else {
      missing = id;
    }
  }
  if (missing != nullptr) throw Resource<View>::noun.not_found(*missing);
  sort_by_serial(rows);
  return rows;
}

template <class View, const auto& Request>
[[nodiscard]] DescribeResult<View> run(const DescribeRequest& request, Context& context) {
  const PageRequest page(page_rules(Request), context.region(), request.max_results, request.next_token,
                         !request.ids.empty());
  const Filters wanted(Resource<View>::filters, request.filters);
  Views<View> views(context);
  DescribeResult<View> result;
  for (auto& [id, record] : request.ids.empty()
                                ? Table<typename Resource<View>::Record>(context).all(wanted.containing())
                                : require_all<View>(context, request.ids)) {
    if (page.before(record.serial)) continue;
    View view = views(id, record);
    if (!wanted.match(&view)) continue;
    if (page.full(result.items.size())) {
      result.next_token = page.token(record.serial);
      break;
    }
    result.items.push_back(std::move(view));
  }
  return result;
}

}  // namespace describing

namespace detail {

template <class>
struct ViewOf;
template <class View, std::size_t Count>
struct ViewOf<const model::Described<DescribeResult<View>, Count>> {
  using Type = View;
};

}  // namespace detail

/// Defines a describe operation from the descriptions of its request and result and its OperationInfo.
template <const auto& Request, const auto& Result>
constexpr Operation define_describe(const OperationInfo& info) {
  using View = typename detail::ViewOf<std::remove_reference_t<decltype(Result)>>::Type;
  Operation operation =
      define<&describing::run<View, Request>, &model::shape_by<Request>, &model::shape_by<Result>>(info);
  for (const model::Member& member : operation.request->members) {
    // Only lists have an element: with -fsanitize=undefined, GCC compares no address with null in a constant expression.
    if (member.shape->kind != model::Kind::list) continue;
    if (member.shape->element == &model::shape_of<Filter>) operation.filters = &Resource<View>::filters;
  }
  return operation;
}

}  // namespace ec2mimic
