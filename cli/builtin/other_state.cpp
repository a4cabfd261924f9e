#include "cli/builtin/other_state.h"

#include <cstdint>
#include <span>
#include <string_view>

#include "cli/errors/failure.h"
#include "core/text/whole_number.h"

namespace ec2mimic::cli {
namespace {

std::uint64_t revision_of(const Json& state) { return state.value("revision", std::uint64_t{0}); }

// A number is always a revision: a file of that name can be written with `./` before it.
bool is_revision(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

Failure not_kept(const std::string& number, std::uint64_t present, std::span<const Files::Revision> kept) {
  std::string listed;
  for (const Files::Revision& one : kept) {
    const std::string other = std::to_string(one.number);
    if (one.number < present && other != number) listed += (listed.empty() ? "" : ", ") + other;
  }
  const std::string there =
      listed.empty() ? "only the current revision, " + std::to_string(present) + ", is kept."
                     : "only " + listed + " and the current revision, " + std::to_string(present) + ", are kept.";
  return failures::refused("Revision " + number + " is not available: " + there +
                           " With EC2MIMIC_KEEP=10, each change keeps the ten revisions before it.");
}

Json kept_state(System& system, const StateLocation& location, const Json& present, const std::string& number) {
  const auto wanted = whole_number(number);  // none if it is larger than any
  if (wanted == revision_of(present)) return present;
  const auto kept = system.files.earlier_revisions(location.path);
  for (const Files::Revision& one : kept) {
    if (one.number != wanted) continue;
    Json state = document_of_state(system, {one.path, location.options});
    // Another process may have removed the file meanwhile, or somebody put another one in its place.
    if (revision_of(state) == wanted) return state;
  }
  throw not_kept(number, revision_of(present), kept);
}

}  // namespace

Json document_of_state(System& system, const StateLocation& location) {
  std::string text;
  system.engines.with_engine(location.path, location.options, [&](Engine& engine) { text = engine.text(); });
  return Json::parse(text);
}

Json other_state(System& system, const StateLocation& location, const Json& present, const std::string& word) {
  if (is_revision(word)) return kept_state(system, location, present, word);
  if (!system.files.has_content(word)) throw failures::refused("There is no state in '" + word + "'.");
  return document_of_state(system, {word, location.options});
}

}  // namespace ec2mimic::cli
