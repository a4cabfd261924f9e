// The width of a text on a terminal, as the AWS CLI counts it.
#pragma once

#include <cstddef>
#include <string_view>

namespace ec2mimic::cli {

/// The columns of a text, which must be UTF-8: two for each wide, full-width or ambiguous character of Unicode's East
/// Asian widths (`日`, but also `é`, `…` and the combining accents from U+0300), one for any other, controls included.
[[nodiscard]] std::size_t text_width(std::string_view text);

}  // namespace ec2mimic::cli
