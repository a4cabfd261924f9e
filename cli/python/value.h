// Values as Python shows them, which the AWS CLI's text and table output and many of its messages consist of.
//
// Separate from text.h, so that files that only need texts do not include JSON documents.
#pragma once

#include <string>
#include <string_view>

#include "cli/python/non_json.h"

namespace ec2mimic::python {

/// repr() of a float: `1.0`, `1e-05`, `inf`.
[[nodiscard]] std::string number_repr(double number);

/// Appends str() of a value: `None`, `True`, `1.0`, a string as it is; for a list or map its repr(), `['x', {'k': 1}]`.
/// Strings must be UTF-8.
void append_str(std::string& text, const Json& value);

/// The same as a text of its own.
[[nodiscard]] std::string str(const Json& value);

/// repr() of a value: like str(), but strings are quoted.
[[nodiscard]] std::string repr(const Json& value);

/// The name of a value's class: `NoneType`, `bool`, `int`, `float`, `str`, `list`, `dict`, `date`.
[[nodiscard]] std::string_view type_name(const Json& value);

/// The class as Python shows it: `<class 'str'>`, `<class 'datetime.date'>`.
[[nodiscard]] std::string class_name(const Json& value);

/// bool(value), as `not` sees it: null, false, zero and empty values are false.
[[nodiscard]] bool is_true(const Json& value);

/// Begins a key of an object that is not a string in Python, followed by what str() shows of it: U+FFFF, which is no
/// character and cannot be written in YAML.
inline constexpr std::string_view kOtherKey = "\uFFFF";
/// True if a key of the object is not a string.
[[nodiscard]] bool has_other_key(const Json& object);
/// What str() shows of a key.
[[nodiscard]] std::string_view shown_key(std::string_view key);
/// str() of a tuple with the elements of a list.
[[nodiscard]] std::string tuple_str(const Json& list);

/// json.dumps(value, separators=(',', ':')): on one line without blanks, everything but ASCII escaped.
[[nodiscard]] std::string dumps(const Json& value);

/// The same for a string, which must be UTF-8.
[[nodiscard]] std::string dumped(std::string_view text);

}  // namespace ec2mimic::python
