// The store that keeps everything in one file.
//
// Readers open the file, read it and close it; they take no lock and create nothing. A commit renames a whole new file
// into place, so what a reader gets is always a single revision. Writers take turns with a lock beside the file
// (file_lock.h), read it, and put the next revision in its place (replace_file.h). layout.h and FORMAT.md define what
// the file looks like.
//
// Considered and rejected: a database, because people should be able to read, compare and edit the state with the tools
// they have; a journal beside the file, which would make small changes to a large state cheaper but leave the file out
// of date; and a folder with one file per record, which no single rename can change as a whole.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "state/file_system.h"
#include "state/load_rules.h"
#include "state/store.h"

namespace ec2mimic::state {

/// How long a writer waits for its turn.
inline constexpr std::chrono::seconds kPatience{60};

/// Keeps the promises of Store and Snapshot, and these:
///
/// - Only change and replace make or change files, and only these: the state file (0600 if new, with its permissions
///   kept if not), `<file>.lock`, `<file>.new` during a commit, `<file>.v<N>` when a file of an older version N is
///   replaced, `<file>.revision-<N>` if Changes::kept_revisions asks for it, and missing folders above them (0700).
///   Where there is no state file yet, nothing is made until there is something to write.
/// - Nothing is made beside a symbolic link: all of these files are made beside the file that it points to.
/// - A file that cannot be understood is replaced only by replace(). A file that is marked read-only, or that we have
///   no right to write, is never replaced.
/// - A file that another program changed after it was read is replaced only by replace() (but see replace_file.h).
///   change() reads it again and decides again, five times in all.
/// - change and replace throw std::invalid_argument, with nothing written, for changes that no state can hold.
class FileStore final : public Store {
 public:
  /// Does not touch the disk. `files` must outlive the store.
  FileStore(FileSystem& files, std::string path, LoadRules rules, std::chrono::milliseconds patience = kPatience);

  [[nodiscard]] const std::string& path() const override { return path_; }
  /// Throws StateError: unreadable, damaged, newer, emptied.
  [[nodiscard]] std::unique_ptr<const Snapshot> read() override;
  /// Throws StateError of any kind.
  void change(const Decide& decide) override;
  /// Throws StateError of any kind but damaged, newer and emptied.
  bool replace(const Decide& decide, Loss loss) override;

 private:
  /// Both return false if another program changed the file in between.
  bool change_file(const std::string& place, const Decide& decide);
  bool make_file(const std::string& place, const Decide& decide);

  FileSystem& files_;
  std::string path_;
  LoadRules rules_;
  std::chrono::milliseconds patience_;
};

}  // namespace ec2mimic::state
