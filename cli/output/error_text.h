// Every word on stderr around a failure's message: empty lines, prefixes, the usage text.
//
// There are two voices. The earlier one is that of the AWS CLI v2 up to 2.30, as the AWS blog shows it. Today's begins
// each error with `aws: [ERROR]: `, names a code and has several formats; it is spoken once a format is chosen. Both
// are recorded in the project's reference down to their line breaks.
#pragma once

#include <string>
#include <string_view>

#include "cli/config/error_style.h"
#include "cli/errors/failure.h"

namespace ec2mimic::cli {

/// How the command line is to be written, for a program of that name; ends with a line break.
[[nodiscard]] std::string usage_text(std::string_view program);

/// A failure as it goes to stderr, whole.
[[nodiscard]] std::string error_text(const Failure& failure, const ErrorStyle& style, std::string_view program);

}  // namespace ec2mimic::cli
