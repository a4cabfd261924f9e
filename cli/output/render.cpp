#include "cli/output/render.h"

#include "cli/output/json.h"
#include "cli/output/table.h"
#include "cli/output/text.h"
#include "cli/output/yaml.h"

namespace ec2mimic::cli {

std::string render(const Json& document, const Rendering& how) {
  std::string text;
  append_rendered(text, document, how);
  return text;
}

void append_rendered(std::string& text, const Json& document, const Rendering& how) {
  const bool is_nothing = document.is_object() && document.empty();
  if (is_nothing || how.format == "off") return;
  if (text.empty()) text.reserve(4096);  // a power of two: see Room::make
  if (how.format == "text") return append_text(text, document, how.room);
  if (how.format == "table") return append_table(text, document, how.title, how.width, how.colour, how.room);
  if (how.format == "yaml") return append_yaml(text, document, how.room, how.identities);
  if (how.format == "yaml-stream") return append_yaml_stream(text, document, how.room, how.identities);
  append_json(text, document, how.room);
}

}  // namespace ec2mimic::cli
