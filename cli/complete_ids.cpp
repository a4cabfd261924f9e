#include "cli/complete_ids.h"

#include <algorithm>

#include "cli/settings.h"
#include "cli/voice.h"
#include "core/registry.h"

namespace ec2mimic::cli {
namespace {

using model::Kind;
using model::Member;

// A describe operation as a way to learn ids.
struct Lister {
  const Operation* operation;
  const Member* items;  // the list in its result
  std::string id;       // the member of an item that is the id
};

const Member* ids_member(const Operation& operation, std::string_view type) {
  if (!operation.name.starts_with("Describe")) return nullptr;
  for (const Member& member : operation.request->members) {
    const std::string_view completes = member.traits.completes;
    if (member.shape->kind == Kind::list && !completes.empty() && (type == "*" || completes == type)) return &member;
  }
  return nullptr;
}

std::vector<Lister> listers(std::string_view type) {
  std::vector<Lister> found;
  for (const Operation* operation : operations()) {
    const Member* ids = ids_member(*operation, type);
    if (ids == nullptr) continue;
    std::string id(ids->name.substr(0, ids->name.size() - 1));  // VpcIds
    for (const Member& member : operation->result->members) {
      if (member.shape->kind != Kind::list || member.shape->element->member(id) == nullptr) continue;
      found.push_back({operation, &member, std::move(id)});
      break;
    }
  }
  return found;
}

std::string text_of(const Json& item, std::string_view member) {
  const auto found = item.find(std::string(member));
  return found != item.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string describe(const Json& item, std::string_view id) {
  if (const auto tags = item.find("Tags"); tags != item.end()) {
    for (const Json& tag : *tags) {
      if (text_of(tag, "Key") == "Name") return text_of(tag, "Value");
    }
  }
  std::string text = id == "VpcId" ? std::string() : text_of(item, "VpcId");
  return text.empty() ? text_of(item, "CidrBlock") : text;
}

void list(Engine& engine, const Lister& lister, const std::string& region, std::vector<Candidate>& ids) {
  const Outcome outcome = engine.call(*lister.operation, Json::object(), region);
  const Json* response = std::get_if<Json>(&outcome);
  if (response == nullptr) return;
  for (const Json& item : response->at(std::string(lister.items->name))) {
    ids.push_back({text_of(item, lister.id), describe(item, lister.id)});
  }
}

}  // namespace

std::vector<Candidate> ids_of_type(World& world, const Globals& globals, std::string_view type) try {
  std::vector<Candidate> ids;
  Settings settings(world);
  settings.use(globals);
  const std::string where = settings.region();
  world.accounts.visit(state_path(globals, world.environment), {}, [&](Engine& engine) {
    for (const Lister& lister : listers(type)) list(engine, lister, where, ids);
  });
  return ids;
} catch (const Failure&) {
  return {};
} catch (const AccountFailure&) {
  return {};
}

}  // namespace ec2mimic::cli
