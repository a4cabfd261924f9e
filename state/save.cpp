#include "state/save.h"

#include <fcntl.h>

#include "state/failure.h"
#include "state/new_file.h"
#include "state/open_file.h"
#include "state/place.h"

namespace ec2mimic::state {
namespace {

constexpr int kMostKeepsakes = 100;

[[noreturn]] void fail_to_write(const std::string& path, const std::string& doing, int answer,
                                const std::string& advice = "the state is unchanged") {
  fail(StateErrorKind::not_written, path, doing, -answer, advice);
}

bool is_same_file(FileSystem& files, const std::string& path, const FileStatus& file) {
  FileStatus found;
  return files.status_at(path, found) == 0 && found.same_file(file);
}

/// Not every file system has hard links.
int link_or_copy(FileSystem& files, const std::string& path, const std::string& kept, const FileStatus& old,
                 std::string_view text) {
  const int answer = uninterrupted([&] { return files.link(path, kept); });
  if (answer == 0 || answer == -EEXIST) return answer;
  return make_file(files, kept, old, std::span(&text, 1));
}

void keep(FileSystem& files, const std::string& path, const FileStatus& old, const Keepsake& keepsake) {
  const std::string name = path + ".v" + std::to_string(keepsake.version);
  for (int i = 1;; ++i) {
    const std::string kept = i == 1 ? name : name + "." + std::to_string(i);
    const int answer = link_or_copy(files, path, kept, old, keepsake.text);
    if (answer == 0) return;
    // A commit that failed later on has kept it already.
    if (answer == -EEXIST && is_same_file(files, kept, old)) return;
    if (answer != -EEXIST || i == kMostKeepsakes) fail_to_write(path, "keep the older " + path + " as " + kept, answer);
  }
}

void make_temporary(FileSystem& files, const std::string& path, const std::string& temporary,
                    const std::optional<FileStatus>& old, std::span<const std::string_view> pieces) {
  int answer = make_file(files, temporary, old, pieces);
  if (answer == -EEXIST) {
    answer = files.unlink(temporary);
    if (answer < 0 && answer != -ENOENT) fail_to_write(path, "remove the left-over " + temporary, answer);
    answer = make_file(files, temporary, old, pieces);
  }
  if (answer < 0) fail_to_write(path, "write " + temporary, answer);
}

/// Removes the temporary unless the rename has made the state file of it.
class TemporaryGuard {
 public:
  TemporaryGuard(FileSystem& files, const std::string& temporary) : files_(files), temporary_(temporary) {}
  TemporaryGuard(const TemporaryGuard&) = delete;
  TemporaryGuard& operator=(const TemporaryGuard&) = delete;
  ~TemporaryGuard() {
    if (armed_) files_.unlink(temporary_);
  }
  void disarm() { armed_ = false; }

 private:
  FileSystem& files_;
  const std::string& temporary_;
  bool armed_ = true;
};

}  // namespace

void save(FileSystem& files, const std::string& path, const std::optional<FileStatus>& old,
          std::span<const std::string_view> pieces, const std::optional<Keepsake>& keepsake) {
  const std::string temporary = path + ".new";
  const std::string folder_path = folder_of(path);
  // Opened before the rename, so that a folder that cannot be opened is found out while nothing has happened yet.
  auto folder = open_file(files, folder_path, O_RDONLY | O_DIRECTORY);
  if (!folder.is_open()) fail_to_write(path, "open the folder " + folder_path, -folder.error());
  make_temporary(files, path, temporary, old, pieces);
  TemporaryGuard guard(files, temporary);
  if (keepsake && old) keep(files, path, *old, *keepsake);
  if (const int answer = uninterrupted([&] { return files.rename(temporary, path); }); answer < 0) {
    if (answer != -EBUSY) fail_to_write(path, "rename " + temporary + " to " + path, answer);
    fail_to_write(path, "replace " + path, answer,
                  "it is a mount of its own, as with a container that mounts a single file: mount its folder instead");
  }
  guard.disarm();
  if (const int answer = sync_folder(files, folder.handle()); answer < 0) {
    fail(StateErrorKind::unknown_outcome, path, "tell whether the change to " + path + " is safe on the disk", -answer);
  }
}

}  // namespace ec2mimic::state
