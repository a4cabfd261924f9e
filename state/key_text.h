// Keys as they stand in the file: as JSON strings, written in one way only.
//
// Lines are sorted and found by the bytes of this spelling, so that a search compares bytes and decodes nothing. For
// the keys in use (ids, tokens of printable ASCII) it is the key itself, unless a quotation mark or a backslash is in
// it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ec2mimic::state {

/// Appends `text` as it stands between quotation marks: `"` and `\` behind a backslash, control characters as \b \f \n
/// \r \t or \u00xx with lower-case digits, everything else as it is. nlohmann/json writes strings in the same way.
void append_escaped(std::string& to, std::string_view text);

/// append_escaped into a string of its own.
[[nodiscard]] std::string escaped(std::string_view text);

/// The text that append_escaped made `spelling` of, or nothing where it cannot have made it.
[[nodiscard]] std::optional<std::string> unescaped(std::string_view spelling);

/// Where the JSON string that began before `from` ends: the offset of its closing quotation mark in `text`, or npos.
[[nodiscard]] std::size_t closing_quote(std::string_view text, std::size_t from);

}  // namespace ec2mimic::state
