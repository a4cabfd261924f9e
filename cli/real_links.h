// Symbolic links in a folder of the user's own: what Files::place_links promises, on the disk.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace ec2mimic::cli {

/// As Files::place_links. A folder that belongs to another user (but root), or that others may write to, is in the way:
/// whoever could swap a link there would run his program under our name.
[[nodiscard]] std::string place_real_links(const std::string& folder, std::span<const std::string_view> names,
                                           const std::string& target);

}  // namespace ec2mimic::cli
