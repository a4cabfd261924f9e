// Symbolic links and scripts in a folder of the user's own: implements Files::place_links and Files::place_scripts.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace ec2mimic::cli {

/// Implements Files::place_links. A folder that open_real_folder refuses is reported as a problem: anybody who could
/// swap a link there could run their own program under our name.
[[nodiscard]] std::string place_real_links(const std::string& folder, std::span<const std::string_view> names,
                                           const std::string& target);

/// Implements Files::place_scripts, with the same checks.
[[nodiscard]] std::string place_real_scripts(const std::string& folder, std::span<const std::string_view> names,
                                             std::string_view text);

}  // namespace ec2mimic::cli
