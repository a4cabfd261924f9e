// Delete operations as data: each lists its members in order, its texts and, where it has one, a check of its own. What
// else prevents the deletion, and what is deleted along with the resource, follows from references
// (core/operation/references.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/operation/operation.h"
#include "core/operation/references.h"

namespace ec2mimic {

struct DeleteRequest {
  std::string id{};
  std::optional<bool> dry_run{};
};

/// The members that a description may list.
namespace deleting {

constexpr auto id(std::string_view name, std::string_view doc, std::string_view type) {
  return model::member<&DeleteRequest::id>(name, doc, {.required = true, .insists_on = name, .refers = type});
}

inline constexpr auto dry_run = ec2mimic::dry_run<&DeleteRequest::dry_run>;

template <class View, auto Refuse>
void run(const DeleteRequest& request, Context& context) {
  const auto record = require<View>(context, request.id);
  if constexpr (!std::is_null_pointer_v<decltype(Refuse)>) Refuse(request.id, record);
  delete_resource(context.records(), Resource<View>::noun, request.id);
}

}  // namespace deleting

/// Defines a delete operation from its description and its OperationInfo. `Refuse` is called with the id and the record
/// and throws for a record that cannot be deleted on its own, such as the default network ACL of a VPC.
template <class View, const auto& Request, auto Refuse = nullptr>
constexpr Operation define_delete(const OperationInfo& info) {
  Operation operation = define<&deleting::run<View, Refuse>, &model::shape_by<Request>>(info);
  operation.effect = Effect::writes;
  operation.deletes = &Resource<View>::noun;
  return operation;
}

}  // namespace ec2mimic
