// The seeds compiled into the program, in the order of their file names.
#pragma once

#include <string_view>
#include <vector>

namespace ec2mimic::cli {

struct BuiltInSeed {
  std::string_view name;  ///< What `ec2mimic state seed` calls it: `blog`
  std::string_view text;  ///< Its document, JSON
};

[[nodiscard]] std::vector<BuiltInSeed> built_in_seeds();

}  // namespace ec2mimic::cli
