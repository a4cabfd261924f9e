// Replaces a file so that everybody sees either the old or the new one, whole.
//
// The steps: write a temporary file beside it and sync that, check that the old file is still the one that was read,
// rename the temporary over it, and sync the folder. If there is no old file, the temporary is linked into place, which
// fails if somebody else was faster. No step before that touches what is there. The temporary has one fixed name, so
// one that a killed process left is replaced and they never pile up.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "state/file_system.h"
#include "state/new_file.h"
#include "state/permissions.h"

namespace ec2mimic::state {

/// A file of an older version, to be kept when the new one takes its place.
struct VersionBackup {
  unsigned version = 0;
  std::string_view text;  ///< Its content.
};

/// The revision that the file to replace holds, to be kept when the new one takes its place (kept_revisions.h).
struct EarlierRevision {
  std::uint64_t number = 0;
  std::string_view text;   ///< The content of the file.
  std::uint64_t most = 0;  ///< How many revisions to keep, including this one.
};

/// The file to replace, as it was when we read it.
struct OldFile {
  FileStatus status;
  Permissions permissions;
};

/// What to do with a file that has changed since we read it.
enum class IfChanged { keep, replace };

struct SaveOptions {
  /// Kept as `<file>.v<version>`, with `.2`, `.3` and so on appended if that name is taken.
  std::optional<VersionBackup> version_backup{};
  std::optional<EarlierRevision> revision{};
  bool removes_revisions = false;  ///< Removes all that are kept.
  IfChanged if_changed = IfChanged::keep;
  unsigned mode = kPrivateMode;           ///< Of a new file, less the umask.
  std::chrono::milliseconds patience{0};  ///< How long to wait for another writer's temporary file.
};

/// Replaces the file at `path` (resolved) with `pieces`, or makes it if there is no `old`. The permissions of the old
/// file are kept as far as we may (permissions.h). Returns false, with the file untouched, if it has changed since it
/// was read, or exists although there is no `old`. Throws StateError: busy or not_written, with the old file as it was
/// and the temporary removed; or unknown_outcome.
///
/// Another program that takes no lock could still write to the old file between the last check and the rename, and that
/// change would be lost: no system call does both at once.
[[nodiscard]] bool save(FileSystem& files, const std::string& path, const std::optional<OldFile>& old,
                        std::span<const std::string_view> pieces, const SaveOptions& options = {});

/// Returns once the entry of `path` in its folder is on the disk. Throws StateError (unknown_outcome) if that fails.
void confirm(FileSystem& files, const std::string& path);

}  // namespace ec2mimic::state
