// The lessons compiled into the program. Their order is that of the numbers in their file names.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ec2mimic::cli {

struct BuiltInLesson {
  std::string_view name;  ///< What `ec2mimic walkthrough` calls it: `blog`
  std::string_view text;  ///< A spec; see help/spec.h.
  std::string summary;    ///< Its first sentence.
};

[[nodiscard]] std::vector<BuiltInLesson> built_in_lessons();
/// The one that is called so.
[[nodiscard]] std::optional<BuiltInLesson> built_in_lesson(std::string_view name);

}  // namespace ec2mimic::cli
