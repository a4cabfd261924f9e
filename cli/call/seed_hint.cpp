#include "cli/call/seed_hint.h"

#include "cli/data/built_in_seeds.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {
namespace {

// The id in `The vpc ID 'vpc-1' does not exist`, with double quotes around it; empty if there is none.
std::string quoted_id(const ApiError& error) {
  const std::size_t begin = error.message.find('\'');
  const std::size_t end = error.message.rfind('\'');
  if (!error.code.ends_with(".NotFound") || begin == end) return {};
  return '"' + error.message.substr(begin + 1, end - begin - 1) + '"';
}

// The region of the entry with that id; empty if the id is for a later create.
std::string region_of(const Json& seed, const std::string& quoted) {
  for (const Json& list : seed) {
    if (!list.is_array()) continue;
    for (const Json& entry : list) {
      if (entry.is_object() && entry.dump().find(quoted) != std::string::npos) return entry.value("Region", "");
    }
  }
  return {};
}

}  // namespace

std::string seed_hint(System& system, const std::string& state, const Engine::Options& options, const ApiError& error,
                      std::string_view region, std::string_view state_option) {
  const std::string id = quoted_id(error);
  if (id.empty()) return {};
  for (const EmbeddedText& built_in : built_in_seeds()) {
    if (built_in.content.find(id) == std::string_view::npos) continue;
    const Json seed = Json::parse(built_in.content);
    std::string account;
    system.engines.with_engine(state, options, [&](Engine& engine) { account = engine.account(); });
    const std::string name(built_in.name);
    if (account != seed.value("Account", "")) {
      return "This id is in the account that `ec2mimic state seed " + name + std::string(state_option) +
             "` makes; this is a different account.";
    }
    const std::string its = region_of(seed, id);
    if (!its.empty() && its != region) {
      return "The seed '" + name + "' has this id in " + its + ", and this call went to " + std::string(region) + '.';
    }
  }
  return {};
}

}  // namespace ec2mimic::cli
