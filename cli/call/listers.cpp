#include "cli/call/listers.h"

#include <utility>

#include "core/operation/registry.h"

namespace ec2mimic::cli {
namespace {

using model::Kind;
using model::Member;

const Member* ids_member(const Operation& operation, std::string_view type) {
  if (!operation.name.starts_with("Describe")) return nullptr;
  for (const Member& member : operation.request->members) {
    const std::string_view refers = member.traits.refers;
    if (member.shape->kind == Kind::list && !refers.empty() && (type == "*" || refers == type)) return &member;
  }
  return nullptr;
}

// Adds a lister for each list of parts, in the items of `lister`, whose ids have the prefix; there may be several.
void add_listers_of_parts(const Lister& lister, std::string_view prefix, std::vector<Lister>& found) {
  for (const Member& list : lister.items->shape->element->members) {
    if (list.shape->kind != Kind::list) continue;
    for (const Member& member : list.shape->element->members) {
      if (member.traits.part != prefix) continue;
      found.push_back({lister.operation, lister.ids, lister.items, std::string(member.name), std::string(list.name)});
    }
  }
}

std::vector<Lister> listers_of_parts(std::string_view prefix) {
  std::vector<Lister> found;
  for (const Lister& lister : listers("*")) add_listers_of_parts(lister, prefix, found);
  return found;
}

}  // namespace

std::vector<Lister> listers(std::string_view type) {
  if (type.ends_with('-')) return listers_of_parts(type);
  std::vector<Lister> found;
  for (const Operation* operation : operations()) {
    const Member* ids = ids_member(*operation, type);
    if (ids == nullptr) continue;
    std::string id(ids->name.substr(0, ids->name.size() - 1));  // VpcIds: VpcId
    for (const Member& member : operation->result->members) {
      if (member.shape->kind != Kind::list || member.shape->element->member(id) == nullptr) continue;
      found.push_back({operation, ids, &member, std::move(id), {}});
      break;
    }
  }
  return found;
}

}  // namespace ec2mimic::cli
