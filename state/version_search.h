// The version of a text that cannot be parsed.
//
// A file of a newer version has to be told from a damaged one, whatever that version holds: numbers, members and depths
// that the strict parser refuses, and a `version` that stands behind them because another tool sorted the members. So
// this looks at the outermost object alone, by brackets and quotation marks, and judges nothing else.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ec2mimic::state {

/// If `text` is an object with our format word and a number above `newest` as its "version": that number as it is
/// spelt. Where a member is there more than once, any of them counts. Never throws for what is in the text; linear in
/// its length.
[[nodiscard]] std::optional<std::string> newer_version(std::string_view text, unsigned newest);

}  // namespace ec2mimic::state
