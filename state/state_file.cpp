#include "state/state_file.h"

#include <fcntl.h>

#include "state/file_lock.h"
#include "state/layout.h"
#include "state/paths.h"
#include "state/strict_parser.h"
#include "state/throw_error.h"

namespace ec2mimic::state {
namespace {

[[noreturn]] void fail_to_read(const std::string& path, int error) {
  fail(StateErrorKind::unreadable, path, "read " + path, error);
}

void check_kind(const FileStatus& status, const std::string& path) {
  if (status.kind == FileKind::folder) refuse_file(path, "it is a folder");
  if (status.kind != FileKind::regular) refuse_file(path, "it is not a regular file");
}

/// One read is enough if the file is as long as its status says: the buffer has one byte more, so a read that leaves it
/// free has reached the end.
Buffer read_to_end(FileSystem& files, int handle, std::uint64_t expected, const std::string& path) {
  Buffer content(static_cast<std::size_t>(expected) + 1);
  for (;;) {
    const auto count = uninterrupted([&] { return files.read(handle, content); });
    if (count < 0) fail_to_read(path, static_cast<int>(-count));
    if (count == 0 || content.size() == expected || content.free() == 0) return content;
  }
}

}  // namespace

StateFile read_for_reader(FileSystem& files, const std::string& path, LostState lost) {
  // O_NONBLOCK so that a FIFO does not make us wait for its other end. O_NOFOLLOW so that a link is noticed (ELOOP):
  // the lock file is beside its target.
  constexpr int kFlags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW;
  for (int attempt = 0; attempt < kMostReads; ++attempt) {
    std::string place = path;
    auto file = open_file(files, place, kFlags);
    if (file.error() == ELOOP) {
      place = resolve_links(files, path);
      file = open_file(files, place, kFlags);
    }
    if (file.error() == ENOENT) return {};
    if (!file.is_open()) fail_to_read(path, file.error());
    StateFile result{.status = status_of_file(files, file, path), .content = {}};
    // An editor or a full disk can leave an empty file, which must not pass for an account that is still untouched.
    if (result.status->size == 0 && lost == LostState::refused && lock_remembers_state(files, place)) {
      refuse_lost_state(path);
    }
    if (read_content(files, file, path, *result.status, result.content)) return result;
  }
  refuse_moving_file(path);
}

ResolvedPath resolve_for_writer(FileSystem& files, const std::string& path) {
  if (path.empty()) refuse_file("\"\"", "its name is empty");
  if (path.ends_with('/')) refuse_file(path, "it is a folder");
  ResolvedPath resolved{.path = path};
  FileStatus status;
  int answer = files.status_at(path, status);
  if (answer == 0 && status.kind == FileKind::link) {
    resolved.path = resolve_links(files, path);
    answer = files.status_at(resolved.path, status);
  }
  if (answer == 0) check_kind(status, path);
  resolved.exists = answer != -ENOENT;  // Any other error is reported when it is opened.
  return resolved;
}

void refuse_lost_state(const std::string& path) {
  throw StateError(StateErrorKind::emptied, path, path + " is empty but held a state");
}

void refuse_foreign(const std::string& path, std::string_view content) {
  if (content.empty() || is_some_state(content)) return;
  throw StateError(StateErrorKind::foreign, path, path + " is not a state of ec2mimic, and is left as it is");
}

FileStatus status_of_file(FileSystem& files, const OpenFile& file, const std::string& path) {
  FileStatus status;
  const int answer = uninterrupted([&] { return files.status(file.handle(), status); });
  if (answer < 0) fail_to_read(path, -answer);
  check_kind(status, path);
  if (status.size > kMostFileBytes) refuse_file(path, "it is larger than a state can be");
  return status;
}

bool read_content(FileSystem& files, const OpenFile& file, const std::string& path, const FileStatus& status,
                  Buffer& content) {
  content = status.size > 0 ? read_to_end(files, file.handle(), status.size, path) : Buffer();
  return content.size() == status.size;
}

void refuse_file(const std::string& path, const std::string& why) {
  throw StateError(StateErrorKind::unreadable, path, "cannot use " + path + " as a state: " + why);
}

void refuse_moving_file(const std::string& path) {
  throw StateError(StateErrorKind::unreadable, path,
                   "cannot read " + path + ": another program is writing to it; try again when that has ended");
}

}  // namespace ec2mimic::state
