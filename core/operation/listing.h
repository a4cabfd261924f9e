// Describe operations on something that is not in the state, such as the regions: a function lists what the request
// names, and the filters select from that. There are no pages.
#pragma once

#include <utility>

#include "core/operation/operation.h"

namespace ec2mimic {
namespace listing {

template <auto Rows, const auto& Rules, auto Wanted, auto Shown>
auto run(const detail::RequestOf<Rows>& request, Context& context) {
  typename model::detail::Access<Shown>::Owner result;
  const Filters wanted(Rules, request.*Wanted);
  for (auto& row : Rows(request, context)) {
    if (wanted.match(&row)) (result.*Shown).push_back(std::move(row));
  }
  return result;
}

}  // namespace listing

/// Defines a describe operation. `Rows` returns the rows that the request names, in order, and throws ApiError for a
/// name that does not exist. `Rules` are the filters, a span; `Wanted` is the request member with those to apply, and
/// `Shown` the result member that lists the rows.
template <auto Rows, const auto& Rules, auto Wanted, auto Shown>
constexpr Operation define_listing(const OperationInfo& info) {
  Operation operation = define<&listing::run<Rows, Rules, Wanted, Shown>>(info);
  operation.filters = &Rules;
  return operation;
}

}  // namespace ec2mimic
