#include "cli/output/mermaid.h"

namespace ec2mimic::cli {
namespace {

std::string_view entity_of(char c) {
  switch (c) {
    case '"':
      return "#quot;";
    case '#':
      return "#35;";
    case ';':
      return "#59;";
    case '<':
      return "#lt;";
    case '>':
      return "#gt;";
    default:
      return {};
  }
}

}  // namespace

std::string mermaid_text(std::string_view text, std::string_view special) {
  std::string safe;
  for (const char c : text) {
    if (special.find(c) == std::string_view::npos) {
      safe += c;
    } else {
      safe += entity_of(c);
    }
  }
  return safe;
}

}  // namespace ec2mimic::cli
