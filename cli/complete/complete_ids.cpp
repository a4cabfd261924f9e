#include "cli/complete/complete_ids.h"

#include <utility>

#include "cli/call/listers.h"
#include "cli/config/settings.h"
#include "cli/errors/failure.h"
#include "cli/python/shell_words.h"
#include "cli/system/visible.h"

namespace ec2mimic::cli {
namespace {

std::string text_of(const Json& item, std::string_view member) {
  const auto found = item.find(std::string(member));
  return found != item.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// The Name tag, VPC or address block of an item.
std::string describe(const Json& item, const Lister& lister) {
  if (const auto tags = item.find("Tags"); tags != item.end()) {
    for (const Json& tag : *tags) {
      if (text_of(tag, "Key") == "Name") return text_of(tag, "Value");
    }
  }
  std::string text = lister.ids->traits.refers == "vpc" ? std::string() : text_of(item, "VpcId");
  return text.empty() ? text_of(item, "CidrBlock") : text;
}

std::string text_of(const Json& item, const model::Member& member) { return text_of(item, member.name); }

void list(Engine& engine, const Lister& lister, const std::string& region, std::vector<Candidate>& ids) {
  const Outcome outcome = engine.call(*lister.operation, Json::object(), region);
  const Json* response = std::get_if<Json>(&outcome);
  if (response == nullptr) return;
  const auto add = [&](std::string id, const Json& item) {
    // An id edited into the state by hand may contain a line break, or not be a single word to the shell.
    if (visible_line(id) != id || shell_word(id) != id) return;
    ids.push_back({std::move(id), visible_line(describe(item, lister))});
  };
  for (const Json& item : response->at(std::string(lister.items->name))) {
    if (lister.parts == nullptr) {
      add(text_of(item, *lister.id), item);
      continue;
    }
    const auto parts = item.find(std::string(lister.parts->name));
    for (const Json& part : parts == item.end() ? Json::array() : *parts) add(text_of(part, *lister.id), item);
  }
}

}  // namespace

std::vector<Candidate> ids_of_type(System& system, const GlobalOptions& globals, std::string_view type) try {
  std::vector<Candidate> ids;
  const Settings settings(system, globals);
  const std::string where = settings.region();
  system.engines.with_engine(state_path(globals, system.environment), {}, [&](Engine& engine) {
    for (const Lister& lister : listers(type)) list(engine, lister, where, ids);
  });
  return ids;
} catch (const Failure&) {
  return {};
} catch (const AccountFailure&) {
  return {};
}

}  // namespace ec2mimic::cli
