// Everything printed on stderr around the message of a failure: blank lines, prefixes, the usage text.
//
// There are two eras of wording. Era::v2_30 is that of the AWS CLI v2 up to 2.30, which the AWS blog shows.
// Era::current begins each error with `aws: [ERROR]: `, names a code and has several formats; it is used once an error
// format is chosen. Both follow recorded output, including its line breaks.
#pragma once

#include <string>
#include <string_view>

#include "cli/config/error_style.h"
#include "cli/errors/failure.h"

namespace ec2mimic::cli {

/// The usage text for a program of that name; ends in a line break.
[[nodiscard]] std::string usage_text(std::string_view program);

/// The complete text of a failure for stderr.
[[nodiscard]] std::string error_text(const Failure& failure, const ErrorStyle& style, std::string_view program);

}  // namespace ec2mimic::cli
