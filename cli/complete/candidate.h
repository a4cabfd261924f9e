// One thing that may come next on a line.
#pragma once

#include <string>

namespace ec2mimic::cli {

struct Candidate {
  std::string text;  ///< What stands in place of the word.
  std::string doc;   ///< One line; may be empty.
};

}  // namespace ec2mimic::cli
