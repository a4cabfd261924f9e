// YAML as the AWS CLI reads it, for --cli-input-yaml.
//
// libyaml parses, as it does there; what plain scalars mean follows ruamel.yaml's rules (yaml_scalar.h), with merge
// keys and without sets, ordered maps, binary data and tags of one's own. What Python makes of a date has no place in
// JSON and becomes an Exotic value, which no parameter accepts.
#pragma once

#include <stdexcept>
#include <string_view>

#include "core/seam/json.h"

namespace ec2mimic::cli {

/// `what()` says what is wrong and where: `found duplicate key "a": line 2 column 1`. The AWS CLI shows none of it.
class YamlError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The one document of a text; null if there is none. Names of members that are no strings become what str() shows of
/// them. Throws YamlError for a text that is no YAML, is not UTF-8, has several documents, a key twice, an alias of
/// something that is not complete, or a tag that is not known; also for what we do not take: lists as keys, nesting of
/// more than 200 levels, and more than 100,000 values that anchors and aliases stand for.
[[nodiscard]] Json load_yaml(std::string_view text);

}  // namespace ec2mimic::cli
