#include "cli/call/listers.h"

#include <utility>

#include "core/registry.h"

namespace ec2mimic::cli {
namespace {

using model::Kind;
using model::Member;

const Member* ids_member(const Operation& operation, std::string_view type) {
  if (!operation.name.starts_with("Describe")) return nullptr;
  for (const Member& member : operation.request->members) {
    const std::string_view completes = member.traits.completes;
    if (member.shape->kind == Kind::list && !completes.empty() && (type == "*" || completes == type)) return &member;
  }
  return nullptr;
}

}  // namespace

std::vector<Lister> listers(std::string_view type) {
  std::vector<Lister> found;
  for (const Operation* operation : operations()) {
    const Member* ids = ids_member(*operation, type);
    if (ids == nullptr) continue;
    std::string id(ids->name.substr(0, ids->name.size() - 1));  // VpcIds
    for (const Member& member : operation->result->members) {
      if (member.shape->kind != Kind::list || member.shape->element->member(id) == nullptr) continue;
      found.push_back({operation, ids, &member, std::move(id)});
      break;
    }
  }
  return found;
}

}  // namespace ec2mimic::cli
