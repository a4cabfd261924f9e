#include "cli/own/seed.h"

#include <optional>

#include "cli/embedded.h"
#include "cli/visible.h"
#include "cli/voice.h"
#include "core/python/json.h"
#include "core/python/text.h"

namespace ec2mimic::cli {
namespace {

std::string seed_text(World& world, const std::string& name) {
  if (name == "-") return world.streams.read_in();
  if (const std::string_view built_in = embedded("seeds/" + name + ".json"); !built_in.empty()) {
    return std::string(built_in);
  }
  const Files::Content file = world.files.read(name);
  if (file.error == 0) return file.text;
  throw failures::general("The seed " + python::repr(name) + " cannot be read: " + why_unread(file.error) + '.');
}

Json seed_document(const std::string& name, const std::string& text) try {
  if (!python::is_utf8(text)) throw python::JsonError("it is not UTF-8");
  return python::load_json(text);
} catch (const python::JsonError& error) {
  throw failures::general("The seed " + python::repr(name) + " is not JSON: " + error.what() + '.');
}

}  // namespace

// Replacing a state cannot be undone, so it is asked for twice: on a terminal by a question, in a script by --yes.
bool may_lose(World& world, const std::string& path, std::string_view deed, bool yes) {
  if (yes || !world.files.has_content(path)) return true;
  const std::string loss = "This " + std::string(deed) + " everything in " + path + '.';
  if (!world.streams.in_is_terminal()) throw failures::refused(loss + " Say --yes if that is meant.");
  world.streams.write_error(loss + " Go on? [y/N] ");
  const auto answer = world.streams.read_line();
  return answer && (*answer == "y" || *answer == "Y" || *answer == "yes");
}

void replace_account(World& world, const std::string& path, const Engine::Options& options,
                     const std::function<void(Engine&)>& use) try {
  world.accounts.visit(path, options, use);
} catch (const AccountFailure& failure) {
  if (!failure.is_unknown()) throw;
  throw failures::general(failure.message()).noted("It is safe to repeat the command, with --yes.");
}

int plant_seed(World& world, const std::string& path, const Engine::Options& options, const std::string& name,
               bool yes) {
  const Json document = seed_document(name, seed_text(world, name));
  if (!may_lose(world, path, "replaces", yes)) return kProblemsFound;
  std::optional<BadParameters> bad;
  replace_account(world, path, options, [&](Engine& engine) { bad = engine.seed(document); });
  if (!bad) return kSuccess;
  std::string text = "The seed " + python::repr(name) + " cannot be used:";
  for (const std::string& fault : bad->faults) text += '\n' + visible_line(fault);
  throw failures::general(text);
}

}  // namespace ec2mimic::cli
