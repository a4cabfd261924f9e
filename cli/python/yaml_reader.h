// YAML as the AWS CLI reads it, for --cli-input-yaml.
//
// It is parsed by libyaml; the meaning of plain scalars follows ruamel.yaml, which the AWS CLI uses (yaml_scalar.h), in
// YAML 1.1 for a document that asks for it. There are merge keys, but no sets, ordered maps and custom tags. Dates have
// no form in JSON and become NonJson values, which no parameter accepts.
#pragma once

#include <stdexcept>
#include <string_view>

#include "cli/python/non_json.h"

namespace ec2mimic::cli {

/// `what()` says what is wrong and where: `found duplicate key "a": line 2 column 1`. The AWS CLI does not print it.
class YamlError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Parses the single document of a text; null if there is none. Keys that are not strings become what str() shows of
/// them, after kOtherKey. Throws YamlError if the text is not valid YAML or not UTF-8, has several documents, a
/// duplicate key, an alias of something incomplete, or an unknown tag; also for what the AWS CLI accepts and we do not:
/// nesting of more than 200 levels, and anchors and aliases that expand to more than 100,000 values.
[[nodiscard]] Json load_yaml(std::string_view text);

}  // namespace ec2mimic::cli
