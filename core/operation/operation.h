// An operation: what it is called, what it takes and gives, what it says of itself, and the one function that does it.
//
// Each operation is one file, core/ops/<noun>/<verb_noun>.cpp, that defines one constant Operation of the file's name;
// the registry is generated from the file names. The function works on plain structs and a Context. It knows no JSON,
// no option, no lock, no client token and no dry run: the engine does those for all operations alike.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "core/model/describe.h"
#include "core/operation/filters.h"
#include "core/operation/resource.h"

namespace ec2mimic {

enum class Effect : std::uint8_t { reads, writes };

/// What an operation's file says in words. Only name and summary must be there. Its examples stand in
/// man/examples/<command>.spec, where they run as tests.
struct OperationInfo {
  std::string_view name;  ///< `CreateRouteTable`
  Effect effect = Effect::reads;
  std::string_view summary;        ///< One line without a full stop, for lists: `Creates a route table in a VPC`
  std::string_view description{};  ///< Paragraphs, parted by empty lines; our own words.
  const std::span<const FilterRule>* filters =
      nullptr;  ///< The names that Filters may have, where the operation has it.
  /// Codes that it may answer with, besides those that follow from what it takes and does (errors_of in registry.h).
  std::span<const std::string_view> errors{};
  /// Other operations, `describe-route-tables`, besides those that follow (see_also_of in registry.h).
  std::span<const std::string_view> see_also{};
};

/// One call under way, as an operation's glue sees it. Implemented by the engine.
class Call {
 public:
  Call() = default;
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;
  virtual ~Call() = default;

  virtual void request(const model::Shape& shape, void* value) = 0;        ///< Fills the struct from the request.
  virtual void respond(const model::Shape& shape, const void* value) = 0;  ///< Hands over the result.
  virtual Context& context() = 0;
  [[nodiscard]] virtual const std::optional<std::string>& token() const = 0;  ///< The client token, if there is one.
  virtual void created(const std::string& id) = 0;  ///< What a client token shall stand for from now on.
};

struct Operation : OperationInfo {
  const model::Shape* request = nullptr;
  const model::Shape* result = nullptr;  ///< Null for an operation that answers with nothing.
  void (*run)(Call& call) = nullptr;
  /// The member of the request that holds the client token; null for an operation that takes none.
  const model::Member* token = nullptr;
  /// For an operation that takes a client token: answers the first call's request as run did for the resource of that
  /// id, as it is now; false if there is no such resource any more.
  bool (*replay)(Call& call, std::string_view id) = nullptr;
  const Noun* deletes = nullptr;  ///< What it deletes, where that is all that it does.
};

namespace detail {

template <class>
struct Signature;
template <class Result, class Request>
struct Signature<Result (*)(const Request&, Context&)> {
  using RequestType = Request;
  using ResultType = Result;
};
template <auto Run>
using RequestOf = typename Signature<decltype(Run)>::RequestType;
template <auto Run>
using ResultOf = typename Signature<decltype(Run)>::ResultType;

template <class Result>
constexpr const model::Shape* result_shape() {
  if constexpr (std::is_void_v<Result>)
    return nullptr;
  else
    return &model::shape_of<Result>;
}

template <auto Run, const model::Shape* RequestShape, const model::Shape* ResultShape>
void run(Call& call) {
  RequestOf<Run> request{};
  call.request(*RequestShape, &request);
  if constexpr (std::is_void_v<ResultOf<Run>>) {
    Run(request, call.context());
  } else {
    const auto result = Run(request, call.context());
    call.respond(*ResultShape, &result);
  }
}

constexpr const model::Member* token_member(const model::Shape& request) {
  for (const model::Member& member : request.members) {
    if (member.traits.idempotency_token) return &member;
  }
  return nullptr;
}

}  // namespace detail

/// An operation from its function and its card. The shapes are those of the function's request and result, unless these
/// are structs that operations share.
template <auto Run, const model::Shape* RequestShape = &model::shape_of<detail::RequestOf<Run>>,
          const model::Shape* ResultShape = detail::result_shape<detail::ResultOf<Run>>()>
constexpr Operation define(const OperationInfo& card) {
  Operation operation{card};
  operation.request = RequestShape;
  operation.result = ResultShape;
  operation.run = &detail::run<Run, RequestShape, ResultShape>;
  operation.token = detail::token_member(*RequestShape);
  return operation;
}

}  // namespace ec2mimic
