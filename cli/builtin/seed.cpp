#include "cli/builtin/seed.h"

#include <optional>

#include "cli/data/built_in_seeds.h"
#include "cli/errors/failure.h"
#include "cli/python/json.h"
#include "cli/python/suggest.h"
#include "cli/python/text.h"
#include "cli/system/visible.h"
#include "core/account/seed.h"

namespace ec2mimic::cli {
namespace {

// `The built-in seed is 'blog'.`, as a question if that is what was probably meant.
std::string about_built_in(const std::string& name) {
  std::string listed;
  std::vector<std::string_view> names;
  for (const EmbeddedText& seed : built_in_seeds()) {
    listed += (listed.empty() ? "" : ", ") + python::repr(seed.name);
    names.push_back(seed.name);
  }
  const std::string meant = did_you_mean(name, names, "the built-in seed ");
  return meant.empty() ? " The built-in seed is " + listed + '.' : meant;
}

Json parsed(std::string_view what, const std::string& name, const std::string& text) try {
  if (!python::is_utf8(text)) throw python::JsonError("it is not UTF-8");
  return python::load_json(text);
} catch (const python::JsonError& error) {
  throw failures::general(std::string(what) + ' ' + python::repr(name) + " is not JSON: " + error.what() + '.');
}

std::string text_of(System& system, std::string_view what, const std::string& name, const std::string& more) {
  if (name == "-") return system.streams.read_in();
  const Files::Content file = system.files.read(name);
  if (file.error == 0) return file.text;
  throw failures::refused(std::string(what) + ' ' + python::repr(name) + " cannot be read: " + why_unread(file.error) +
                          '.' + more);
}

constexpr std::string_view kSeed = "The seed";

Json seed_document(System& system, const std::string& name) {
  for (const EmbeddedText& seed : built_in_seeds()) {
    if (seed.name == name) return parsed(kSeed, name, std::string(seed.content));
  }
  return parsed(kSeed, name, text_of(system, kSeed, name, about_built_in(name)));
}

Failure bad_seed(const std::string& name, const std::vector<std::string>& faults) {
  return failures::general("The seed " + python::repr(name) + " cannot be used:\n" + visible_lines(faults));
}

void call_engine(System& system, const StateLocation& location, const std::function<void(Engine&)>& use) try {
  system.engines.with_engine(location.path, location.options, use);
} catch (const AccountFailure& failure) {
  if (!failure.is_unknown()) throw;
  throw failures::general(failure.message()).noted("It is safe to repeat the command, with --yes.");
}

}  // namespace

// Replacing a state cannot be undone, so it needs confirmation: the answer to a question, or --yes in scripts. The
// first attempt keeps a state that another process creates in the meantime; then that one needs confirmation too. It
// also finds out whether what is there is a state, before anybody is asked about it.
bool replace_account(System& system, const StateLocation& location, std::string_view action, Consent consent,
                     const Replace& replace) {
  const auto try_to = [&](Engine::Existing existing) {
    bool done = false;
    call_engine(system, location, [&](Engine& engine) { done = replace(engine, existing); });
    return done;
  };
  const auto replaced = consent.replace_foreign ? Engine::Existing::anything_replaced : Engine::Existing::replaced;
  if (consent.yes) return try_to(replaced);
  const bool is_lost = system.files.has_content(location.path);
  if (!(is_lost && consent.replace_foreign) && try_to(Engine::Existing::kept)) return true;
  const std::string loss = "This " + std::string(action) + " everything in " + location.path + '.';
  if (!system.streams.in_is_terminal()) throw failures::refused(loss + " Pass --yes to confirm.");
  system.streams.write_error(loss + " Continue? [y/N] ");
  const auto answer = system.streams.read_line();
  if (!answer || (*answer != "y" && *answer != "Y" && *answer != "yes")) return false;
  return try_to(replaced);
}

std::optional<SeedSummary> replace_by_seed(System& system, const StateLocation& location, const std::string& name,
                                           Consent consent) {
  const Json document = seed_document(system, name);
  if (!consent.empty && shape_faults(document).empty() && is_empty_seed(document)) {
    throw failures::general(std::string(kSeed) + ' ' + python::repr(name) +
                            " describes nothing. Pass --empty to use it anyway.");
  }
  std::optional<SeedSummary> made;
  const bool was_replaced = replace_account(system, location, "replaces", consent, [&](Engine& engine, auto existing) {
    Engine::SeedOutcome outcome = engine.seed(document, existing);
    if (const auto* bad = std::get_if<Engine::SeedFaults>(&outcome)) throw bad_seed(name, bad->lines);
    if (auto* summary = std::get_if<SeedSummary>(&outcome)) made = std::move(*summary);
    return made.has_value();
  });
  return was_replaced ? made : std::nullopt;
}

Json read_document(System& system, std::string_view what, const std::string& name) {
  return parsed(what, name, text_of(system, what, name, {}));
}

}  // namespace ec2mimic::cli
