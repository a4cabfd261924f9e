// Values as Python writes them, made without copying them first. The memory of the text is counted as it grows.
#pragma once

#include <memory_resource>
#include <string>
#include <string_view>

#include "cli/query/errors.h"
#include "cli/query/value.h"

namespace ec2mimic::query {

/// json.dumps(value, separators=(',', ':')), as python::dumps. The text's memory is the budget's. Throws
/// EvaluationError for an expression, which has no JSON form, and for made values that are nested more than kDeepest
/// levels deep.
[[nodiscard]] std::pmr::string dumps(const Value& value, Budget& budget);

/// str(value), as python::str, for a message. Throws like dumps().
[[nodiscard]] std::string str(const Value& value, Budget& budget);

/// Python's error for comparing two types: `'<' not supported between instances of 'str' and 'int'`.
[[nodiscard]] EvaluationError not_supported(std::string_view sign, const Value& a, const Value& b);

}  // namespace ec2mimic::query
