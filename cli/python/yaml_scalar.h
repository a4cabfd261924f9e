// The kind of a plain YAML scalar: a string, or another kind that is recognised by its form.
//
// Follows the rules of ruamel.yaml, the library that the AWS CLI reads and writes YAML with. Those for YAML 1.2 accept
// more than the standard does (underscores in numbers, binary numbers, dates and merge keys), but not `yes` and `on`.
// The writer asks which strings need quotes, the reader what a scalar is.
#pragma once

#include <string_view>

namespace ec2mimic::cli {

enum class YamlKind {
  string,
  null,       ///< `null`, `~`, an empty scalar
  boolean,    ///< `true`
  integer,    ///< `1`, `0x1f`, `0o17`, `0b1`, `1_000`
  real,       ///< `1.5`, `1e3`, `.5`, `.inf`
  timestamp,  ///< `2024-01-02`, `2024-01-02 03:04:05.6 +7`
  merge,      ///< `<<`
  value,      ///< `=`
};

/// YAML 1.1, which a document asks for with `%YAML 1.1`, also has `yes` and `on`, octal numbers such as `017`, and
/// numbers of base 60 such as `1:30`.
enum class YamlVersion { v1_1, v1_2 };

/// The kind of a scalar without quotes or tag.
[[nodiscard]] YamlKind plain_kind(std::string_view text, YamlVersion version = YamlVersion::v1_2);

}  // namespace ec2mimic::cli
