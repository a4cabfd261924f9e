// Describe operations as data: each lists the members of its request and result in order, and its texts.
//
//     constexpr auto kRequest = model::described("DescribeVpcsRequest", describing::filters, ...);
//     constexpr auto kResult = model::described("DescribeVpcsResult", describing::items<Vpc>(...), ...);
//     extern constinit const Operation describe_vpcs = define_describe<kRequest, kResult>({.name = ...});
//
// An operation has pages or filters only if its request lists those members. Every id must exist; otherwise the whole
// call fails with the error for the last missing id, as was recorded of AWS. Ids and filters intersect. Results are in
// order of creation: AWS promises no order, but this is what people expect.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/operation/operation.h"
#include "core/operation/page_members.h"
#include "core/operation/page_token.h"
#include "core/operation/resource.h"

namespace ec2mimic {

struct DescribeRequest {
  std::vector<std::string> ids{};
  std::vector<Filter> filters{};
  std::optional<std::int64_t> max_results{};
  std::optional<std::string> next_token{};
  std::optional<bool> dry_run{};
  std::vector<std::string> names{};  ///< For a noun that can also be named by something other than its id.
  std::optional<bool> with_managed{};
};

/// The items are added to the answer one by one, so that a long list is never in memory twice.
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

/// Names as an alternative to ids. An operation that takes them adds the ids of what they name in its Prepare.
constexpr auto names(std::string_view name, std::string_view doc) {
  return model::member<&DescribeRequest::names>(name, doc);
}

/// For a request whose filters have another name than `Filters`, such as `Filter` in DescribeNatGateways.
constexpr auto filters_as(std::string_view name) { return requested_filters<&DescribeRequest::filters>(name); }

inline constexpr auto filters = filters_as("Filters");

inline constexpr auto include_managed_resources = model::member<&DescribeRequest::with_managed>(
    "IncludeManagedResources", "Whether to show what AWS hides because a service of its own manages it.",
    {.no_effect = true});

/// `minimum` is the `min` of AWS's model (Traits::minimum): INT64_MIN where it has none. The service refuses numbers
/// below kSmallestPage in either case.
constexpr auto max_results(std::int64_t maximum, std::int64_t minimum = kSmallestPage) {
  return requested_page_size<&DescribeRequest::max_results>(maximum, minimum);
}

inline constexpr auto next_token = requested_page<&DescribeRequest::next_token>;

inline constexpr auto dry_run = ec2mimic::dry_run<&DescribeRequest::dry_run>;

template <class View>
constexpr auto items(std::string_view name, std::string_view doc) {
  return model::member<&DescribeResult<View>::items>(name, doc, {.in_pages = model::InPages::counted});
}

template <class View>
inline constexpr auto next_page = next_page_token<&DescribeResult<View>::next_token>;

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

/// How a kind of resource is listed.
struct Listing {
  const Noun& noun;
  const std::span<const FilterRule>& filters;
  PageRules pages{};
};

/// What happened to a row.
enum class RowOutcome : std::uint8_t {
  added,
  filtered_out,
  on_next_page,
  last_wanted,  ///< The caller of the engine wants no more.
};
/// Decodes the row and adds it to the answer if it passes the filters and there is room on the page.
using AddRow = std::function<RowOutcome(const Row& row, bool page_is_full, const Filters& wanted)>;

/// Shows what the request asks for, and returns the token of the next page if there is one. Throws the noun's NotFound
/// if an id is missing, and RecordError.
[[nodiscard]] std::optional<std::string> list(const Listing& listing, const DescribeRequest& request, Context& context,
                                              const AddRow& add);

template <class View>
RowOutcome add(Views<View>& views, const Row& row, bool page_is_full, const Filters& wanted, Call& call) {
  using Record = typename Resource<View>::Record;
  const View view = views(std::string(row.id), read_record<Record>(row.id, row.line));
  if (!wanted.match(&view)) return RowOutcome::filtered_out;
  if (page_is_full) return RowOutcome::on_next_page;
  return call.add(model::shape_of<View>, &view) ? RowOutcome::added : RowOutcome::last_wanted;
}

/// Called with the request before anything is looked up. May throw ApiError, and add the ids of what the request names
/// otherwise.
using Prepare = void(DescribeRequest& request, Context& context);

inline void nothing_to_prepare(DescribeRequest& /*request*/, Context& /*context*/) {}

template <class View, const auto& Request, const auto& Result, Prepare& kPrepare>
void run(Call& call) {
  DescribeRequest request;
  call.request(model::shape_by<Request>, &request);
  kPrepare(request, call.context());
  static constexpr Listing kListing{Resource<View>::noun, Resource<View>::filters, page_rules(Request)};
  Views<View> views(call.context());
  const auto add_row = [&](const Row& row, bool page_is_full, const Filters& wanted) {
    return add(views, row, page_is_full, wanted, call);
  };
  const DescribeResult<View> rest{{}, list(kListing, request, call.context(), add_row)};
  call.respond(model::shape_by<Result>, &rest);
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
template <const auto& Request, const auto& Result, describing::Prepare& kPrepare = describing::nothing_to_prepare>
constexpr Operation define_describe(const OperationInfo& info) {
  using View = typename detail::ViewOf<std::remove_reference_t<decltype(Result)>>::Type;
  Operation operation{info};
  operation.request = &model::shape_by<Request>;
  operation.result = &model::shape_by<Result>;
  operation.run = &describing::run<View, Request, Result, kPrepare>;
  for (const model::Member& member : operation.request->members) {
    // Names are compared because GCC compares no addresses in constant expressions under -fsanitize=undefined.
    if (member.shape->kind != model::Kind::list) continue;
    if (member.shape->element->name == model::shape_of<Filter>.name) operation.filters = &Resource<View>::filters;
  }
  return operation;
}

}  // namespace ec2mimic
