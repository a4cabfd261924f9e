#include "cli/data/built_in_lessons.h"

#include "cli/data/embedded.h"

namespace ec2mimic::cli {

std::vector<BuiltInLesson> built_in_lessons() {
  constexpr std::string_view kFolder = "lessons/";
  constexpr std::string_view kEnding = ".spec";
  std::vector<BuiltInLesson> lessons;
  for (const EmbeddedText& text : embedded_texts()) {
    if (!text.name.starts_with(kFolder)) continue;
    std::string_view name = text.name.substr(kFolder.size());
    name.remove_prefix(name.find('-') + 1);
    name.remove_suffix(kEnding.size());
    lessons.push_back({name, text.content});
  }
  return lessons;
}

}  // namespace ec2mimic::cli
