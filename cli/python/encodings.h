// Which names of character encodings Python knows. They are asked for and never used: all output is UTF-8.
#pragma once

#include <string_view>

namespace ec2mimic::cli {

/// True for the name of an encoding, in any case and however its parts are joined: `utf-8`, `UTF8`, `latin_1`. Those
/// for IBM mainframes and old Macs, which no terminal has, are taken for unknown.
[[nodiscard]] bool is_python_encoding(std::string_view name);

}  // namespace ec2mimic::cli
