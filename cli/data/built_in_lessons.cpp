#include "cli/data/built_in_lessons.h"

#include "cli/data/embedded.h"
#include "core/text/split.h"

namespace ec2mimic::cli {
namespace {

std::string first_sentence(std::string_view lesson) {
  constexpr std::string_view kProse = "# ";
  std::string text;
  for (const std::string_view line : lines_of(lesson)) {
    if (!line.starts_with(kProse)) break;
    text.append(text.empty() ? "" : " ").append(line.substr(kProse.size()));
  }
  // The last one of a paragraph ends with it.
  text += ' ';
  return text.substr(0, text.find(". "));
}

}  // namespace

std::vector<BuiltInLesson> built_in_lessons() {
  constexpr std::string_view kFolder = "lessons/";
  constexpr std::string_view kEnding = ".spec";
  std::vector<BuiltInLesson> lessons;
  for (const EmbeddedText& text : embedded_texts()) {
    if (!text.name.starts_with(kFolder)) continue;
    std::string_view name = text.name.substr(kFolder.size());
    name.remove_prefix(name.find('-') + 1);
    name.remove_suffix(kEnding.size());
    lessons.push_back({name, text.content, first_sentence(text.content)});
  }
  return lessons;
}

}  // namespace ec2mimic::cli
