// How wide a text is on a terminal, as the AWS CLI reckons it.
#pragma once

#include <cstddef>
#include <string_view>

namespace ec2mimic::cli {

/// Columns of a text, which must be UTF-8: two for each wide, full-width or ambiguous character of Unicode's East Asian
/// widths (`日`, but also `é` and `…`), one for each other, controls and combining marks included.
[[nodiscard]] std::size_t text_width(std::string_view text);

}  // namespace ec2mimic::cli
