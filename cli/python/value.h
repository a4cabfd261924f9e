// Values as Python shows them: what the AWS CLI's text and table output and many of its messages are made of.
//
// Beside python.h, which knows texts alone, so that who needs those does not meet documents.
#pragma once

#include <string>
#include <string_view>

#include "core/seam/json.h"

namespace ec2mimic::python {

/// repr() of a number: `1.0`, `1e-05`, `inf`.
[[nodiscard]] std::string number_repr(double number);

/// Adds str() of a value: `None`, `True`, `1.0`, a string as it is; of a list or map its repr(), `['x', {'k': 1}]`.
/// Strings must be UTF-8.
void append_str(std::string& text, const Json& value);

[[nodiscard]] std::string str(const Json& value);

/// repr() of a value: as str(), but strings stand in quotes.
[[nodiscard]] std::string repr(const Json& value);

/// The name of a value's class: `NoneType`, `bool`, `int`, `float`, `str`, `list`, `dict`, `date`.
[[nodiscard]] std::string_view type_name(const Json& value);

/// The class as Python shows it: `<class 'str'>`, `<class 'datetime.date'>`.
[[nodiscard]] std::string class_name(const Json& value);

/// bool(value) as `not` sees it: null, false, zero and whatever is empty are not true.
[[nodiscard]] bool is_true(const Json& value);

/// json.dumps(value, separators=(',', ':')): on one line without blanks, all but ASCII escaped.
[[nodiscard]] std::string dumps(const Json& value);

/// The same of a string, which must be UTF-8.
[[nodiscard]] std::string dumped(std::string_view text);

}  // namespace ec2mimic::python
