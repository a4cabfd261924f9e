// Help on a terminal: pages of the manual as plain text.
//
// Pages are generated on demand from constant data, without opening a file, and written at once. On a terminal they go
// through the pager for manual pages. The AWS CLI starts that pager even if stdout is not a terminal, which scripts do
// not expect.
#pragma once

#include <string>
#include <string_view>

#include "cli/help/page.h"
#include "cli/system/system.h"

namespace ec2mimic::cli {

/// A page as text, wrapped to `width` columns (at least 40, at most 100).
[[nodiscard]] std::string page_text(const Page& page, int width);

/// The same for blocks outside a page, without indentation.
[[nodiscard]] std::string blocks_text(const std::vector<Block>& blocks, int width);

/// Shows a page on stdout and returns kSuccess. Throws Failure if it cannot be written or the pager cannot be started.
int print_help(System& system, const Page& page);

}  // namespace ec2mimic::cli
