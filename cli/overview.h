// The short help: what there is, in a few lines on stdout.
//
// Three pages, all made from the tables and descriptions that the program runs by.
#pragma once

#include <string>
#include <string_view>

#include "core/operation.h"

namespace ec2mimic::cli {

/// The program: how it is called and all commands. `program` is the name it was called by.
[[nodiscard]] std::string overview(std::string_view program);

/// The operations of EC2.
[[nodiscard]] std::string service_overview(std::string_view program);

/// One operation: what it does and its options.
[[nodiscard]] std::string operation_overview(const Operation& operation, std::string_view program);

}  // namespace ec2mimic::cli
