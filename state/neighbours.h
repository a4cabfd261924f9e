// The files beside a state that belong to it.
#pragma once

#include <string>

#include "state/file_system.h"

namespace ec2mimic::state {

/// True if `path` names the state file `owner` or one of the files made beside it: `.lock`, `.new`, `.v<N>` for older
/// versions, `.revision-<N>` for earlier revisions, and `.fault` for the faults that are set for it, which are beside a
/// symbolic link to the state if that is `owner`. Other spellings, symbolic links and hard links count, and the files
/// need not exist yet. Something that exists and is not a regular file, such as /dev/null, never belongs to a state.
/// Throws StateError (unreadable) if symbolic links form a loop.
[[nodiscard]] bool belongs_to(FileSystem& files, const std::string& path, const std::string& owner);

}  // namespace ec2mimic::state
