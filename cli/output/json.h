// JSON as Python's json.dump(indent=4, ensure_ascii=False) writes it, which is what the AWS CLI prints.
#pragma once

#include <string>

#include "cli/output/room.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// Appends the document and a final line break. Strings must be UTF-8. Throws TextTooLarge.
void append_json(std::string& text, const Json& document, const Room& room = {});

/// The same as a text of its own, without a limit.
[[nodiscard]] std::string to_python_json(const Json& document);

}  // namespace ec2mimic::cli
