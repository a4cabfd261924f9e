// Where the state file really is, and the folders above it.
#pragma once

#include <string>

#include "state/file_system.h"

namespace ec2mimic::state {

/// The path that `path` stands for once the symbolic links at its end are followed, whether or not a file is there.
/// Links among its folders stay: the system follows them, and what we make beside the file lands beside it. Throws
/// StateError (unreadable) where the links form a loop.
[[nodiscard]] std::string resolve_links(FileSystem& files, const std::string& path);

/// The folder that holds `path`: "." for a bare name.
[[nodiscard]] std::string folder_of(const std::string& path);

/// Makes `folder` and the folders above it as far as they are missing, with mode 0700, and sees to it that they are on
/// the disk: a folder whose entry is lost takes the state with it. Throws StateError (not_written), naming `path` as
/// the file that they are for; the folder whose entry could not be made safe is then removed again.
void make_folders(FileSystem& files, const std::string& folder, const std::string& path);

/// Sees to it that `folder` is on the disk even if we made it, and the folders above it, in a process that was killed
/// before it had synced them: those that belong to us. Throws StateError (not_written), naming `path` as the file that
/// they are for.
void sync_folders_above(FileSystem& files, const std::string& folder, const std::string& path);

/// FileSystem::sync of a folder. A file system that knows no such thing (-EINVAL) has nothing to be synced: 0.
int sync_folder(FileSystem& files, int handle);

}  // namespace ec2mimic::state
