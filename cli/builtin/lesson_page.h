// A lesson as a page for a browser that needs nothing else: prose, commands, answers, messages, and the account before
// and after.
//
// Keys step through it, and without JavaScript it is a long page. Its frame, styles and script are in cli/builtin/page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/builtin/lesson.h"
#include "cli/output/graph.h"

namespace ec2mimic::cli {

struct ShownStep {
  PlayedStep played{};
  std::string changes{};  ///< Of the account; see state_difference().
};

/// A lesson that was played, up to its end or to the first step that differs from what it promises.
struct ShownLesson {
  std::string name{};
  std::vector<ShownStep> steps{};
  std::string end{};                 ///< What is said after the last step.
  std::vector<GraphGroup> before{};  ///< The account when the first call to the service was made.
  std::vector<GraphGroup> after{};
};

/// Plays a lesson that has not begun yet. Throws as LessonPlay::play() does.
[[nodiscard]] ShownLesson watched(System& system, LessonPlay& lesson, std::string_view name);

/// The page of a lesson. It is the same for the same lesson, and refers to nothing outside.
[[nodiscard]] std::string lesson_page(const ShownLesson& lesson);

/// Writes a page to the file at `path`, for everybody whom the umask lets read it, or replaces the page that is there.
/// Throws Failure (252) if it cannot be written, or there is something else, which stays as it is.
void write_page(Files& files, const std::string& path, const std::string& page);

}  // namespace ec2mimic::cli
