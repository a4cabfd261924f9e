// The names of character encodings that Python knows. Only the names matter: all output is UTF-8.
#pragma once

#include <string_view>

namespace ec2mimic::cli {

/// True for the name of an encoding, in any case and with any separators: `utf-8`, `UTF8`, `latin_1`. Encodings of IBM
/// mainframes and old Macs, which no terminal uses, count as unknown.
[[nodiscard]] bool is_python_encoding(std::string_view name);

}  // namespace ec2mimic::cli
