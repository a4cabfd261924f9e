// The store in one file.
//
// Readers open the file, read it and close it; they take no lock and make nothing. Because a commit renames a whole new
// file into place, what they read is one revision. Writers take turns by a lock beside the file (file_lock.h), read,
// and put the next revision in its place (save.h). What the file looks like is the business of layout.h and FORMAT.md.
//
// A database was considered and dropped: the state is to be read, compared and edited with the tools everybody has. So
// were a journal beside the file, which would make small changes to a large state cheaper and leave the file behind
// what holds, and a folder with a file for each record, which no single rename can change as a whole.
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

/// What Store and Snapshot promise holds here. Besides:
///
/// - Nothing but change and replace ever makes or changes a file, only where something is decided, and only these: the
///   state file (0600 when new, its permissions kept when not), `<file>.lock`, `<file>.new` for the time of a commit,
///   `<file>.v<N>` when a file of an older version N is replaced, and missing folders above them (0700).
/// - Beside a symbolic link nothing is made: all of these stand beside the file that it points to.
/// - A file that cannot be understood is never replaced, except by replace. One that is marked read-only, or that we
///   have no right to write, is never replaced.
/// - A file that another program changed since it was read is never replaced, except by replace (but see save.h): then
///   it is read again and decided anew, at most five times.
/// - change and replace throw std::invalid_argument for changes that no state can hold; nothing is written then.
class FileStore final : public Store {
 public:
  /// Touches nothing yet. `files` must outlive the store and its transactions.
  FileStore(FileSystem& files, std::string path, LoadRules rules, std::chrono::milliseconds patience = kPatience);

  [[nodiscard]] const std::string& path() const override { return path_; }
  /// Throws StateError: unreadable, damaged, newer.
  [[nodiscard]] std::unique_ptr<const Snapshot> read() override;
  /// Throws StateError of every kind.
  void change(const Decide& decide) override;
  /// Throws StateError of every kind but damaged and newer.
  bool replace(const Decide& decide, Loss loss) override;

 private:
  /// Both are false if another program came between.
  bool change_file(const std::string& place, const Decide& decide);
  bool make_file(const std::string& place, const Decide& decide);

  FileSystem& files_;
  std::string path_;
  LoadRules rules_;
  std::chrono::milliseconds patience_;
};

}  // namespace ec2mimic::state
