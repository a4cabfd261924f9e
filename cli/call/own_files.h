// Which paths name files of the program itself, so that other commands write nothing into them.
#pragma once

#include <optional>
#include <string>

#include "cli/system/system.h"

namespace ec2mimic::cli {

/// What `path` belongs to, as `state '/home/t/state.json'`: the state, if that is known, with the files beside it, the
/// configuration file or the credentials file. Nothing if it is another file. It need not exist yet.
[[nodiscard]] std::optional<std::string> owner_of_file(const System& system, const std::optional<std::string>& state,
                                                       const std::string& path);

}  // namespace ec2mimic::cli
