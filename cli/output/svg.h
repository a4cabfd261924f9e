// What our pictures have in common: texts made safe for XML, and colours for light and dark.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ec2mimic::cli {

/// The text as the content of an element.
[[nodiscard]] std::string in_xml(std::string_view text);

/// The pixels that a line takes at most in the fonts of our pictures; titles are larger.
[[nodiscard]] std::size_t pixels_of(std::string_view line, bool is_title = false);

/// The line if it is at most that wide, otherwise the longest beginning of it that fits with `...` after it.
[[nodiscard]] std::string cut_to_pixels(std::string_view line, std::size_t pixels, bool is_title = false);

/// The colours of our pictures and pages as variables of a CSS selector, light and dark as the reader prefers: back,
/// box and mark to be written on, line for lines, and the others for texts and lines, with a contrast that meets WCAG
/// AA.
[[nodiscard]] std::string palette(std::string_view selector);

/// The screen that pictures are for, in pixels: that of a projector. One of up to the most width and height fits on it
/// with its letters, of 15 pixels, made no smaller than 12.
inline constexpr std::size_t kScreenWidth = 1280, kScreenHeight = 720;
inline constexpr std::size_t kMostWidth = kScreenWidth * 15 / 12, kMostHeight = kScreenHeight * 15 / 12;

/// The first part of a picture of that size in pixels, with its styles and background; `</svg>` ends it. The classes
/// for lines, boxes and texts are plain, good, repeated, lost and bad, besides `quiet` and `title`. The styles are
/// those of pictures alone, so that a page can hold one. A picture by itself is made smaller to fit into the window, as
/// far as its letters stay readable on the screen above.
[[nodiscard]] std::string svg_head(std::size_t width, std::size_t height, std::string_view title);

}  // namespace ec2mimic::cli
