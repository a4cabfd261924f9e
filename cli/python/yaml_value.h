// YAML scalars as values.
#pragma once

#include <string_view>

#include "cli/python/yaml_scalar.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// The value of a scalar of that kind, as ruamel.yaml's constructors make it. Throws std::invalid_argument if the text
/// is not of that kind (a tag can claim that it is), is a date that does not exist, or is `<<` or `=`, which have no
/// value.
[[nodiscard]] Json yaml_value(YamlKind kind, std::string_view text, YamlVersion version = YamlVersion::v1_2);

}  // namespace ec2mimic::cli
