// The help pages that are not about a single operation: on the program, on EC2 as a whole and on the built-in commands.
// They are generated from the tables that the program itself uses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/args/builtin_command.h"
#include "cli/help/page.h"

namespace ec2mimic::cli {

/// The page on the program: its commands, global options and variables. `program` is the name by which it was called.
[[nodiscard]] Page program_page(std::string_view program, BuiltinCommands commands);

/// The page that lists the EC2 operations.
[[nodiscard]] Page service_page(std::string_view program);

/// The page on a built-in command.
[[nodiscard]] Page builtin_page(const BuiltinCommand& command, std::string_view program);

/// The names of the pages of all operations and of the built-in commands, sorted.
[[nodiscard]] std::vector<std::string> command_pages(BuiltinCommands commands);

/// `ec2mimic-state`
[[nodiscard]] std::string page_name(const BuiltinCommand& command);

/// The global options: ours, then those of the AWS CLI that have an effect, and a last paragraph that names the others.
[[nodiscard]] Section globals_section();

}  // namespace ec2mimic::cli
