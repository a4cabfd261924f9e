// A document as Python's json.dump(indent=4, ensure_ascii=False) writes it, which is what the AWS CLI prints.
#pragma once

#include <string>

#include "core/json.h"

namespace ec2mimic::cli {

/// Ends with a line break. Strings must be UTF-8.
[[nodiscard]] std::string to_python_json(const Json& document);

}  // namespace ec2mimic::cli
