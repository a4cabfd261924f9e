// Manual pages in mdoc, for man(1).
//
// The pages of operations and commands, and the lists inside ec2mimic(1), are generated from descriptions; the rest of
// ec2mimic(1) is written by hand in man/ec2mimic.1.in, which is mdoc itself. A slot in it is a comment line such as
//
//   .\" @operations@
//
// The output has no build date and a fixed order, so that it can be committed and compared.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/args/builtin_command.h"
#include "cli/help/page.h"

namespace ec2mimic::cli {

/// A page as mdoc.
[[nodiscard]] std::string page_mdoc(const Page& page);

/// Fills the slots in a text such as ec2mimic.1.in. Throws std::logic_error for an unknown slot.
[[nodiscard]] std::string fill_slots(std::string_view text, BuiltinCommands commands);

/// The names of all pages, without their section unless it is another than 1: `ec2mimic`, `ec2mimic-state`,
/// `ec2mimic-state.5`, ...
[[nodiscard]] std::vector<std::string> manual_pages(BuiltinCommands commands);

/// The name of a page's file: `ec2mimic-state.1`, `ec2mimic-state.5`
[[nodiscard]] std::string manual_file(std::string_view name);

/// The source of a page, by its name or the command that it describes; nothing if there is none.
[[nodiscard]] std::optional<std::string> manual_source(std::string_view name, BuiltinCommands commands);

}  // namespace ec2mimic::cli
