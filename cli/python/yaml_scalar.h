// What a plain scalar of YAML means: a string, or a value of another kind that is written the same way.
//
// After the rules of YAML 1.2 in ruamel.yaml, the library that the AWS CLI reads and writes YAML with, which are wider
// than the standard's: underscores in numbers, binary numbers, dates and merge keys count, `yes` and `on` do not. The
// writer asks which strings need quotes, the reader what a scalar is.
#pragma once

#include <string_view>

namespace ec2mimic::cli {

enum class YamlKind {
  string,
  null,       ///< `null`, `~`, nothing
  boolean,    ///< `true`
  integer,    ///< `1`, `0x1f`, `0o17`, `0b1`, `1_000`
  real,       ///< `1.5`, `1e3`, `.5`, `.inf`
  timestamp,  ///< `2024-01-02`, `2024-01-02 03:04:05.6 +7`
  merge,      ///< `<<`
  value,      ///< `=`
};

/// The kind of a scalar without quotes and without a tag.
[[nodiscard]] YamlKind plain_kind(std::string_view text);

}  // namespace ec2mimic::cli
