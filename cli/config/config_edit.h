// Sets a value in a configuration file, as `aws configure set` does, and keeps the rest of the file as it is.
//
// The line is placed where the AWS CLI places it: it replaces the line of an old value; a new key follows the last one
// of its section; a new section goes to the end of the file. The AWS CLI finds these places by matching patterns
// against single lines, and so can leave a file that it cannot read itself: if the key is spelled in another case, if
// the value spans several lines, or if the name needs quotes. Here the places come from the parsed file, so that what
// was set is what is read back; a value for which that is impossible is refused.
//
// If the section is already there, all lines of the file end in line feeds afterwards, as after the AWS CLI; a last
// line without one stays so unless something follows it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ec2mimic::cli {

struct ConfigChange {
  std::string section;                  ///< As written between the brackets.
  std::string key;                      ///< `region`; for a nested value the outer key, `s3`.
  std::optional<std::string> nested{};  ///< The key within a nested value.
  std::string value;
};

/// Returns the text with the change made, or nothing if that is impossible. parse_config can read the result.
[[nodiscard]] std::optional<std::string> with_change(std::string_view text, const ConfigChange& change);

/// The section name of a profile in the config file: `default` or `profile NAME`, with the name quoted as for a shell
/// if it contains blanks.
[[nodiscard]] std::string profile_section(std::string_view name);
/// The same for other sections: `sso-session NAME`.
[[nodiscard]] std::string section_header(std::string_view kind, std::string_view name);

}  // namespace ec2mimic::cli
