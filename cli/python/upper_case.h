// Python's str.upper(): the AWS CLI's text output writes the names at the start of its lines like this.
#pragma once

#include <string>
#include <string_view>

namespace ec2mimic::cli {

/// The text in capitals, where one character may become several (`ß` gives `SS`), according to Unicode 14, as in Python
/// 3.11. The text must be UTF-8.
[[nodiscard]] std::string upper_case(std::string_view text);

}  // namespace ec2mimic::cli
