// Help on a terminal: pages of the manual as plain text.
//
// Made only when asked for, from constant data, without opening anything, and printed by one write; on a terminal it
// goes through the pager of the manual. The AWS CLI starts that one off a terminal as well, which does harm in scripts.
#pragma once

#include <string>
#include <string_view>

#include "cli/help/page.h"
#include "cli/system/system.h"

namespace ec2mimic::cli {

/// A page as text, wrapped to `width` columns (never to fewer than 40 or more than 100).
[[nodiscard]] std::string page_text(const Page& page, int width);

/// The same of blocks that are no page, from the left edge.
[[nodiscard]] std::string blocks_text(const std::vector<Block>& blocks, int width);

/// Shows a page on stdout and returns kSuccess. Throws Failure if it cannot be written.
int print_help(System& system, const Page& page);

}  // namespace ec2mimic::cli
