// Pages of the manual as mdoc, for man(1).
//
// The pages of the operations and the lists inside ec2mimic(1) come from descriptions; the rest of ec2mimic(1) is
// written by hand in man/ec2mimic.1.in, which is mdoc itself. Its slots are comments, one a line: `.\" @operations@`.
// The sources that come out have no date of their making and one order, so that they can be kept and compared.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/help/page.h"

namespace ec2mimic::cli {

/// A page as mdoc.
[[nodiscard]] std::string page_mdoc(const Page& page);

/// A text of ec2mimic.1.in with its slots filled. Throws std::logic_error for a slot that there is nothing for.
[[nodiscard]] std::string fill_slots(std::string_view text);

/// The names of all rendered pages, without their section: `ec2mimic`, `ec2mimic-create-network-acl`, ...
[[nodiscard]] std::vector<std::string> manual_pages();

/// The source of one of them, also found by the command it is about; nothing for an unknown name.
[[nodiscard]] std::optional<std::string> manual_source(std::string_view name);

}  // namespace ec2mimic::cli
