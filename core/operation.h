// An operation: what it is called, what it takes and gives, what it says of itself, and the one function that does it.
//
// Each operation is one file, core/ops/<noun>/<verb_noun>.cpp, that defines one constant Operation of the file's name;
// the registry is generated from the file names. The function works on plain structs and a Context. It knows no JSON,
// no option, no lock, no client token and no dry run: the engine does those for all operations alike.
#pragma once

#include <span>
#include <string_view>
#include <type_traits>

#include "core/filters.h"
#include "core/model/describe.h"
#include "core/resource.h"

namespace ec2mimic {

enum class Effect : std::uint8_t { reads, writes };

/// What an operation's file says in words. Only name and summary must be there. Its examples stand in
/// man/examples/<command>.spec, where they run as tests.
struct Card {
  std::string_view name;  ///< `CreateRouteTable`
  Effect effect = Effect::reads;
  std::string_view summary;        ///< One line without a full stop, for lists: `Creates a route table in a VPC`
  std::string_view description{};  ///< Paragraphs, parted by empty lines; our own words.
  const std::span<const FilterRule>* filters =
      nullptr;                                   ///< The names that Filters may have, where the operation has it.
  std::span<const std::string_view> errors{};    ///< Codes that it may answer with, besides those common to all.
  std::span<const std::string_view> see_also{};  ///< Other operations: `describe-route-tables`
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
};

struct Operation : Card {
  const model::Shape* request = nullptr;
  const model::Shape* result = nullptr;  ///< Null for an operation that answers with nothing.
  void (*run)(Call& call) = nullptr;
  /// For an operation with an idempotency token: answers as run did for the resource of that id, as it is now; false if
  /// there is no such resource any more. Null for the others.
  bool (*replay)(Call& call, std::string_view id) = nullptr;
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
void run(Call& call) {
  using Request = typename Signature<decltype(Run)>::RequestType;
  using Result = typename Signature<decltype(Run)>::ResultType;
  Request request{};
  call.request(model::shape_of<Request>, &request);
  if constexpr (std::is_void_v<Result>) {
    Run(request, call.context());
  } else {
    const Result result = Run(request, call.context());
    call.respond(model::shape_of<Result>, &result);
  }
}

template <auto Resource>
bool replay(Call& call, std::string_view id) {
  using Result = typename model::detail::Pointee<decltype(Resource)>::OwnerType;
  using View = typename model::detail::Pointee<decltype(Resource)>::ValueType;
  auto now = find_created<View>(call.context(), id);
  if (!now) return false;
  Result result{};
  result.*Resource = *std::move(now);
  call.respond(model::shape_of<Result>, &result);
  return true;
}

}  // namespace detail

/// An operation from its function and its card.
template <auto Run>
constexpr Operation define(const Card& card) {
  using Request = typename detail::Signature<decltype(Run)>::RequestType;
  using Result = typename detail::Signature<decltype(Run)>::ResultType;
  Operation operation{card};
  operation.request = &model::shape_of<Request>;
  if constexpr (!std::is_void_v<Result>) operation.result = &model::shape_of<Result>;
  operation.run = &detail::run<Run>;
  return operation;
}

/// The same for one that creates a resource and honours client tokens: `Resource` is the member of the result that
/// shows it.
template <auto Run, auto Resource>
constexpr Operation define_create(const Card& card) {
  Operation operation = define<Run>(card);
  operation.replay = &detail::replay<Resource>;
  return operation;
}

}  // namespace ec2mimic
