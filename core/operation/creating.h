// What create operations share: members that most of them take, and how those with client tokens answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/operation/operation.h"

namespace ec2mimic {

/// Members for the descriptions of requests and results.
namespace creating {

template <auto Pointer>
constexpr auto tags(std::string_view doc) {
  return model::member<Pointer>("TagSpecifications", doc);
}

/// For a ClientToken that the description of AWS does not mark as an idempotency token.
inline constexpr std::string_view kClientTokenDoc =
    "Makes it safe to repeat this call: at most 64 ASCII characters, case-sensitive.";

template <auto Pointer>
inline constexpr auto client_token = model::member<Pointer>("ClientToken", kClientTokenDoc,
                                                            {.idempotency_token = true});

/// A member of the result.
template <auto Pointer>
inline constexpr auto token = model::member<Pointer>("ClientToken", "The client token of the call.");

}  // namespace creating

namespace detail {

template <auto Member>
using Value = typename model::detail::Pointee<decltype(Member)>::ValueType;

// Responds to a create. The tags shown are those of the first call's request, in its order, even when the call is
// repeated after they were changed: AWS does the same.
template <class Request, class Result, auto Specifications, auto Created, auto Token>
void answer(Call& call, const Request& request, Result result) {
  using View = Resource<Value<Created>>;
  auto& tags = (result.*Created).*View::tags;
  // AWS leaves the member out of what has no tags, or shows an empty list, depending on the resource.
  bool shows_empty = true;
  if constexpr (requires { tags.reset(); }) shows_empty = tags.has_value();
  tags = requested_tags(request.*Specifications);
  if constexpr (requires { tags.reset(); }) {
    if (tags->empty() && !shows_empty) tags.reset();
  }
  if constexpr (requires { View::as_answered(result.*Created); }) View::as_answered(result.*Created);
  if constexpr (!std::is_null_pointer_v<decltype(Token)>) result.*Token = call.token();
  call.created((result.*Created).*View::id);
  call.respond(model::shape_of<Result>, &result);
}

}  // namespace detail

/// Defines an operation that creates a resource and takes a client token. `Specifications` is the request member with
/// the tags, `Created` the result member that shows the resource, `Token` the result member that echoes the token, or
/// nullptr if there is none. `Resource::as_answered`, if defined, removes further members from the answer.
template <auto Run, auto Specifications, auto Created, auto Token>
constexpr Operation define_create(const OperationInfo& info) {
  using Request = detail::RequestOf<Run>;
  using Result = detail::ResultOf<Run>;
  Operation operation = define<Run>(info);
  operation.run = [](Call& call) {
    Request request{};
    call.request(model::shape_of<Request>, &request);
    detail::answer<Request, Result, Specifications, Created, Token>(call, request, Run(request, call.context()));
  };
  operation.replay = [](Call& call, std::string_view id) {
    auto now = find_created<detail::Value<Created>>(call.context(), id);
    if (!now) return false;
    Request request{};
    call.request(model::shape_of<Request>, &request);
    Result result{};
    result.*Created = *std::move(now);
    detail::answer<Request, Result, Specifications, Created, Token>(call, request, std::move(result));
    return true;
  };
  return operation;
}

}  // namespace ec2mimic
