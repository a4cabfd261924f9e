// Faults in a file that several runs of the program share, so that a script's own retries meet the counts.
//
// It is text: a first line that names the format, and a line for each rule with the last number it gave out and on how
// many it acted, `throttle:2attempts 5 2`. Whoever draws a number replaces the file first (Files::change), so that two
// processes never get the same number, and one that is killed has used its number up.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/call/fault_spec.h"
#include "cli/system/system.h"

namespace ec2mimic::cli {

/// The file of the faults that are set for a state. If `state` is a symbolic link, it is beside the link and for calls
/// that use the link: to follow links would cost every call without faults more than one failed open.
[[nodiscard]] inline std::string fault_path(const std::string& state) { return state + ".fault"; }

/// The text of a file with these rules.
[[nodiscard]] std::string fault_file_text(const std::vector<FaultRule>& rules);

/// Parses the text of the file at `path`; an empty one has no rules. Throws Failure (252) if it is not such a file or
/// is damaged.
[[nodiscard]] std::vector<FaultRule> parse_fault_file(std::string_view text, const std::string& path);

/// The rules in the file at `path`; none if there is no file, for which one failed open is all that is done. Throws
/// Failure (252) if it cannot be read, or as parse_fault_file() does.
[[nodiscard]] std::vector<FaultRule> read_fault_file(Files& files, const std::string& path);

/// Makes or replaces the file at `path`, with all numbers at zero. Throws Failure (252), with nothing changed, if it
/// cannot be written or is not a file of faults.
void write_fault_file(Files& files, const std::string& path, const std::vector<FaultRule>& rules);

/// Removes the file at `path`, if there is one. Throws as write_fault_file() does.
void remove_fault_file(Files& files, const std::string& path);

/// Throws the Failure (252) for a file that cannot be read or changed, if `changed` is a failure.
void check_changed(const Files::Changed& changed, const std::string& path);

}  // namespace ec2mimic::cli
