// JMESPath's functions.
#pragma once

#include <string_view>

#include "cli/query/evaluator.h"

namespace ec2mimic::query {

/// Calls the function of that name. Throws EvaluationError if there is none or the arguments are wrong for it.
[[nodiscard]] Value call_function(std::string_view name, Arguments arguments, Evaluator& evaluator);

}  // namespace ec2mimic::query
