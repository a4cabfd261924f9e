// The environment variables that the program reads: one table, used by help and the manual. A test compares it with the
// sources, so that none is missing.
#pragma once

#include <span>
#include <string_view>

namespace ec2mimic::cli {

struct Variable {
  std::string_view name;
  std::string_view doc;  ///< Full sentences.
};

/// In alphabetical order.
[[nodiscard]] std::span<const Variable> variables();

}  // namespace ec2mimic::cli
