#include "state/state_file.h"

#include <fcntl.h>

#include "state/failure.h"
#include "state/layout.h"
#include "state/open_file.h"
#include "state/place.h"

namespace ec2mimic::state {
namespace {

// A FIFO must not make us wait for its other end, nor a link lead us elsewhere than to where the lock is.
constexpr int kCareful = O_NONBLOCK | O_NOFOLLOW;
constexpr int kMostAttempts = 5;

[[noreturn]] void fail_to_read(const std::string& path, int error) {
  fail(StateErrorKind::unreadable, path, "read " + path, error);
}

[[noreturn]] void refuse(const std::string& path, const std::string& why) {
  throw StateError(StateErrorKind::unreadable, path, "cannot use " + path + " as a state: " + why);
}

void check_kind(const FileStatus& status, const std::string& path) {
  if (status.kind == FileKind::folder) refuse(path, "it is a folder");
  if (status.kind != FileKind::regular) refuse(path, "it is not a regular file");
}

/// One read is enough where the file is as long as its status says: the buffer has a byte to spare, so a read that
/// leaves it free has met the end.
Buffer read_to_end(FileSystem& files, int handle, std::uint64_t expected, const std::string& path) {
  Buffer content(static_cast<std::size_t>(expected) + 1);
  for (;;) {
    const auto count = uninterrupted([&] { return files.read(handle, content); });
    if (count < 0) fail_to_read(path, static_cast<int>(-count));
    if (count == 0 || content.size() == expected || content.free() == 0) return content;
  }
}

FileStatus status_of(FileSystem& files, const OpenFile& file, const std::string& path) {
  FileStatus status;
  const int answer = uninterrupted([&] { return files.status(file.handle(), status); });
  if (answer < 0) fail_to_read(path, -answer);
  check_kind(status, path);
  if (status.size > kMostFileBytes) refuse(path, "it is larger than a state can be");
  return status;
}

/// The content, unless the file grew or shrank meanwhile: then somebody writes to it in place.
bool read_content(FileSystem& files, OpenFile& file, const std::string& path, StateFile& result) {
  if (result.status->size > 0) result.content = read_to_end(files, file.handle(), result.status->size, path);
  (void)file.close();
  return result.content.size() == result.status->size;
}

[[noreturn]] void refuse_moving_file(const std::string& path) {
  refuse(path, "another program is writing to it; try again when that has ended");
}

void check_writable(const FileStatus& status, const std::string& path) {
  // To root the system gives even a file that is marked as not to be written.
  if ((status.mode & 0222U) == 0) {
    fail(StateErrorKind::not_written, path, "change " + path, EACCES, "the file is marked read-only");
  }
}

}  // namespace

StateFile read_for_reader(FileSystem& files, const std::string& path) {
  for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
    auto file = open_file(files, path, O_RDONLY | kCareful);
    if (file.error() == ELOOP) file = open_file(files, resolve_links(files, path), O_RDONLY | kCareful);
    if (file.error() == ENOENT) return {};
    if (!file.is_open()) fail_to_read(path, file.error());
    StateFile result{.status = status_of(files, file, path), .content = {}};
    if (read_content(files, file, path, result)) return result;
  }
  refuse_moving_file(path);
}

std::string resolve_for_writer(FileSystem& files, const std::string& path) {
  if (path.empty()) refuse("\"\"", "its name is empty");
  if (path.ends_with('/')) refuse(path, "it is a folder");
  std::string place = path;
  FileStatus status;
  int answer = files.status_at(place, status);
  if (answer == 0 && status.kind == FileKind::link) {
    place = resolve_links(files, path);
    answer = files.status_at(place, status);
  }
  if (answer == 0) check_kind(status, path);
  return place;  // What else can be wrong with it shows when it is opened.
}

StateFile read_for_writer(FileSystem& files, const std::string& path, bool with_content) {
  for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
    auto file = open_file(files, path, O_RDWR | kCareful);
    if (file.error() == ENOENT) return {};
    if (file.error() == EISDIR) refuse(path, "it is a folder");
    if (file.error() == EACCES || file.error() == EROFS || file.error() == EPERM) {
      fail(StateErrorKind::not_written, path, "change " + path, file.error());
    }
    if (!file.is_open()) fail_to_read(path, file.error());
    StateFile result{.status = status_of(files, file, path), .content = {}};
    check_writable(*result.status, path);
    if (!with_content || read_content(files, file, path, result)) return result;
  }
  refuse_moving_file(path);
}

}  // namespace ec2mimic::state
