#include "cli/output/svg.h"

#include <algorithm>

#include "core/text/ascii.h"

namespace ec2mimic::cli {

std::string in_xml(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '&') {
      safe += "&amp;";
    } else if (c == '<') {
      safe += "&lt;";
    } else if (c == '>') {
      safe += "&gt;";
    } else if (c == '"') {
      safe += "&quot;";
    } else {
      safe += c;
    }
  }
  return safe;
}

std::size_t pixels_of(std::string_view line, bool is_title) {
  std::size_t tenths = 0;
  for (const char c : line) {
    const auto byte = static_cast<unsigned char>(c);
    // DejaVu Sans, the widest of them, has digits of 0.64 em and capitals of up to 0.99. Of a character of several
    // bytes, which may be a square, the first two count.
    const bool is_wide = ascii::is_upper(c) || c == 'm' || c == 'w' || c == '@' || c == '%' || c == '>';
    if (byte < 0x80) tenths += is_wide ? 150 : 96;
    if (byte >= 0xC0) tenths += 160;
  }
  return (is_title ? tenths * 5 / 4 : tenths) / 10;
}

std::string cut_to_pixels(std::string_view line, std::size_t pixels, bool is_title) {
  if (pixels_of(line, is_title) <= pixels) return std::string(line);
  constexpr std::string_view kMore = "...";
  const std::size_t room = pixels - std::min(pixels, pixels_of(kMore, is_title));
  std::size_t end = line.size();
  // Between characters.
  do {
    --end;
  } while (end > 0 && ((static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80 ||
                       pixels_of(line.substr(0, end), is_title) > room));
  return std::string(line.substr(0, end)) + std::string(kMore);
}

std::string palette(std::string_view selector) {
  const std::string begin = std::string(selector) + " { ";
  return begin +
         R"(--back: #ffffff; --box: #f1f4f7; --mark: #fff3b0; --plain: #1f2328; --quiet: #59636e; --line: #7d8691;
  --good: #1a7f37; --repeated: #0969da; --lost: #8a5c00; --bad: #cf222e; }
@media (prefers-color-scheme: dark) { )" +
         begin + R"(--back: #0d1117; --box: #1b222b; --mark: #4d3f00; --plain: #e6edf3;
  --quiet: #9ea7b3; --line: #6e7783; --good: #56d364; --repeated: #79c0ff; --lost: #e3b341; --bad: #ff7b72; } }
)";
}

namespace {

// Only of a picture that is a document by itself: on a page it would not be the root.
std::string fit(std::size_t width, std::size_t height) {
  const std::string begin = "svg:root { background: var(--back); ";
  if (width > kMostWidth) return begin + "}\n";
  return begin + "max-width: 100%; " + (height <= kMostHeight ? "max-height: 100vh" : "height: auto") + "; }\n";
}

}  // namespace

std::string svg_head(std::size_t width, std::size_t height, std::string_view title) {
  const std::string w = std::to_string(width), h = std::to_string(height);
  return R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 )" + w + ' ' + h + R"(" width=")" + w +
         R"(" height=")" + h + R"(" role="img">
<title>)" +
         in_xml(title) + R"(</title>
<style>
)" + palette("svg") +
         fit(width, height) +
         R"(svg text { font: 15px system-ui, "DejaVu Sans", sans-serif; fill: var(--plain); paint-order: stroke;
  stroke: var(--back); stroke-width: 5px; }
svg line, svg path { fill: none; stroke: var(--plain); stroke-width: 2; }
svg rect { fill: var(--box); stroke: var(--line); stroke-width: 1.5; }
svg .back { fill: var(--back); stroke: none; } svg .title { font-weight: 600; font-size: 17px; stroke: none; }
svg .in-box { stroke: none; } svg .card { fill: var(--back); }
svg text.quiet { fill: var(--quiet); } svg line.quiet { stroke: var(--line); }
svg text.good { fill: var(--good); } svg :not(text).good { stroke: var(--good); }
svg text.repeated { fill: var(--repeated); } svg :not(text).repeated { stroke: var(--repeated); }
svg text.lost { fill: var(--lost); } svg :not(text).lost { stroke: var(--lost); stroke-dasharray: 6 4; }
svg text.bad { fill: var(--bad); } svg :not(text).bad { stroke: var(--bad); }
svg path.cross { stroke-dasharray: none !important; stroke-width: 3; }
</style>
<rect class="back" width=")" +
         w + R"(" height=")" + h + "\"/>\n";
}

}  // namespace ec2mimic::cli
