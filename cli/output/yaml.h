// A document as the AWS CLI's yaml formats, through libyaml, which is the emitter under the AWS CLI too.
//
// libyaml decides on quotes, folds and escapes; what it is told here is which strings would be read as something else
// without quotes. The members of maps are sorted.
#pragma once

#include <string>

#include "cli/output/room.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// Adds the document in block style. A scalar at the top is written as JSON, as the AWS CLI does it, since YAML would
/// have to end it with `...`. Throws Failure and adds nothing where libyaml fails: it has not enough memory. Throws
/// TextTooLarge.
void append_yaml(std::string& text, const Json& document, const Room& room = {});

/// Adds a list with the document as its only element: one answer of yaml-stream. Otherwise as append_yaml.
void append_yaml_stream(std::string& text, const Json& document, const Room& room = {});

}  // namespace ec2mimic::cli
