// Puts a new file in the place of the state file, so that whoever looks sees the old or the new one, whole.
//
// The steps: write a temporary beside it, make that safe on the disk, rename it over the state file, make the folder
// safe. No step before the rename touches what is there. The temporary has one fixed name, so that one left over by a
// killed process is replaced and never joined by more.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "state/file_system.h"

namespace ec2mimic::state {

/// An older file that must not be lost when the new one takes its place.
struct Keepsake {
  unsigned version = 0;
  std::string_view text;  ///< What is in it.
};

/// Replaces the file at `path` (resolved) by `pieces`. `old` is the status of the file that is there, if one is: its
/// mode is kept, and its owner as far as we may. Call under the lock. `keepsake` is kept beside it under the name of
/// its version, or the next free one like it, before it is replaced. Throws StateError: not_written, and then the old
/// file stands and the temporary is gone; unknown_outcome.
void save(FileSystem& files, const std::string& path, const std::optional<FileStatus>& old,
          std::span<const std::string_view> pieces, const std::optional<Keepsake>& keepsake = {});

}  // namespace ec2mimic::state
