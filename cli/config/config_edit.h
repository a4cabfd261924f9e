// Setting a value in a configuration file, as `aws configure set` does, with all the rest of the file as it was.
//
// Where a line goes is the AWS CLI's choice: an old value's line is written anew, a new key stands behind the last one
// of its section, a new section at the end of the file. The AWS CLI finds these places by patterns on single lines, and
// so it can leave a file behind that it cannot read itself: by a key that is there in other letters, by a value of
// several lines, by a name that needs quotes. Here the places are those that the file's grammar gives, so that what was
// set is what is read afterwards, and a value for which that cannot be is refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ec2mimic::cli {

struct ConfigChange {
  std::string section;                  ///< As it would stand between brackets.
  std::string key;                      ///< `region`, or of a nested value the outer one: `s3`.
  std::optional<std::string> nested{};  ///< The key within a nested value.
  std::string value;
};

/// The text with the change made; nothing if the change cannot be made. The text is one that parse_config reads.
[[nodiscard]] std::optional<std::string> with_change(std::string_view text, const ConfigChange& change);

/// How the section of a profile is called in the config file: `default`, `profile NAME`, quoted for a shell where the
/// name has blanks.
[[nodiscard]] std::string profile_section(std::string_view name);

}  // namespace ec2mimic::cli
