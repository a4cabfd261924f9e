// Symbolic links and scripts in a folder of the user's own: what Files::place_links and Files::place_scripts promise,
// on the disk.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace ec2mimic::cli {

/// As Files::place_links. A folder that open_real_folder refuses is in the way: whoever could swap a link there would
/// run his program under our name.
[[nodiscard]] std::string place_real_links(const std::string& folder, std::span<const std::string_view> names,
                                           const std::string& target);

/// As Files::place_scripts, with the same care.
[[nodiscard]] std::string place_real_scripts(const std::string& folder, std::span<const std::string_view> names,
                                             std::string_view text);

}  // namespace ec2mimic::cli
