// Values as Python writes them, without a copy of them first. What the text takes is counted while it grows.
#pragma once

#include <memory_resource>
#include <string>
#include <string_view>

#include "cli/query/errors.h"
#include "cli/query/value.h"

namespace ec2mimic::query {

/// json.dumps(value, separators=(',', ':')): as python::dumps. The text's memory is the budget's. Throws
/// EvaluationError for an expression, which is no JSON, and for what is nested more than kDeepest levels deep.
[[nodiscard]] std::pmr::string dumps(const Value& value, Budget& budget);

/// str(value), as python::str, for a message. Throws as dumps() does.
[[nodiscard]] std::string str(const Value& value, Budget& budget);

/// What Python says of a comparison of two types: `'<' not supported between instances of 'str' and 'int'`.
[[nodiscard]] EvaluationError not_supported(std::string_view sign, const Value& a, const Value& b);

}  // namespace ec2mimic::query
