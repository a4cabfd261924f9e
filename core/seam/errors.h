// Errors that belong to no single noun. Each text is written once, here or beside its noun.
#pragma once

#include <string>
#include <string_view>

#include "core/seam/api_error.h"

namespace ec2mimic::errors {

// Codes and texts as recorded from AWS, word for word.
[[nodiscard]] ApiError dry_run_operation();
[[nodiscard]] ApiError invalid_character();
[[nodiscard]] ApiError missing_parameter(std::string_view wire_name);
[[nodiscard]] ApiError invalid_token_format(std::string_view token);
[[nodiscard]] ApiError internal_error();
/// IdempotentParameterMismatch, with the text in which `{}` stands for the token.
[[nodiscard]] ApiError token_refused(std::string_view text, std::string_view token);
[[nodiscard]] ApiError invalid_filter(std::string_view name);
[[nodiscard]] ApiError too_many_filter_values();
[[nodiscard]] ApiError filter_value_too_long();
[[nodiscard]] ApiError max_results_too_small(std::int64_t value, std::int64_t minimum);
[[nodiscard]] ApiError max_results_too_large(std::int64_t value, std::int64_t maximum);
[[nodiscard]] ApiError invalid_next_token(std::string_view token);
[[nodiscard]] ApiError not_a_cidr_block(std::string_view value, std::string_view wire_name);

// The code is recorded from AWS, the text is ours.
[[nodiscard]] ApiError max_results_with_ids(std::string_view ids_name);
[[nodiscard]] ApiError invalid_parameter(std::string_view value, std::string_view wire_name);

/// For an id whose prefix belongs to no type of resource.
[[nodiscard]] ApiError invalid_id(std::string_view id);

}  // namespace ec2mimic::errors
