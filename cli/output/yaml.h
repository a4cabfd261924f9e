// A document in the AWS CLI's YAML formats, written by libyaml, which the AWS CLI uses as well.
//
// libyaml decides about quotes, folding and escapes; it is only told which strings would be read as another type
// without quotes. Members of maps are sorted.
#pragma once

#include <string>

#include "cli/output/room.h"
#include "cli/query/query.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// Appends the document in block style. A scalar at the top level is written as JSON, as in the AWS CLI, because YAML
/// would have to end it with `...`. Throws Failure, with nothing appended, if libyaml fails, which means that memory
/// ran out. Throws TextTooLarge. A list or map that occurs again according to `identities`, which are those of the
/// document or empty, is written once, with an anchor, and then as an alias.
void append_yaml(std::string& text, const Json& document, const Room& room = {},
                 const query::Identities& identities = {});

/// Appends a list with the document as its only element: one page of yaml-stream. Otherwise like append_yaml.
void append_yaml_stream(std::string& text, const Json& document, const Room& room = {},
                        const query::Identities& identities = {});

}  // namespace ec2mimic::cli
