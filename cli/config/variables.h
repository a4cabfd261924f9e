// The variables of the environment that the program reads: one table, which help and the manual walk over. A sweep
// compares it with what the sources read, so that none can be forgotten here.
#pragma once

#include <span>
#include <string_view>

namespace ec2mimic::cli {

struct Variable {
  std::string_view name;
  std::string_view doc;  ///< Sentences.
};

/// In the order of their names.
[[nodiscard]] std::span<const Variable> variables();

}  // namespace ec2mimic::cli
