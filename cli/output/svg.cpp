#include "cli/output/svg.h"

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

std::string svg_head(std::size_t width, std::size_t height, std::string_view title) {
  const std::string w = std::to_string(width), h = std::to_string(height);
  return R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 )" + w + ' ' + h + R"(" width=")" + w +
         R"(" height=")" + h + R"(" role="img">
<title>)" +
         in_xml(title) + R"(</title>
<style>
svg { --back: #ffffff; --plain: #1f2328; --quiet: #59636e; --line: #b8c0c8; --box: #f1f4f7;
  --good: #1a7f37; --repeated: #0969da; --lost: #9a6700; --bad: #cf222e; }
@media (prefers-color-scheme: dark) { svg { --back: #0d1117; --plain: #e6edf3; --quiet: #9ea7b3; --line: #4b535d;
  --box: #1b222b; --good: #56d364; --repeated: #79c0ff; --lost: #e3b341; --bad: #ff7b72; } }
text { font: 15px system-ui, "DejaVu Sans", sans-serif; fill: var(--plain); paint-order: stroke;
  stroke: var(--back); stroke-width: 5px; }
line, path { fill: none; stroke: var(--plain); stroke-width: 2; }
rect { fill: var(--box); stroke: var(--line); stroke-width: 1.5; }
.back { fill: var(--back); stroke: none; } .title { font-weight: 600; font-size: 17px; stroke: none; }
.in-box { stroke: none; } .card { fill: var(--back); }
text.quiet { fill: var(--quiet); } line.quiet { stroke: var(--line); }
text.good { fill: var(--good); } line.good, path.good, rect.good { stroke: var(--good); }
text.repeated { fill: var(--repeated); } line.repeated, path.repeated, rect.repeated { stroke: var(--repeated); }
text.lost { fill: var(--lost); } line.lost, path.lost, rect.lost { stroke: var(--lost); stroke-dasharray: 6 4; }
text.bad { fill: var(--bad); } line.bad, path.bad, rect.bad { stroke: var(--bad); }
path.cross { stroke-dasharray: none !important; stroke-width: 3; }
</style>
<rect class="back" width=")" +
         w + R"(" height=")" + h + "\"/>\n";
}

}  // namespace ec2mimic::cli
