#include "cli/config/config_edit.h"

#include <algorithm>
#include <vector>

#include "cli/config/config_file.h"
#include "cli/python/shell_words.h"
#include "cli/python/text.h"
#include "core/text/ascii.h"

namespace ec2mimic::cli {
namespace {

std::vector<std::string> all_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) lines.emplace_back(take_line(text));
  return lines;
}

bool is_empty(std::string_view line) {
  const std::string_view content = python::strip(line);
  return content.empty() || content.starts_with('#') || content.starts_with(';');
}

std::size_t indent_of(std::string_view line) {
  return python::length(line.substr(0, line.size() - python::lstrip(line).size()));
}

bool is_pair(std::string_view line) { return line.find_first_of("=:", 1) < line.size(); }

// True if both headers name the same profile, however it is quoted.
bool is_same_section(const std::string& one, const std::string& other) {
  if (one == other) return true;
  if (!one.starts_with("profile") || !other.starts_with("profile")) return false;
  const ShellWords a = shell_words(one), b = shell_words(other);
  return !a.unclosed && !b.unclosed && a.words.size() == 2 && b.words.size() == 2 && a.words[1] == b.words[1];
}

// If a profile has several sections, the last one counts.
const ConfigSection* find_section(const std::vector<ConfigSection>& sections, const std::string& name) {
  const auto found = std::find_if(sections.rbegin(), sections.rend(),
                                  [&](const ConfigSection& section) { return is_same_section(section.name, name); });
  return found == sections.rend() ? nullptr : &*found;
}

bool is_ended(std::string_view line) { return line.ends_with('\n') || line.ends_with('\r'); }

// Like Python, the AWS CLI reads any line end as a line feed, and writes it as one.
std::string with_line_feeds(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_pair = text[at] == '\r' && text.substr(at).starts_with("\r\n");
    if (!is_pair) plain += text[at] == '\r' ? '\n' : text[at];
  }
  return plain;
}

class Edit {
 public:
  Edit(std::string_view text, const ConfigChange& change) : change_(change), lines_(all_lines(text)) {}

  std::string made(const ConfigSection* section) {
    if (section == nullptr) {
      insert(lines_.size(), '[' + change_.section + "]\n" + new_value(lines_.size()));
    } else if (const auto old = section->values.find(ascii::lower(change_.key)); old == section->values.end()) {
      const std::size_t place = place_for_key(*section);
      insert(place, new_value(place));
    } else if (change_.nested && old->second.nested) {
      set_nested(*section, old->second);
    } else {
      replace(old->second.first_line, old->second.last_line, new_value(old->second.last_line + 1));
    }
    std::string text;
    for (const std::string& line : lines_) text += line;
    return text;
  }

 private:
  // The text to insert before line `next`. It takes over the indentation of that line, which would otherwise be read as
  // a continuation of the new value.
  [[nodiscard]] std::string new_value(std::size_t next) const {
    while (next < lines_.size() && is_empty(lines_[next])) ++next;
    const std::string indent(next < lines_.size() ? indent_of(lines_[next]) : 0, ' ');
    if (!change_.nested) return indent + change_.key + " = " + change_.value + '\n';
    return indent + change_.key + " =\n    " + indent + *change_.nested + " = " + change_.value + '\n';
  }

  void insert(std::size_t line, std::string text) {
    if (line == lines_.size() && line > 0 && !is_ended(lines_.back())) lines_.back() += '\n';
    lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(line), std::move(text));
  }

  void replace(std::size_t first, std::size_t last, std::string text) {
    const auto begin = lines_.begin() + static_cast<std::ptrdiff_t>(first);
    lines_.erase(begin + 1, lines_.begin() + static_cast<std::ptrdiff_t>(last + 1));
    *begin = std::move(text);
  }

  // After the last line that looks like a pair, even a comment; in the last section of the file, one line further.
  [[nodiscard]] std::size_t place_for_key(const ConfigSection& section) const {
    std::size_t last = section.line;
    for (const auto& [key, value] : section.values) last = std::max(last, value.last_line);
    for (std::size_t line = last + 1; line < section.end; ++line) {
      if (is_pair(lines_[line])) last = line;
    }
    const bool is_last = section.end == lines_.size();
    return std::min(last + (is_last ? 2 : 1), section.end);
  }

  void set_nested(const ConfigSection& section, const ConfigValue& value) {
    for (std::size_t line = value.last_line; line > value.first_line; --line) {
      const std::string_view text = lines_[line];
      const std::string_view content = python::strip(text);
      if (is_empty(content)) continue;
      if (python::strip(content.substr(0, content.find('='))) != *change_.nested) continue;
      const std::string indent(text.substr(0, text.size() - python::lstrip(text).size()));
      lines_[line] = indent + *change_.nested + " = " + change_.value + '\n';
      return;
    }
    // After the comments and empty lines that follow the value: where the next value or section begins.
    std::size_t end = section.end;
    for (const auto& [key, other] : section.values) {
      if (other.first_line > value.first_line) end = std::min(end, other.first_line);
    }
    insert(end, std::string(value.indent + 4, ' ') + *change_.nested + " = " + change_.value + '\n');
  }

  const ConfigChange& change_;
  std::vector<std::string> lines_;
};

// True if the text, read back, has the value that was set.
bool says(std::string_view text, const ConfigChange& change) {
  const auto sections = parse_config(text);
  const ConfigSection* section = sections ? find_section(*sections, change.section) : nullptr;
  if (section == nullptr) return false;
  const auto value = section->values.find(ascii::lower(change.key));
  if (value == section->values.end()) return false;
  if (!change.nested) return !value->second.nested && value->second.text == python::strip(change.value);
  if (!value->second.nested) return false;
  const auto nested = value->second.nested->find(*change.nested);
  return nested != value->second.nested->end() && nested->second == python::strip(change.value);
}

bool has_line_break(std::string_view text) { return text.find_first_of("\r\n") != std::string_view::npos; }

}  // namespace

std::optional<std::string> with_change(std::string_view text, const ConfigChange& asked) {
  ConfigChange change = asked;
  change.key = python::strip(asked.key);
  if (asked.nested) change.nested = python::strip(*asked.nested);
  // A line break could begin another key or even another section.
  if (has_line_break(change.section) || has_line_break(change.key) || has_line_break(change.value) ||
      has_line_break(change.nested.value_or(""))) {
    return std::nullopt;
  }
  const auto sections = parse_config(text);
  if (!sections) return std::nullopt;
  // A new section is only appended, so nothing else is rewritten.
  const ConfigSection* section = find_section(*sections, change.section);
  std::string changed = Edit(section == nullptr ? text : with_line_feeds(text), change).made(section);
  if (!says(changed, change)) return std::nullopt;
  return changed;
}

std::string profile_section(std::string_view name) {
  return name == "default" ? std::string(name) : section_header("profile", name);
}

std::string section_header(std::string_view kind, std::string_view name) {
  const std::string start = std::string(kind) + ' ';
  if (name.find_first_of(" \t") == std::string_view::npos) return start + std::string(name);
  std::string quoted = start + '\'';
  for (const char c : name) quoted += c == '\'' ? std::string("'\"'\"'") : std::string(1, c);
  return quoted + '\'';
}

}  // namespace ec2mimic::cli
