// The grammar of the AWS CLI's two configuration files, `~/.aws/config` and `~/.aws/credentials`.
//
// It is that of Python's RawConfigParser, plus the AWS CLI's nested values: sections in square brackets, `key = value`
// or `key: value` with keys in any case, comment lines that begin with `#` or `;`, and continuation lines, which are
// indented deeper than their key. A value that begins on the line after its key is a list of `key = value` pairs, one
// level deep. The whole file is rejected for a duplicate section or key, a byte order mark, any other kind of line, or
// text that is not UTF-8. Values in a section named DEFAULT, in capitals, apply to all sections.
//
// Keys are lower-cased in ASCII only; Python lower-cases all letters.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ec2mimic::cli {

/// Lines are counted from 0 and end in `\n`, `\r\n` or `\r`.
struct ConfigValue {
  std::string text{};  ///< Its lines, each stripped of blanks, joined by line breaks.
  /// The pairs of a nested value, whose `text` is empty; nothing for other values.
  std::optional<std::map<std::string, std::string, std::less<>>> nested{};
  std::size_t first_line = 0;  ///< The line of its key.
  std::size_t last_line = 0;   ///< The last line with a part of it.
  std::size_t indent = 0;      ///< The indentation of its key, in characters.
};

using ConfigValues = std::map<std::string, ConfigValue, std::less<>>;

struct ConfigSection {
  std::string name{};    ///< As written between the brackets.
  std::size_t line = 0;  ///< The line of its header.
  std::size_t end = 0;   ///< The line of the next header, DEFAULT included, or the number of lines in the file.
  ConfigValues values{};
  std::shared_ptr<const ConfigValues> defaults{};  ///< The values of DEFAULT, shared by all sections; never null.

  /// Finds the value of a key, also in `defaults`; null if there is none.
  [[nodiscard]] const ConfigValue* find(std::string_view key) const;
};

/// Removes the first line from a text and returns it with its line break.
[[nodiscard]] std::string_view take_line(std::string_view& text);

/// Returns the sections in file order, or nothing if there is an error anywhere in the text.
[[nodiscard]] std::optional<std::vector<ConfigSection>> parse_config(std::string_view text);

}  // namespace ec2mimic::cli
