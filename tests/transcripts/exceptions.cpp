#include "tests/transcripts/exceptions.h"

#include <algorithm>

#include "core/registry.h"

namespace ec2mimic::test {
namespace {

using Of = Exception::Of;

constexpr Exception kExceptions[] = {
    {Of::both, "parse/*", "today's voice and some values are not built yet"},
    {Of::both, "request/*", "answers without a list, YAML and today's values are not built yet"},
    {Of::both, "literal/020/json", "an integer of more than 64 bits"},
    {Of::both, "literal/020/yaml", "an integer of more than 64 bits"},
    {Of::both, "literal/020/yaml-stream", "an integer of more than 64 bits"},
    {Of::both, "paging/*", "there is no text and no query yet"},
    {Of::both, "wait/*", "there are no waiters yet"},
    {Of::both, "skeleton/*", "there are no skeletons yet"},
    {Of::both, "service-error/*", "there is no error format yet"},
    {Of::both, "complete/*", "the real program's completion is not built yet"},
    {Of::both, "config/profile-flag", "credentials are never asked for"},
    {Of::earlier, "config/*err", "an error format in a profile chooses today's voice, and 2.9.19 knows no formats"},
    {Of::earlier, "config/create-bad-*", "2.9.19 has no --client-token of create-route-table"},
    {Of::both, "version/*", "it names the release, Python and the system of the real program"},
};

bool matches(std::string_view pattern, std::string_view text) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return pattern == text;
  if (!text.starts_with(pattern.substr(0, star))) return false;
  const std::string_view rest = pattern.substr(star + 1);
  for (std::size_t at = star; at <= text.size(); ++at) {
    if (matches(rest, text.substr(at))) return true;
  }
  return false;
}

bool is_of(const Exception& exception, Voice voice) {
  return exception.voice == Of::both || (exception.voice == Of::earlier) == (voice == Voice::earlier);
}

}  // namespace

const Exception* find_exception(const RecordedCase& one) {
  for (const Exception& exception : kExceptions) {
    if (is_of(exception, one.voice) && matches(exception.name, one.name)) return &exception;
  }
  return nullptr;
}

std::string missing_operation(const std::vector<std::string>& words, const Json& model) {
  for (const auto& [name, unused] : model["operations"].items()) {
    const std::string command = kebab_case(name);
    if (find_operation(command) != nullptr) continue;
    if (std::find(words.begin(), words.end(), command) != words.end()) return command;
  }
  for (const auto& [name, waiter] : model["waiters"].items()) {
    const std::string polled = kebab_case(waiter["operation"].get<std::string>());
    if (find_operation(polled) != nullptr) continue;
    if (std::find(words.begin(), words.end(), kebab_case(name)) != words.end()) return polled;
  }
  return {};
}

std::vector<const Exception*> exceptions_of(std::string_view group) {
  std::vector<const Exception*> entries;
  for (const Exception& exception : kExceptions) {
    if (exception.name.starts_with(group)) entries.push_back(&exception);
  }
  return entries;
}

}  // namespace ec2mimic::test
