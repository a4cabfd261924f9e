// The pages that are no operation's: of the program, of EC2 as a whole and of our own commands. They walk over the
// tables of what they tell about.
#pragma once

#include <string>
#include <string_view>

#include "cli/args/builtin_commands.h"
#include "cli/help/page.h"

namespace ec2mimic::cli {

/// What the program is, its commands, its global options and its variables. `program` is the name it was called by.
[[nodiscard]] Page program_page(std::string_view program);

/// The operations of EC2.
[[nodiscard]] Page service_page(std::string_view program);

/// One of our own commands.
[[nodiscard]] Page builtin_page(const BuiltinCommand& command, std::string_view program);

/// `ec2mimic-state`
[[nodiscard]] std::string page_name(const BuiltinCommand& command);

/// The global options: ours, AWS's that have an effect, and in a last paragraph the names of the others.
[[nodiscard]] Section globals_section();

}  // namespace ec2mimic::cli
