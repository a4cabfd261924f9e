#include "cli/call/listers.h"

#include <algorithm>

#include "core/operation/registry.h"

namespace ec2mimic::cli {
namespace {

using model::Kind;
using model::Member;

const Member* ids_member(const Operation& operation, std::string_view type) {
  if (operation.effect != Effect::reads || operation.result == nullptr) return nullptr;
  for (const Member& member : operation.request->members) {
    const std::string_view refers = member.traits.refers;
    if (member.shape->kind == Kind::list && !refers.empty() && (type == "*" || refers == type)) return &member;
  }
  return nullptr;
}

// The member of an item that holds the id of its type.
const Member* own_id(const model::Shape& item, std::string_view type) {
  const auto found = std::find_if(item.members.begin(), item.members.end(),
                                  [type](const Member& member) { return member.traits.refers == type; });
  return found == item.members.end() ? nullptr : &*found;
}

// Adds a lister for each list of parts, in the items of `lister`, whose ids have the prefix; there may be several.
void add_listers_of_parts(const Lister& lister, std::string_view prefix, std::vector<Lister>& found) {
  for (const Member& list : lister.items->shape->element->members) {
    if (list.shape->kind != Kind::list) continue;
    for (const Member& member : list.shape->element->members) {
      if (member.traits.part != prefix) continue;
      found.push_back({lister.operation, lister.ids, lister.items, &member, &list});
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
    for (const Member& items : operation->result->members) {
      const Member* id = items.shape->kind == Kind::list ? own_id(*items.shape->element, ids->traits.refers) : nullptr;
      if (id != nullptr) found.push_back({operation, ids, &items, id});
    }
  }
  return found;
}

}  // namespace ec2mimic::cli
