#include "core/seam/errors.h"

#include <utility>

namespace ec2mimic::errors {
namespace {

std::string text(std::initializer_list<std::string_view> parts) {
  std::string whole;
  for (const std::string_view part : parts) whole += part;
  return whole;
}

}  // namespace

ApiError dry_run_operation() { return {"DryRunOperation", "Request would have succeeded, but DryRun flag is set."}; }

ApiError invalid_character() {
  return {"InvalidCharacter", "Your request contains an invalid XML character and can not be processed."};
}

ApiError missing_parameter(std::string_view wire_name) {
  return {"MissingParameter", text({"The request must contain the parameter ", wire_name})};
}

// AWS is not consistent: some of its texts have spaces inside the brackets, others do not.
ApiError invalid_token_format(std::string_view token) {
  return {"InvalidParameterValue", text({"Value (", token, ") for parameter clientToken is invalid"})};
}

ApiError internal_error() { return {"InternalError", "An internal error has occurred"}; }

ApiError token_refused(std::string_view text, std::string_view token) {
  std::string message(text);
  if (const std::size_t at = message.find("{}"); at != std::string::npos) message.replace(at, 2, token);
  return {"IdempotentParameterMismatch", std::move(message)};
}

ApiError invalid_filter(std::string_view name) {
  return {"InvalidParameterValue", text({"The filter '", name, "' is invalid"})};
}

ApiError too_many_filter_values() {
  return {"FilterLimitExceeded", "The maximum number of filter values specified on a single call is 200"};
}

ApiError filter_value_too_long() {
  return {"FilterLimitExceeded", "The maximum length for a filter value is 255 characters"};
}

ApiError max_results_too_small(std::int64_t value, std::int64_t minimum) {
  return {"InvalidParameterValue", text({"Value ( ", std::to_string(value),
                                         " ) for parameter MaxResults is invalid. Expecting a value greater than or "
                                         "equal to ",
                                         std::to_string(minimum), "."})};
}

ApiError max_results_too_large(std::int64_t value, std::int64_t maximum) {
  return {"InvalidParameterValue", text({"Value ( ", std::to_string(value),
                                         " ) for parameter MaxResults is invalid. Expecting a value smaller than or "
                                         "equal to ",
                                         std::to_string(maximum), "."})};
}

ApiError invalid_next_token(std::string_view token) {
  return {"InvalidParameterValue",
          text({"Value ( ", token, " ) for parameter NextToken is invalid. The token is invalid."})};
}

ApiError not_a_cidr_block(std::string_view value, std::string_view wire_name) {
  return {"InvalidParameterValue",
          text({"Value (", value, ") for parameter ", wire_name, " is invalid. This is not a valid CIDR block."})};
}

ApiError max_results_with_ids(std::string_view ids_name) {
  return {"InvalidParameterCombination",
          text({"The parameter ", ids_name, " cannot be used with the parameter MaxResults"})};
}

ApiError invalid_parameter(std::string_view value, std::string_view wire_name) {
  return {"InvalidParameterValue", text({"Value (", value, ") for parameter ", wire_name, " is invalid."})};
}

ApiError invalid_id(std::string_view id) { return {"InvalidID", text({"The ID '", id, "' is not valid"})}; }

}  // namespace ec2mimic::errors
