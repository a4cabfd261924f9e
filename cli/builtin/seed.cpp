#include "cli/builtin/seed.h"

#include <optional>

#include "cli/args/client_validation.h"
#include "cli/data/embedded.h"
#include "cli/errors/failure.h"
#include "cli/python/json.h"
#include "cli/python/text.h"
#include "cli/system/visible.h"
#include "core/account/seed.h"

namespace ec2mimic::cli {
namespace {

std::string seed_text(System& system, const std::string& name) {
  if (name == "-") return system.streams.read_in();
  // A built-in name wins over a file of that name, which can be given as `./blog`.
  if (const std::string_view built_in = embedded("seeds/" + name + ".json"); !built_in.empty()) {
    return std::string(built_in);
  }
  const Files::Content file = system.files.read(name);
  if (file.error == 0) return file.text;
  throw failures::general("The seed " + python::repr(name) + " cannot be read: " + why_unread(file.error) +
                          ". The built-in seed is 'blog'.");
}

Json seed_document(const std::string& name, const std::string& text) try {
  if (!python::is_utf8(text)) throw python::JsonError("it is not UTF-8");
  return python::load_json(text);
} catch (const python::JsonError& error) {
  throw failures::general("The seed " + python::repr(name) + " is not JSON: " + error.what() + '.');
}

Failure bad_seed(const std::string& name, const std::vector<std::string>& faults) {
  std::string text = "The seed " + python::repr(name) + " cannot be used:";
  for (const std::string& fault : faults) text += '\n' + visible_line(fault);
  return failures::general(std::move(text));
}

void call_engine(System& system, const StateLocation& location, const std::function<void(Engine&)>& use) try {
  system.engines.with_engine(location.path, location.options, use);
} catch (const AccountFailure& failure) {
  if (!failure.is_unknown()) throw;
  throw failures::general(failure.message()).noted("It is safe to repeat the command, with --yes.");
}

}  // namespace

// Replacing a state cannot be undone, so it needs confirmation: the answer to a question, or --yes in scripts. The
// first attempt keeps a state that another process creates in the meantime; then that one needs confirmation too.
bool replace_account(System& system, const StateLocation& location, std::string_view action, bool yes,
                     const Replace& replace) {
  const auto try_to = [&](Engine::Existing existing) {
    bool done = false;
    call_engine(system, location, [&](Engine& engine) { done = replace(engine, existing); });
    return done;
  };
  if (yes) return try_to(Engine::Existing::replaced);
  if (!system.files.has_content(location.path) && try_to(Engine::Existing::kept)) return true;
  const std::string loss = "This " + std::string(action) + " everything in " + location.path + '.';
  if (!system.streams.in_is_terminal()) throw failures::refused(loss + " Pass --yes to confirm.");
  system.streams.write_error(loss + " Continue? [y/N] ");
  const auto answer = system.streams.read_line();
  if (!answer || (*answer != "y" && *answer != "Y" && *answer != "yes")) return false;
  return try_to(Engine::Existing::replaced);
}

int replace_by_seed(System& system, const StateLocation& location, const std::string& name, bool yes) {
  const Json document = seed_document(name, seed_text(system, name));
  if (const auto faults = validate(model::shape_of<Seed>, document); !faults.empty()) throw bad_seed(name, faults);
  const bool replaced =
      replace_account(system, location, "replaces", yes, [&](Engine& engine, Engine::Existing existing) {
        const Engine::SeedOutcome outcome = engine.seed(document, existing);
        if (const auto* bad = std::get_if<Engine::SeedFaults>(&outcome)) throw bad_seed(name, bad->lines);
        return !std::holds_alternative<Engine::Kept>(outcome);
      });
  return replaced ? kSuccess : kProblemsFound;
}

}  // namespace ec2mimic::cli
