// What is not in the description of any operation and has to be said all the same: options that the client adds to
// operations, variables of the environment.
//
// Help, the manual and completion read these tables. A sweep compares them with what the program reads, so that none
// can be forgotten here.
#pragma once

#include <span>
#include <string_view>

namespace ec2mimic::cli {

struct EnvironmentDoc {
  std::string_view name;
  std::string_view doc;
};

/// In the order of their names.
[[nodiscard]] std::span<const EnvironmentDoc> environment_docs();

/// One sentence about an option such as `--cli-input-json`; empty for others.
[[nodiscard]] std::string_view client_option_doc(std::string_view name);

}  // namespace ec2mimic::cli
