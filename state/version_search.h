// Finds the version of a text that cannot be parsed.
//
// A file of a newer version must be told from a damaged one whatever that version holds: numbers, members and nesting
// that the strict parser refuses, and a `version` that comes after them because another tool sorted the members. So
// this looks only at the outermost object, by its brackets and quotation marks, and judges nothing else.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ec2mimic::state {

/// If `text` is an object with our "format" and a "version" above `newest`: that version as spelt. If a member occurs
/// more than once, each occurrence counts. Never throws because of what the text holds; takes time linear in its
/// length.
[[nodiscard]] std::optional<std::string> newer_version(std::string_view text, unsigned newest);

}  // namespace ec2mimic::state
