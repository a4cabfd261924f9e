// The lessons compiled into the program. The numbers with which the names of their files begin give their order.
#pragma once

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

}  // namespace ec2mimic::cli
