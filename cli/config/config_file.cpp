#include "cli/config/config_file.h"

#include <algorithm>
#include <set>

#include "cli/python/text.h"
#include "core/text/ascii.h"

namespace ec2mimic::cli {
namespace {

// Returns false if a line of the value is not a pair.
bool read_nested(ConfigValue& value) {
  auto& pairs = value.nested.emplace();
  for (std::string_view rest = value.text; !rest.empty();) {
    const std::string_view line = python::strip(take_line(rest));
    if (line.empty()) continue;
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) return false;
    pairs.insert_or_assign(std::string(python::strip(line.substr(0, equals))),
                           std::string(python::strip(line.substr(equals + 1))));
  }
  value.text.clear();
  return true;
}

bool finish(ConfigValues& values) {
  for (auto& [key, value] : values) {
    value.text.resize(python::rstrip(value.text).size());
    // This is how the AWS CLI recognizes a nested value.
    if (value.text.starts_with('\n') && !read_nested(value)) return false;
  }
  return true;
}

class Reader {
 public:
  std::optional<std::vector<ConfigSection>> read(std::string_view text) {
    for (; !text.empty(); ++line_) {
      if (!read_line(take_line(text))) return std::nullopt;
    }
    end_section();
    if (!finish(*defaults_)) return std::nullopt;
    for (ConfigSection& section : sections_) {
      if (!finish(section.values)) return std::nullopt;
    }
    return std::move(sections_);
  }

 private:
  bool read_line(std::string_view line) {
    const std::string_view content = python::strip(line);
    if (content.starts_with('#') || content.starts_with(';')) return true;
    if (content.empty()) {
      // Kept for now, as the value may continue below; finish() removes those at its end.
      if (value_ != nullptr) value_->text += '\n';
      return true;
    }
    const std::size_t indent = python::length(line.substr(0, line.size() - python::lstrip(line).size()));
    if (value_ != nullptr && indent > indent_) {
      value_->text.append(1, '\n').append(content);
      value_->last_line = line_;
      return true;
    }
    indent_ = indent;
    // The last bracket ends the name: the pattern of RawConfigParser is greedy.
    const std::size_t bracket = content.rfind(']');
    if (content.starts_with('[') && bracket != std::string_view::npos && bracket > 1) {
      return begin_section(content.substr(1, bracket - 1));
    }
    return values_ != nullptr && begin_value(content);
  }

  bool begin_section(std::string_view name) {
    end_section();
    if (name == "DEFAULT") {
      values_ = defaults_.get();
      return true;
    }
    if (!names_.emplace(name).second) return false;
    values_ = &sections_.emplace_back(ConfigSection{std::string(name), line_, 0, {}, defaults_}).values;
    return true;
  }

  void end_section() {
    value_ = nullptr;
    if (!sections_.empty() && values_ == &sections_.back().values) sections_.back().end = line_;
    values_ = nullptr;
  }

  bool begin_value(std::string_view content) {
    const std::size_t delimiter = content.find_first_of("=:");
    if (delimiter == std::string_view::npos || delimiter == 0) return false;
    const auto [at, is_new] = values_->try_emplace(ascii::lower(python::rstrip(content.substr(0, delimiter))));
    if (!is_new) return false;
    value_ = &at->second;
    value_->first_line = value_->last_line = line_;
    value_->indent = indent_;
    value_->text = python::strip(content.substr(delimiter + 1));
    return true;
  }

  std::vector<ConfigSection> sections_{};
  std::shared_ptr<ConfigValues> defaults_ = std::make_shared<ConfigValues>();
  std::set<std::string, std::less<>> names_{};
  // Where values of the current section go, and the value that an indented line continues.
  ConfigValues* values_ = nullptr;
  ConfigValue* value_ = nullptr;
  std::size_t indent_ = 0;
  std::size_t line_ = 0;
};

}  // namespace

const ConfigValue* ConfigSection::find(std::string_view key) const {
  if (const auto own = values.find(key); own != values.end()) return &own->second;
  const auto shared = defaults->find(key);
  return shared == defaults->end() ? nullptr : &shared->second;
}

std::string_view take_line(std::string_view& text) {
  std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
  if (end < text.size()) end += text.substr(end).starts_with("\r\n") ? 2 : 1;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end);
  return line;
}

std::optional<std::vector<ConfigSection>> parse_config(std::string_view text) {
  if (!python::is_utf8(text)) return std::nullopt;
  return Reader().read(text);
}

}  // namespace ec2mimic::cli
