#include "cli/complete/complete_ids.h"

#include <set>
#include <utility>

#include "cli/call/listers.h"
#include "cli/config/settings.h"
#include "cli/errors/failure.h"
#include "cli/python/shell_words.h"
#include "cli/system/visible.h"
#include "core/net/region_table.h"
#include "core/operation/registry.h"

namespace ec2mimic::cli {
namespace {

std::string text_of(const Json& item, std::string_view member) {
  const auto found = item.find(std::string(member));
  return found != item.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// What a person knows a resource by: its name, or else where it is.
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

// Lets `use` ask the engine about the region. Does nothing if the state or a setting cannot be read.
template <class Use>
void with_state(System& system, const GlobalOptions& globals, Use use) try {
  const std::string region = Settings(system, globals).region();
  // The clock, for example, decides what is still there.
  const Engine::Options options = engine_options(system.environment);
  system.engines.with_engine(state_path(globals, system.environment), options,
                             [&](Engine& engine) { use(engine, region); });
} catch (const Failure&) {
} catch (const AccountFailure&) {
}

}  // namespace

std::vector<Candidate> ids_of_type(System& system, const GlobalOptions& globals, std::string_view type) {
  std::vector<Candidate> ids;
  with_state(system, globals, [&](Engine& engine, const std::string& region) {
    for (const Lister& lister : listers(type)) list(engine, lister, region, ids);
  });
  return ids;
}

std::vector<std::string> tag_keys(System& system, const GlobalOptions& globals) {
  std::set<std::string> keys;
  with_state(system, globals, [&](Engine& engine, const std::string& region) {
    const Outcome outcome = engine.call(*find_operation("describe-tags"), Json::object(), region);
    const Json* response = std::get_if<Json>(&outcome);
    if (response == nullptr) return;
    for (const Json& tag : response->at("Tags")) {
      std::string key = text_of(tag, "Key");
      // A key that is not a single word to the shell, or would end the value in shorthand, is left out.
      if (shell_word(key) == key && key.find_first_of(",=") == std::string::npos) keys.insert(std::move(key));
    }
  });
  return {keys.begin(), keys.end()};
}

std::vector<Candidate> used_tokens(System& system, const GlobalOptions& globals, std::string_view operation) {
  std::vector<Candidate> tokens;
  with_state(system, globals, [&](Engine& engine, const std::string& region) {
    for (Engine::UsedToken& record : engine.tokens()) {
      if (record.region != region || shell_word(record.token) != record.token) continue;
      if (!operation.empty() && record.operation != operation) continue;
      tokens.push_back({std::move(record.token), "Created " + record.resource_id + '.'});
    }
  });
  return tokens;
}

std::vector<std::string> endpoint_services(System& system, const GlobalOptions& globals) {
  std::vector<std::string> names;
  with_state(system, globals, [&](Engine& engine, const std::string& region) {
    const Outcome outcome = engine.call(*find_operation("describe-vpc-endpoint-services"), Json::object(), region);
    const Json* response = std::get_if<Json>(&outcome);
    if (response != nullptr) names = response->at("ServiceNames").get<std::vector<std::string>>();
  });
  return names;
}

std::vector<std::uint64_t> revisions_kept(System& system, const GlobalOptions& globals) try {
  std::vector<std::uint64_t> numbers;
  for (const Files::Revision& kept : system.files.earlier_revisions(state_path(globals, system.environment))) {
    numbers.push_back(kept.number);
  }
  return numbers;
} catch (const Failure&) {  // there is no place for a state
  return {};
}

std::vector<std::string> zone_names(System& system, const GlobalOptions& globals) try {
  std::vector<std::string> names;
  for (Zone& zone : zones_of(Settings(system, globals).region())) names.push_back(std::move(zone.name));
  return names;
} catch (const Failure&) {  // the region is wrong, which a call will say
  return {};
}

}  // namespace ec2mimic::cli
