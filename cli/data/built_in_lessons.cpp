#include "cli/data/built_in_lessons.h"

#include <utility>

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
  std::vector<BuiltInLesson> lessons;
  for (const EmbeddedText& text : embedded_in("lessons/", ".spec")) {
    lessons.push_back({text.name.substr(text.name.find('-') + 1), text.content, first_sentence(text.content)});
  }
  return lessons;
}

std::optional<BuiltInLesson> built_in_lesson(std::string_view name) {
  for (BuiltInLesson& lesson : built_in_lessons()) {
    if (lesson.name == name) return std::move(lesson);
  }
  return std::nullopt;
}

}  // namespace ec2mimic::cli
