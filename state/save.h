// Puts a new file in the place of another, so that whoever looks sees the old or the new one, whole.
//
// The steps: write a temporary beside it, make that safe on the disk, look whether the old file is still the one that
// was read, rename the temporary over it, make the folder safe. Where there is no old file the temporary is linked to
// its place, which fails if somebody else was faster. No step before that touches what is there. The temporary has one
// fixed name, so that one left over by a killed process is replaced and never joined by more.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "state/file_system.h"
#include "state/permissions.h"

namespace ec2mimic::state {

/// An older file that must not be lost when the new one takes its place.
struct Keepsake {
  unsigned version = 0;
  std::string_view text;  ///< What is in it.
};

/// The file to replace, as it was when we read it.
struct OldFile {
  FileStatus status;
  Permissions permissions;
};

/// What becomes of a file that is not as it was when we read it.
enum class IfChanged { keep, replace };

struct SaveOptions {
  std::optional<Keepsake> keepsake;  ///< Kept under the name of its version, or the next free one like it.
  IfChanged if_changed = IfChanged::keep;
  std::chrono::milliseconds patience{0};  ///< How long to wait for another writer's temporary.
};

/// Replaces the file at `path` (resolved) by `pieces`, or makes it if there is no `old`. The permissions of the old
/// file are kept as far as we may (permissions.h). False if the file is no longer as it was, or is there although there
/// is no `old`: it is untouched then. Throws StateError: busy and not_written, and then the old file is as it was and
/// the temporary is gone; unknown_outcome.
///
/// Between the last look at the old file and the rename another program that takes no lock could still write to it, and
/// what it wrote would be lost; the system has no call that does both at once.
[[nodiscard]] bool save(FileSystem& files, const std::string& path, const std::optional<OldFile>& old,
                        std::span<const std::string_view> pieces, const SaveOptions& options = {});

/// Returns when the entry of `path` in its folder is on the disk. Throws StateError (unknown_outcome) if that cannot be
/// known.
void confirm(FileSystem& files, const std::string& path);

}  // namespace ec2mimic::state
