// Describe operations on something that is not in the state, such as the regions: a function lists what the request
// names, and the filters select from that. There are no pages.
#pragma once

#include <utility>

#include "core/operation/operation.h"

namespace ec2mimic {
namespace computed {

template <auto Rows, const auto& Rules, auto Wanted, auto Items>
auto run(const detail::RequestOf<Rows>& request, Context& context) {
  typename model::detail::Access<Items>::Owner result;
  const Filters wanted(Rules, request.*Wanted);
  for (auto& row : Rows(request, context)) {
    if (wanted.match(&row)) (result.*Items).push_back(std::move(row));
  }
  return result;
}

}  // namespace computed

/// Defines a describe operation. `Rows` returns the rows that the request names, in order, and throws ApiError for a
/// name that does not exist. `Rules` are the filters, a span; `Wanted` is the request member with those to apply, and
/// `Items` the result member that lists the rows.
template <auto Rows, const auto& Rules, auto Wanted, auto Items>
constexpr Operation define_computed_describe(const OperationInfo& info) {
  Operation operation = define<&computed::run<Rows, Rules, Wanted, Items>>(info);
  operation.filters = &Rules;
  return operation;
}

}  // namespace ec2mimic
