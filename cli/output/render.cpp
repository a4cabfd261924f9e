#include "cli/output/render.h"

#include "cli/output/json.h"
#include "cli/voice.h"

namespace ec2mimic::cli {

void check_format(std::string_view format) {
  if (format == "json") return;
  throw failures::refused("The output format '" + std::string(format) + "' is not supported; use json.");
}

std::string render(const Json& document, const Rendering&) {
  if (document.is_object() && document.empty()) return {};
  return to_python_json(document);
}

}  // namespace ec2mimic::cli
