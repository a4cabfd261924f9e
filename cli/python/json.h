// JSON as Python's json.loads reads it, with its error messages.
//
// The AWS CLI prints these messages, so the corner cases matter: NaN and Infinity are numbers, a repeated member keeps
// its last value, and each error has Python's own position. nlohmann's parser was considered and rejected: its messages
// differ, and parsing a bad text a second time for the message would leave two opinions of what is bad.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string_view>

#include "cli/python/non_json.h"

namespace ec2mimic::python {

/// `what()` is Python's message: `Expecting value: line 1 column 2 (char 1)`.
class JsonError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Throws JsonError, giving the position as Python does, if the text is not UTF-8.
void check_utf8(std::string_view text);

/// What to do with integers of more than 64 bits.
enum class LargeIntegers : std::uint8_t { refused, kept };  ///< Kept as NonJson values.

/// Parses one document, which must be UTF-8. Throws JsonError; also, in our own words, for what Python accepts and we
/// do not: large integers if refused, nesting of more than 200 levels, and escapes for half of a character (\ud800).
[[nodiscard]] Json load_json(std::string_view text, LargeIntegers large = LargeIntegers::refused);

}  // namespace ec2mimic::python
