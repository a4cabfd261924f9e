// Scalars of YAML as values.
#pragma once

#include <string_view>

#include "cli/python/yaml_scalar.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// The value of a scalar of that kind, after ruamel.yaml's constructors. Throws std::invalid_argument if the text is
/// none of that kind (a tag may claim so), is a date that the calendar has not, or is `<<` or `=`, which have no value.
[[nodiscard]] Json yaml_value(YamlKind kind, std::string_view text);

}  // namespace ec2mimic::cli
