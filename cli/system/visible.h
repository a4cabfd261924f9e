// Makes text from outside safe to show in a message: a terminal must not act on it.
//
// A state, a seed, a configuration file or a file name may hold escape sequences that colour, overwrite or hide what is
// printed, or characters that change the direction of writing. Everything that goes to stderr passes through here
// (Streams::write_error), and so do messages on stdout. Results do not: they are data, and the AWS CLI prints them
// unchanged.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ec2mimic::cli {

/// The text with control characters, characters that change the direction of writing, and bytes that are not UTF-8
/// spelt as in JSON and Python: `\u001b`, and `\udcff` for the byte FF. Tabs and line breaks stay.
[[nodiscard]] std::string visible(std::string_view text);

/// The same, but leaves unchanged any of the words `typed`, and any value from a typed `--option=value`, that occur in
/// the text: the AWS CLI shows what was typed as it was typed.
[[nodiscard]] std::string visible(std::string_view text, std::span<const std::string_view> typed);

/// visible() for text that must stay on one line: tabs and line breaks become `\t` and `\n`.
[[nodiscard]] std::string visible_line(std::string_view text);

/// The lines, each made visible_line(), with line breaks between them.
[[nodiscard]] std::string visible_lines(const std::vector<std::string>& lines);

}  // namespace ec2mimic::cli
