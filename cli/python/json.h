// JSON as Python's json.loads reads it, with its error messages.
//
// The AWS CLI shows these messages, so the grammar's corners count: NaN and Infinity are numbers, a repeated member
// keeps its last value, and each fault has Python's own position. nlohmann's parser was considered: its messages
// differ, and reading a bad text twice, once for the message, would leave two opinions of what is bad.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string_view>

#include "core/seam/json.h"

namespace ec2mimic::python {

/// `what()` is Python's message: `Expecting value: line 1 column 2 (char 1)`.
class JsonError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Throws JsonError, with the position in the form of Python's messages, if the text is not UTF-8.
void check_utf8(std::string_view text);

/// What becomes of integers of more than 64 bits.
enum class LargeIntegers : std::uint8_t { refused, kept };  ///< Kept as Exotic values.

/// One document, which must be UTF-8. Throws JsonError; also, in words of our own, for what we do not take: large
/// integers that are refused, nesting of more than 200 levels, and escapes of half a character (\ud800).
[[nodiscard]] Json load_json(std::string_view text, LargeIntegers large = LargeIntegers::refused);

}  // namespace ec2mimic::python
