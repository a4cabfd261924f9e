// The real path of the state file, and the folders above it.
#pragma once

#include <string>

#include "state/file_system.h"

namespace ec2mimic::state {

/// `path` with the symbolic links at its end followed, whether or not a file is there. Links among its folders stay:
/// the system follows them, so what we make beside the file ends up in the right folder. Throws StateError (unreadable)
/// if the links form a loop.
[[nodiscard]] std::string resolve_links(FileSystem& files, const std::string& path);

/// True if `path` itself, and not where a symbolic link there leads, is that file.
[[nodiscard]] bool is_at(FileSystem& files, const std::string& path, const FileStatus& file);

/// The folder of `path`: "." for a bare name.
[[nodiscard]] std::string folder_of(const std::string& path);

/// Makes `folder` and the missing folders above it, with mode 0700, and syncs them: if a folder's entry is lost, so is
/// the state in it. Throws StateError (not_written) with `path` as the file that they are for; a folder whose entry
/// could not be synced is removed again.
void make_folders(FileSystem& files, const std::string& folder, const std::string& path);

/// Syncs `folder` and the folders above it that belong to us, in case an earlier process made them and was killed
/// before it could sync them. Throws StateError (not_written) with `path` as the file that they are for.
void sync_folders_above(FileSystem& files, const std::string& folder, const std::string& path);

/// FileSystem::sync of a folder. 0 on file systems that cannot sync folders (-EINVAL): there is nothing to sync.
int sync_folder(FileSystem& files, int handle);

}  // namespace ec2mimic::state
