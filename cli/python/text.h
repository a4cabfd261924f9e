// The few habits of Python that show in what the AWS CLI prints and accepts.
//
// Its error messages contain repr() of what was typed, its integers are read by int(), and its positions count
// characters, not bytes. Bytes that are not UTF-8 appear in Python as lone surrogates; here they occur only in messages
// and never in values (values.h refuses them).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ec2mimic::python {

/// repr() of a string: in single quotes unless it contains those and no double ones; unprintable characters escaped.
[[nodiscard]] std::string repr(std::string_view text);
[[nodiscard]] inline std::string repr(const std::string& text) { return repr(std::string_view(text)); }

/// The result of reading an integer.
struct Integer {
  enum class Outcome { read, malformed, too_large };
  Outcome outcome = Outcome::malformed;
  std::int64_t value = 0;  ///< Only if read.
  std::string digits{};    ///< Only if too_large: the number in decimal, as Python writes it.
};

/// int(text): surrounding blanks, a sign, single underscores between digits, leading zeros and the digits of any script
/// are accepted. A number that does not fit 64 bits is too_large; Python has no such limit.
[[nodiscard]] Integer integer(std::string_view text);

/// float(text): surrounding blanks, a sign, single underscores between digits, `inf` and `nan` are accepted; nothing if
/// the text is not a number.
[[nodiscard]] std::optional<double> real(std::string_view text);

/// What Python says where a text is looked for in bytes.
inline constexpr std::string_view kNoBytes = "a bytes-like object is required, not 'str'";

/// The message of int() for a malformed text: `invalid literal for int() with base 10: 'abc'`.
[[nodiscard]] std::string invalid_integer(std::string_view text);

/// The message of int() for a value of a type that is not a number: `... or a real number, not 'list'`.
[[nodiscard]] std::string not_a_number(std::string_view type);

/// Appends `digits` hex digits of a value, in lower case.
void append_hex(std::string& text, char32_t value, int digits);

/// The characters of a text; each byte that is not part of valid UTF-8 becomes the surrogate U+DC00 + byte, as in
/// Python.
[[nodiscard]] std::u32string decode(std::string_view text);

/// True if the whole text is valid UTF-8; surrogates and overlong forms are not.
[[nodiscard]] bool is_utf8(std::string_view text);

/// The number of characters of a UTF-8 text.
[[nodiscard]] std::size_t length(std::string_view text);

/// Appends a character, as UTF-8, to a text.
void append(std::string& text, char32_t character);

/// str.isspace() of one character.
[[nodiscard]] bool is_space(char32_t character);

/// text.rstrip(), text.lstrip() and text.strip(), on UTF-8.
[[nodiscard]] std::string_view strip(std::string_view text);
[[nodiscard]] std::string_view rstrip(std::string_view text);
[[nodiscard]] std::string_view lstrip(std::string_view text);

}  // namespace ec2mimic::python
