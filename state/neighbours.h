// The files that stand beside a state and go with it.
#pragma once

#include <string>

#include "state/file_system.h"

namespace ec2mimic::state {

/// True if `path` names the file at `owner`, or one that is made beside it when it is written: `.lock`, `.new`, and the
/// `.v<N>` of older versions. It may do so by another spelling, a symbolic or a hard link, and none of them need be
/// there yet. What is there and no regular file, such as /dev/null, belongs to nobody. Throws StateError (unreadable)
/// where links form a loop.
[[nodiscard]] bool belongs_to(FileSystem& files, const std::string& path, const std::string& owner);

}  // namespace ec2mimic::state
