// What our pictures have in common: texts made safe for XML, and colours for light and dark.
#pragma once

#include <string>
#include <string_view>

namespace ec2mimic::cli {

/// The text as the content of an element.
[[nodiscard]] std::string in_xml(std::string_view text);

/// The first part of a picture of that size in pixels, with its styles and background; `</svg>` ends it. The classes
/// for lines, boxes and texts are plain, good, repeated, lost and bad, besides `quiet` and `title`; their contrast
/// meets WCAG AA on either background.
[[nodiscard]] std::string svg_head(std::size_t width, std::size_t height, std::string_view title);

}  // namespace ec2mimic::cli
