// Keys as they are spelt in the file: as JSON strings, each in one way only.
//
// Lines are sorted and searched by the bytes of this spelling, so that a search compares bytes and decodes nothing. The
// keys in use (ids, tokens of printable ASCII) are spelt as they are, unless they hold a quotation mark or a backslash.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ec2mimic::state {

/// Appends `text` as it is spelt between quotation marks: `"` and `\` with a backslash before them, control characters
/// as \b \f \n \r \t or \u00xx with lower-case digits, everything else unchanged. nlohmann/json writes strings in the
/// same way.
void append_escaped(std::string& to, std::string_view text);

/// Like append_escaped, into a new string.
[[nodiscard]] std::string escaped(std::string_view text);

/// The text that append_escaped spells as `spelling`, or nothing if it never produces that spelling.
[[nodiscard]] std::optional<std::string> unescaped(std::string_view spelling);

/// The offset in `text` of the closing quotation mark of the JSON string that began before `from`, or npos.
[[nodiscard]] std::size_t closing_quote(std::string_view text, std::size_t from);

}  // namespace ec2mimic::state
