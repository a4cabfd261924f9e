// str.upper() of Python: how the names that lines of text begin with are written.
#pragma once

#include <string>
#include <string_view>

namespace ec2mimic::cli {

/// The text with each character in capitals, which may be several (`ß` gives `SS`); after Unicode 14, as Python 3.11
/// has it. The text must be UTF-8.
[[nodiscard]] std::string upper_case(std::string_view text);

}  // namespace ec2mimic::cli
