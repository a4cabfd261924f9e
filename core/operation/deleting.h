// Delete operations as data: each lists its members in order, its texts and any special rules. What else prevents the
// deletion, and what is deleted along with the resource, follows from references (core/operation/references.h). A
// resource that AWS lists for a while afterwards has a function `void end(const Context&)` in its record, which notes
// when it ended (core/operation/life.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/operation/life.h"
#include "core/operation/operation.h"
#include "core/operation/references.h"

namespace ec2mimic {

struct DeleteRequest {
  std::string id{};
  std::optional<bool> dry_run{};
};

/// For the few whose answer is not empty.
struct DeleteResult {
  std::string id{};
  bool done = true;
};

/// The special rules of a delete operation; null where it has none.
template <class View>
struct DeleteRules {
  using Record = typename Resource<View>::Record;
  /// Throws ApiError for an id that is refused whether or not the resource exists.
  void (*check_id)(const std::string& id) = nullptr;
  /// Throws ApiError for a resource that cannot be deleted on its own, such as the default network ACL of a VPC.
  void (*refuse)(const std::string& id, const Record& record, const Context& context) = nullptr;
  /// Deletes the resource, instead of delete_resource().
  void (*remove)(Context& context, const std::string& id) = nullptr;
};

template <class View>
inline constexpr DeleteRules<View> kNoDeleteRules{};

/// The members that a description may list.
namespace deleting {

constexpr auto id(std::string_view name, std::string_view doc, std::string_view type) {
  return model::member<&DeleteRequest::id>(name, doc, {.required = true, .insists_on = name, .refers = type});
}

inline constexpr auto dry_run = ec2mimic::dry_run<&DeleteRequest::dry_run>;

/// A member of the answer that is always true; AWS has several names for it.
constexpr auto done(std::string_view name) { return model::member<&DeleteResult::done>(name, "Always true."); }

template <class View, const auto& Rules>
void run(const DeleteRequest& request, Context& context) {
  if (Rules.check_id != nullptr) Rules.check_id(request.id);
  auto record = require<View>(context, request.id);
  if (Rules.refuse != nullptr) Rules.refuse(request.id, record, context);
  const Noun& noun = Resource<View>::noun;
  if constexpr (requires { record.end(context); }) {
    if (record.life().ended) throw noun.not_found(request.id);
    // Ends references to it, such as those of route tables that it adds routes to; then the record comes back.
    delete_resource(context.records(), noun, request.id);
    record.end(context);
    Table<typename Resource<View>::Record>(context).put(request.id, record);
  } else if (Rules.remove != nullptr) {
    Rules.remove(context, request.id);
  } else {
    delete_resource(context.records(), noun, request.id);
  }
}

template <class View, const auto& Rules>
DeleteResult run_and_answer(const DeleteRequest& request, Context& context) {
  run<View, Rules>(request, context);
  return {request.id, true};
}

}  // namespace deleting

/// Defines a delete operation from its description and its OperationInfo.
template <class View, const auto& Request, const auto& Rules = kNoDeleteRules<View>>
constexpr Operation define_delete(const OperationInfo& info) {
  Operation operation = define<&deleting::run<View, Rules>, &model::shape_by<Request>>(info);
  operation.effect = Effect::writes;
  operation.deletes = &Resource<View>::noun;
  return operation;
}

/// The same for one with an answer, which `Result` describes.
template <class View, const auto& Request, const auto& Result, const auto& Rules = kNoDeleteRules<View>>
constexpr Operation define_answering_delete(const OperationInfo& info) {
  Operation operation =
      define<&deleting::run_and_answer<View, Rules>, &model::shape_by<Request>, &model::shape_by<Result>>(info);
  operation.effect = Effect::writes;
  operation.deletes = &Resource<View>::noun;
  return operation;
}

}  // namespace ec2mimic
