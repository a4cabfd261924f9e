// The functions of an expression.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/query/query.h"
#include "cli/query/value.h"

namespace ec2mimic::query {

class Evaluator;

using Arguments = std::span<const Value>;

/// Calls the function of that name. Throws EvaluationError if there is none or the arguments do not fit it.
[[nodiscard]] Value call_function(std::string_view name, Arguments arguments, Evaluator& evaluator);

/// What Python says of a comparison of two types: `'<' not supported between instances of 'str' and 'int'`.
[[nodiscard]] EvaluationError not_supported(std::string_view sign, const Value& a, const Value& b);

}  // namespace ec2mimic::query
