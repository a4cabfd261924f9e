// The grammar of the AWS CLI's two configuration files, `~/.aws/config` and `~/.aws/credentials`.
//
// It is what Python's RawConfigParser makes of an INI file, with the AWS CLI's nested values on top: sections in square
// brackets, `key = value` or `key: value` with keys in any case, lines that begin with `#` or `;` as comments, and
// lines that are indented deeper than their key as more of its value. A value that begins on the line below its key is
// a list of `key = value` pairs of its own, one level deep. A section or a key that is there twice makes the file
// wrong, and so do a byte order mark, a line that is none of these, and text that is not UTF-8. What stands in a
// section named DEFAULT, in capitals, holds for all sections.
//
// Keys are taken to lower case as far as they are ASCII; Python does so with all letters.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ec2mimic::cli {

/// Lines are counted from 0 and end at `\n`, `\r\n` or `\r`.
struct ConfigValue {
  std::string text{};  ///< Lines are joined by line breaks, each without the blanks around it.
  /// The pairs of a nested value, whose text is empty; nothing for others.
  std::optional<std::map<std::string, std::string, std::less<>>> nested{};
  std::size_t first_line = 0;  ///< Where its key stands.
  std::size_t last_line = 0;   ///< The last one that has some of it.
  std::size_t indent = 0;      ///< Of its key, in characters.
};

using ConfigValues = std::map<std::string, ConfigValue, std::less<>>;

struct ConfigSection {
  std::string name{};  ///< As it stands between the brackets.
  std::size_t line =
      0;                ///< Where it begins. It ends where the next header stands, be that a DEFAULT, or with the file.
  std::size_t end = 0;  ///< The line behind its last one.
  ConfigValues values{};
  std::shared_ptr<const ConfigValues> defaults{};  ///< What DEFAULT says, shared by all sections; never null.

  /// The value of a key, or null.
  [[nodiscard]] const ConfigValue* find(std::string_view key) const;
};

/// The sections in the order of the file, or nothing if the text is wrong anywhere.
[[nodiscard]] std::optional<std::vector<ConfigSection>> parse_config(std::string_view text);

}  // namespace ec2mimic::cli
