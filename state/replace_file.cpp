#include "state/replace_file.h"

#include <fcntl.h>

#include "state/file_lock.h"
#include "state/kept_revisions.h"
#include "state/open_file.h"
#include "state/paths.h"
#include "state/throw_error.h"

namespace ec2mimic::state {
namespace {

constexpr int kMostVersionBackups = 100;
constexpr int kMostTemporaries = 100;

[[noreturn]] void fail_to_write(const std::string& path, const std::string& doing, int answer,
                                const std::string& advice = "the state is unchanged") {
  fail(StateErrorKind::not_written, path, doing, -answer, advice);
}

/// A hard link costs nothing; a copy is for file systems without them.
int link_or_copy(FileSystem& files, const std::string& path, const std::string& kept, const OldFile& old,
                 std::string_view text) {
  const int answer = uninterrupted([&] { return files.link(path, kept); });
  if (answer == 0 || answer == -EEXIST) return answer;
  return make_file(files, kept, old.permissions, std::span(&text, 1));
}

void keep(FileSystem& files, const std::string& path, const OldFile& old, const VersionBackup& backup) {
  const std::string name = path + ".v" + std::to_string(backup.version);
  for (int i = 1;; ++i) {
    const std::string kept = i == 1 ? name : name + "." + std::to_string(i);
    const int answer = link_or_copy(files, path, kept, old, backup.text);
    if (answer == 0) return;
    // An earlier commit that failed after this step kept it already.
    if (answer == -EEXIST && is_at(files, kept, old.status)) return;
    if (answer != -EEXIST || i == kMostVersionBackups)
      fail_to_write(path, "keep the old " + path + " as " + kept, answer);
  }
}

/// A file of ours of the same number is one of a state that was there once.
void keep(FileSystem& files, const std::string& path, const OldFile& old, const EarlierRevision& revision) {
  const std::string kept = kept_revision_path(path, revision.number);
  for (bool is_first = true;; is_first = false) {
    const int answer = link_or_copy(files, path, kept, old, revision.text);
    if (answer == 0 || (answer == -EEXIST && is_at(files, kept, old.status))) return;
    const bool is_in_the_way = answer == -EEXIST && is_first && is_ours(files, {revision.number, kept});
    const int removed = is_in_the_way ? uninterrupted([&] { return files.unlink(kept); }) : answer;
    if (removed < 0) fail_to_write(path, "keep the old " + path + " as " + kept, removed);
  }
}

/// The new file under its temporary name. The destructor removes that name unless the file has been moved.
///
/// It is locked for as long as it has the name, and one that somebody else has locked is waited for. So two writers
/// without a common lock, such as two who both found no file, cannot remove each other's temporary and have their own
/// half-written one renamed instead. One that was removed between its creation and its lock is noticed before it is
/// moved.
class Temporary {
 public:
  Temporary(FileSystem& files, const std::string& path, const std::optional<OldFile>& old, unsigned mode,
            std::chrono::milliseconds patience)
      : files_(files), path_(path), name_(path + ".new"), patience_(patience) {
    const auto like = old ? std::optional(old->permissions) : std::nullopt;
    for (int attempt = 0; attempt < kMostTemporaries; ++attempt) {
      file_ = create_file(files_, name_, like, status_, mode);
      if (file_.is_open()) {
        hold();
        return;
      }
      if (file_.error() != EEXIST) fail_to_write(path_, "write " + name_, -file_.error());
      remove_left_over(old);
    }
    fail_to_write(path_, "write " + name_, -EEXIST);
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() {
    // Somebody else's file may have the name by now.
    if (armed_ && is_at_its_name()) files_.unlink(name_);
  }

  void fill(std::span<const std::string_view> pieces) {
    const int answer = write_safely(files_, file_.handle(), pieces);
    if (answer < 0) fail_to_write(path_, "write " + name_, answer);
  }

  [[nodiscard]] bool is_at_its_name() const { return is_at(files_, name_, status_); }

  /// Renames the file to its path. Returns 0, and the temporary name is gone; or a negated errno.
  [[nodiscard]] int move() {
    const int answer = uninterrupted([&] { return files_.rename(name_, path_); });
    if (answer == 0) armed_ = false;
    return answer;
  }

  /// Like move, but -EEXIST if something is at the path.
  [[nodiscard]] int move_to_free_place() {
    const int answer = uninterrupted([&] { return files_.link(name_, path_); });
    if (answer == -EEXIST || answer == -ENOENT) return answer;
    if (answer < 0) return move_without_links();
    armed_ = false;
    files_.unlink(name_);  // If this fails, the next commit treats it as a left-over.
    return 0;
  }

 private:
  // A failed lock is ignored: on a file system without locks, the queue keeps writers apart. Only a LockedFile without
  // a queue has neither: if two writers make its file for the first time there, one of the two files can be lost.
  void hold() {
    armed_ = true;
    static_cast<void>(take_lock(files_, file_, name_, path_, patience_));
  }

  /// For file systems without hard links. Some of them cannot rename without replacing either (EINVAL, ENOSYS).
  int move_without_links() {
    const int answer = uninterrupted([&] { return files_.rename_new(name_, path_); });
    if (answer == -EINVAL || answer == -ENOSYS) return move();
    if (answer == 0) armed_ = false;
    return answer;
  }

  void remove_left_over(const std::optional<OldFile>& old) {
    const auto other = open_file(files_, name_, O_WRONLY | O_NOFOLLOW | O_NONBLOCK);
    if (other.error() == ENOENT) return;
    FileStatus status;
    // If a writer was killed after linking its temporary into place, the state has two names, and we hold its lock
    // already: locking it again through another handle would wait for ourselves.
    const bool is_old =
        other.is_open() && old && files_.status(other.handle(), status) == 0 && status.same_file(old->status);
    if (other.is_open() && !is_old) {
      static_cast<void>(take_lock(files_, other, name_, path_, patience_));
      if (files_.status(other.handle(), status) == 0 && !is_at(files_, name_, status)) return;
    }
    const int answer = files_.unlink(name_);
    if (answer < 0 && answer != -ENOENT) fail_to_write(path_, "remove the leftover " + name_, answer);
  }

  FileSystem& files_;
  const std::string& path_;
  std::string name_;
  std::chrono::milliseconds patience_;
  OpenFile file_;
  FileStatus status_;
  bool armed_ = false;
};

bool is_unchanged(FileSystem& files, const std::string& path, const FileStatus& old) {
  FileStatus found;
  const int answer = files.status_at(path, found);
  if (answer < 0 && answer != -ENOENT) fail_to_write(path, "access " + path, answer);
  return answer == 0 && found.unchanged_since(old);
}

/// False if another file is at the path by now, or somebody removed our temporary.
bool put_in_place(const std::string& path, Temporary& temporary, bool over_old) {
  const int answer = over_old ? temporary.move() : temporary.move_to_free_place();
  if (answer == 0) return true;
  if (answer == -ENOENT || (answer == -EEXIST && !over_old)) return false;
  if (answer != -EBUSY) fail_to_write(path, "rename " + path + ".new to " + path, answer);
  fail_to_write(path, "replace " + path, answer,
                "it is a mount point, as when a container mounts a single file; mount its folder instead");
}

void sync_or_throw(FileSystem& files, const OpenFile& folder, const std::string& path, const std::string& doing) {
  if (const int answer = sync_folder(files, folder.handle()); answer < 0) {
    fail(StateErrorKind::unknown_outcome, path, doing, -answer);
  }
}

}  // namespace

bool save(FileSystem& files, const std::string& path, const std::optional<OldFile>& old,
          std::span<const std::string_view> pieces, const SaveOptions& options) {
  const std::string folder_path = folder_of(path);
  // Opened before the rename, so that a folder that cannot be opened is noticed while nothing has changed yet.
  const auto folder = open_file(files, folder_path, O_RDONLY | O_DIRECTORY);
  if (!folder.is_open()) fail_to_write(path, "open the folder " + folder_path, -folder.error());
  {
    Temporary temporary(files, path, old, options.mode, options.patience);
    temporary.fill(pieces);
    const bool keeps = options.if_changed == IfChanged::keep;
    if (keeps && old && !is_unchanged(files, path, old->status)) return false;
    if (!temporary.is_at_its_name()) return false;
    // Just before the rename, so that calls that fail earlier leave no copies behind.
    if (options.version_backup && old) keep(files, path, *old, *options.version_backup);
    if (options.revision && old) keep(files, path, *old, *options.revision);
    if (options.removes_revisions) {
      if (const int answer = remove_revisions(files, path); answer < 0) {
        fail_to_write(path, "remove the earlier revisions of " + path, answer);
      }
    }
    if (!put_in_place(path, temporary, old || !keeps)) return false;
  }
  // The change is visible now, so nothing after this point can say that the state is unchanged.
  sync_or_throw(files, folder, path, "tell whether the change to " + path + " is safely on disk");
  if (options.revision) prune_revisions(files, path, options.revision->number + 1, options.revision->most);
  return true;
}

void confirm(FileSystem& files, const std::string& path) {
  const std::string doing = "tell whether " + path + " is safely on disk";
  const auto folder = open_file(files, folder_of(path), O_RDONLY | O_DIRECTORY);
  if (!folder.is_open()) fail(StateErrorKind::unknown_outcome, path, doing, folder.error());
  sync_or_throw(files, folder, path, doing);
}

}  // namespace ec2mimic::state
