// An operation: its name, its request and result, its help, and the function that implements it.
//
// Each operation is one file, core/ops/<noun>/<verb_noun>.cpp, that defines one constant Operation named like the file;
// the registry is generated from the file names. The function works on plain structs and a Context. It knows nothing of
// JSON, options, locks, client tokens or dry runs: the engine handles those for all operations.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "core/model/describe.h"
#include "core/operation/dry_run.h"
#include "core/operation/filters.h"
#include "core/operation/resource.h"

namespace ec2mimic {

enum class Effect : std::uint8_t { reads, writes };

class Call;

/// The part of an operation that its file writes out. Only name and summary are required. Its examples are in
/// man/examples/<command>.spec, where they also run as tests.
struct OperationInfo {
  std::string_view name;  ///< `CreateRouteTable`
  Effect effect = Effect::reads;
  std::string_view summary;        ///< One line without a full stop, for lists: `Creates a route table in a VPC`
  std::string_view description{};  ///< Paragraphs separated by empty lines, in our own words.
  const std::span<const FilterRule>* filters =
      nullptr;  ///< The filters that its request can name; null if it takes none.
  /// Error codes besides those that follow from its request and what it does (errors_of in registry.h).
  std::span<const std::string_view> errors{};
  const Noun* deletes = nullptr;  ///< The noun it deletes, if it only deletes one resource.
  /// Throws ApiError for what AWS refuses even in a dry run, in which it usually checks nothing. Null if AWS refuses
  /// nothing then. See checks_in_dry_run.
  void (*dry_run_checks)(Call& call) = nullptr;
  /// Related commands, such as `describe-route-tables`, besides those that follow (see_also_of in registry.h).
  std::span<const std::string_view> see_also{};
};

/// One call in progress, as the operation's adapter sees it. Implemented by the engine.
class Call {
 public:
  Call() = default;
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;
  virtual ~Call() = default;

  virtual void request(const model::Shape& shape, void* value) = 0;        ///< Fills the struct from the request.
  virtual void respond(const model::Shape& shape, const void* value) = 0;  ///< Sets the response.
  /// Adds an element to the list of the response, for which respond() is then given an empty one. Returns false if the
  /// caller wants no more of them.
  [[nodiscard]] virtual bool add(const model::Shape& shape, const void* element) = 0;
  /// Valid for the duration of the call.
  virtual Context& context() = 0;
  [[nodiscard]] virtual const std::optional<std::string>& token() const = 0;  ///< The client token, if any.
  /// Records the id that the call's client token refers to from now on.
  virtual void created(const std::string& id) = 0;
};

/// How an operation treats client tokens. The defaults are the rules of most operations.
struct TokenRules {
  std::size_t longest = 64;         ///< In bytes, before white space around it is trimmed.
  bool ascii_only = true;           ///< Refuses other characters.
  bool blank_is_none = true;        ///< White space counts as no token; otherwise it is an error, as an empty token is.
  bool tags_count = true;           ///< Otherwise a repeated call may have other tags, and shows those.
  std::string_view mismatch_text =  ///< For a repeated call with other parameters; `{}` stands for the token.
      "Wrong arguments for request with token {}";
  /// For a repeated call after the resource was deleted. AWS's own text begins with what looks like a whole error line.
  std::string_view deleted_text =
      "An error occurred (IdempotentParameterMismatch) when calling this operation: The client token and arguments "
      "used in this request were used in a prior request that was associated with a resource which is now deleted.";
  /// For a token that differs from that of an earlier call only in capital letters; `{}` stands for the token, and the
  /// digits of the resource's id follow. If empty, case distinguishes tokens.
  std::string_view other_case_text{};
  bool empty_counts = true;                  ///< Otherwise an empty text or list is the same as none.
  std::span<const std::string_view> sets{};  ///< Parameters that are lists whose order does not count.
  /// Throws ApiError for what is refused before the token is looked up. May be null.
  void (*check_first)(Call& call) = nullptr;
};

inline constexpr TokenRules kUsualTokenRules{};

struct Operation : OperationInfo {
  const model::Shape* request = nullptr;
  const model::Shape* result = nullptr;  ///< Null for an operation without output.
  void (*run)(Call& call) = nullptr;
  /// The request member that holds the client token; null if there is none.
  const model::Member* token = nullptr;
  /// Null unless the operation takes a client token. Responds to a repeated call, for the resource of that id as it is
  /// now; returns false if the resource no longer exists.
  bool (*replay)(Call& call, std::string_view id) = nullptr;
  const TokenRules* token_rules = &kUsualTokenRules;
  /// The request member that names another region the call looks into; null if there is none.
  const model::Member* other_region = nullptr;
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

/// The first member with that flag, or null.
constexpr const model::Member* marked_member(const model::Shape& request, bool model::Traits::*flag) {
  for (const model::Member& member : request.members) {
    if (member.traits.*flag) return &member;
  }
  return nullptr;
}

}  // namespace detail

/// The dry_run_checks of an operation from a function `void (const Request&, Context&)`, which its other calls have to
/// make as well. Pass the shape if the type is shared by several operations.
template <auto Check, const model::Shape* RequestShape = &model::shape_of<detail::RequestOf<Check>>>
inline constexpr auto checks_in_dry_run = &detail::run<Check, RequestShape, nullptr>;

/// Defines an operation from its function and its OperationInfo. The shapes follow from the types of the function's
/// request and result; pass them only if those types are shared by several operations.
template <auto Run, const model::Shape* RequestShape = &model::shape_of<detail::RequestOf<Run>>,
          const model::Shape* ResultShape = detail::result_shape<detail::ResultOf<Run>>()>
constexpr Operation define(const OperationInfo& info) {
  Operation operation{info};
  operation.request = RequestShape;
  operation.result = ResultShape;
  operation.run = &detail::run<Run, RequestShape, ResultShape>;
  operation.token = detail::marked_member(*RequestShape, &model::Traits::idempotency_token);
  operation.other_region = detail::marked_member(*RequestShape, &model::Traits::other_region);
  return operation;
}

/// Defines an operation whose function makes the answer itself, because it adds its elements one by one (Call::add).
constexpr Operation define(void (*run)(Call& call), const model::Shape& request, const model::Shape& result,
                           const OperationInfo& info) {
  Operation operation{info};
  operation.request = &request;
  operation.result = &result;
  operation.run = run;
  return operation;
}

}  // namespace ec2mimic
