// A word that may come next on a command line.
#pragma once

#include <string>

namespace ec2mimic::cli {

struct Candidate {
  std::string text;  ///< Replaces the word.
  std::string doc;   ///< One line; may be empty.
};

}  // namespace ec2mimic::cli
