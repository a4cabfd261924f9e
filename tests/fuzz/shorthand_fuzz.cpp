// Any text as shorthand and as JSON is parsed or refused with a message, and a parsed value survives being written and
// parsed again.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "cli/args/shorthand.h"
#include "cli/output/json.h"
#include "cli/python/json.h"
#include "cli/python/text.h"

namespace {

using ec2mimic::Json;

void expect(bool held) {
  if (!held) std::abort();
}

void as_shorthand(const std::string& text) {
  try {
    const Json value = ec2mimic::cli::parse_shorthand(text, [](const std::string& name) -> Json { return name; });
    expect(value.is_object() && !value.empty());
  } catch (const ec2mimic::cli::ShorthandError& error) {
    expect(!std::string_view(error.what()).empty());
  }
}

// Writing a parsed value and parsing it again gives the same value.
void as_json(const std::string& text) {
  namespace python = ec2mimic::python;
  try {
    const std::string written = ec2mimic::cli::to_python_json(python::load_json(text));
    expect(ec2mimic::cli::to_python_json(python::load_json(written)) == written);
  } catch (const python::JsonError& error) {
    expect(std::string_view(error.what()).ends_with(')'));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (!ec2mimic::python::is_utf8(text)) return 0;
  as_shorthand(text);
  as_json(text);
  return 0;
}
