// Any text as a configuration file is parsed or refused; after a value was set in it, that value is there and all
// others are unchanged. The first two lines name the section and the key, the third is the value.
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>

#include "cli/config/config_edit.h"
#include "cli/config/config_file.h"
#include "cli/python/text.h"
#include "core/text/ascii.h"

namespace {

using ec2mimic::cli::ConfigChange;
using Values = std::map<std::string, std::string>;

void expect(bool held) {
  if (!held) std::abort();
}

std::string take_line(std::string& text) {
  const std::size_t end = text.find('\n');
  std::string line = text.substr(0, end);
  text.erase(0, end == std::string::npos ? end : end + 1);
  return line;
}

std::string name(const std::string& section, const std::string& key) { return section + '\n' + key; }

// All plain values of a file, and nested ones under their outer and inner key.
Values values_of(const std::string& text) {
  Values values;
  const auto sections = ec2mimic::cli::parse_config(text);
  expect(sections.has_value());
  for (const auto& section : *sections) {
    expect(section.line < section.end);
    for (const auto& [key, value] : section.values) {
      expect(section.line < value.first_line && value.first_line <= value.last_line && value.last_line < section.end);
      values[name(section.name, key)] = value.text;
      if (!value.nested) continue;
      for (const auto& [inner, inner_text] : *value.nested) values[name(section.name, key) + '\n' + inner] = inner_text;
    }
  }
  return values;
}

// Leaves out all keys named like the one that was set, in any section.
void erase_key(Values& values, const std::string& key) {
  std::erase_if(values, [&](const auto& entry) {
    const std::string below = entry.first.substr(entry.first.find('\n') + 1);
    return below == key || below.starts_with(key + '\n');
  });
}

void change(const std::string& text, const ConfigChange& change, const std::string& key) {
  const auto changed = ec2mimic::cli::with_change(text, change);
  if (!changed) return;
  Values before = values_of(text), after = values_of(*changed);
  erase_key(before, key);
  erase_key(after, key);
  expect(before == after);
  expect(ec2mimic::cli::with_change(*changed, change) == changed);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  const std::string section = take_line(text), key = take_line(text), value = take_line(text);
  if (!ec2mimic::cli::parse_config(text)) return 0;
  static_cast<void>(values_of(text));
  namespace python = ec2mimic::python;
  if (!python::is_utf8(key)) return 0;
  const std::string bare = ec2mimic::ascii::lower(python::strip(key));
  change(text, {section, key, {}, value}, bare);
  change(text, {section, key, "n", value}, bare);
  return 0;
}
