// Text from outside as it is shown in a message: whatever a terminal would act upon stands there to be read.
//
// A state, a seed, a configuration file or a file's name may hold escape sequences that colour, overwrite and hide what
// is said, and characters that turn its direction. All that goes to stderr comes through here (Streams::write_error),
// and so do those lines on stdout that are messages. Answers do not: they are data, and the AWS CLI prints them as they
// are.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace ec2mimic::cli {

/// The text with control characters, those that change the direction of writing and bytes that are not UTF-8 as JSON
/// and Python spell them: `\u001b`, and `\udcff` for the byte FF. Tabs and line breaks stay.
[[nodiscard]] std::string visible(std::string_view text);

/// The same, but where one of the words `typed`, or what follows the equals sign in `--option=value`, stands in the
/// text it is left as it is: the AWS CLI shows what was typed as it was typed.
[[nodiscard]] std::string visible(std::string_view text, std::span<const std::string_view> typed);

/// visible() for what has to stay on its line: tabs and line breaks become `\t` and `\n`.
[[nodiscard]] std::string visible_line(std::string_view text);

}  // namespace ec2mimic::cli
