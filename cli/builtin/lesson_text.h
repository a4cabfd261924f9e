// The parts of a lesson that a terminal shows: answers without what was seen before, and with the ids that matter.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/builtin/lesson.h"

namespace ec2mimic::cli {

/// The answer without most of the lines that it has in common with the one of `earlier` that resembles it most, and a
/// line in brackets in their place. Lines that hold one of the ids stay. Nothing if it is short, none resembles it, or
/// all are too long to be compared: 2,000 lines with 2,000.
[[nodiscard]] std::optional<std::string> shortened(std::string_view answer, const std::vector<std::string>& earlier,
                                                   const std::vector<std::string>& ids);

/// The text with the ids in bold.
[[nodiscard]] std::string with_bold(std::string text, const std::vector<std::string>& ids);

/// The ids of what the calls created, replayed, deleted or changed, each once.
[[nodiscard]] std::vector<std::string> ids_in(const std::vector<LoggedCall>& calls);

/// The counts as a table, with a heading.
[[nodiscard]] std::string table_of(const std::vector<OperationCount>& counts);

}  // namespace ec2mimic::cli
