#include "cli/system/real_lines.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "cli/system/real_path.h"
#include "state/posix_lock.h"

namespace ec2mimic::cli {
namespace {

constexpr int kMostAttempts = 10;

std::string for_seconds(std::chrono::milliseconds patience) {
  return " for " + std::to_string(std::chrono::ceil<std::chrono::seconds>(patience).count()) + " seconds";
}

// Holds the lock of an open file while it lives. On a file system without locks it holds none, and that is no failure.
class LineLock {
 public:
  LineLock(int descriptor, std::chrono::milliseconds patience)
      : descriptor_(descriptor), answer_(state::lock_patiently(descriptor, patience)), patience_(patience) {}
  LineLock(const LineLock&) = delete;
  LineLock& operator=(const LineLock&) = delete;
  ~LineLock() { static_cast<void>(::flock(descriptor_, LOCK_UN)); }

  // Why the line must not be written, as a clause; empty if it may be.
  [[nodiscard]] std::string failure() const {
    // No timer for the wait: lock_patiently reports that as EAGAIN.
    if (answer_ == -EAGAIN) return std::strerror(EAGAIN);
    if (answer_ != -ETIMEDOUT) return {};
    struct stat status {};
    state::FileStatus file;
    if (::fstat(descriptor_, &status) == 0) file.device = status.st_dev, file.inode = status.st_ino;
    const int holder = state::find_lock_holder(file);
    return (holder > 0 ? "process " + std::to_string(holder) : "another process") + " has held its lock" +
           for_seconds(patience_);
  }

 private:
  int descriptor_;
  int answer_;
  std::chrono::milliseconds patience_;
};

class RealLines final : public LineFile {
 public:
  RealLines(int descriptor, std::string path, std::chrono::milliseconds patience)
      : descriptor_(descriptor), path_(std::move(path)), patience_(patience) {}
  RealLines(const RealLines&) = delete;
  RealLines& operator=(const RealLines&) = delete;
  ~RealLines() override { ::close(descriptor_); }

  std::string append(std::string_view line) override {
    const LineLock lock(descriptor_, patience_);
    if (std::string failure = lock.failure(); !failure.empty()) return failure;
    struct stat before {};
    const bool is_regular = ::fstat(descriptor_, &before) == 0 && S_ISREG(before.st_mode);
    const bool mends = is_regular && ends_amid_line(before.st_size);
    const std::string text = (mends ? "\n" : "") + std::string(line);
    auto [failure, written] = write_all(text);
    if (!failure.empty() && is_regular) take_back(before.st_size, written);
    return std::move(failure);
  }

 private:
  // Opens the file again to read it, because the user may be allowed to write it but not to read it.
  [[nodiscard]] bool ends_amid_line(off_t size) const {
    if (size == 0) return false;
    const int reader = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (reader < 0) return false;
    char last = '\n';
    const bool read = ::pread(reader, &last, 1, size - 1) == 1;
    ::close(reader);
    return read && last != '\n';
  }

  // Returns why writing failed, as a clause, and how many bytes were written.
  [[nodiscard]] std::pair<std::string, std::size_t> write_all(std::string_view text) const {
    std::size_t written = 0;
    while (written < text.size()) {
      const ssize_t count = ::write(descriptor_, text.data() + written, text.size() - written);
      if (count >= 0) {
        written += static_cast<std::size_t>(count);
      } else if (errno == EAGAIN) {
        if (!has_room()) return {"no process has read from it" + for_seconds(patience_), written};
      } else if (errno != EINTR) {
        return {std::strerror(errno), written};
      }
    }
    return {{}, written};
  }

  // Waits until a pipe has room. False if it stays full.
  [[nodiscard]] bool has_room() const {
    pollfd room{descriptor_, POLLOUT, 0};
    int answer = 0;
    while ((answer = ::poll(&room, 1, static_cast<int>(patience_.count()))) < 0 && errno == EINTR) {
    }
    return answer != 0;
  }

  // Half a line is worse than none. But on a file system without locks somebody else's line may follow it by now: then
  // it stays, as it does if the file cannot be truncated, and the next writer ends it.
  void take_back(off_t size, std::size_t written) const {
    struct stat now {};
    if (::fstat(descriptor_, &now) != 0 || now.st_size != size + static_cast<off_t>(written)) return;
    static_cast<void>(::ftruncate(descriptor_, size) == 0);
  }

  int descriptor_;
  std::string path_;
  std::chrono::milliseconds patience_;
};

// True if the text begins like a state, as we write it or with other white space.
bool begins_as_state(std::string_view text) {
  for (const std::string_view token : {"{", "\"format\"", ":", "\"ec2mimic-state\""}) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (!text.starts_with(token)) return false;
    text.remove_prefix(token.size());
  }
  return true;
}

// A log line appended to a state would damage it, even one that is not in use.
bool is_state(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0) return false;
  const int reader = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (reader < 0) return false;
  char text[256];
  const ssize_t count = ::read(reader, text, sizeof text);
  ::close(reader);
  return count > 0 && begins_as_state(std::string_view(text, static_cast<std::size_t>(count)));
}

// Opens the file at `path`, or makes it where the path's links lead. Returns a descriptor, or the reason as a clause.
std::pair<int, std::string> open_or_make(const std::string& path) {
  // Without O_NONBLOCK, opening a pipe waits until somebody reads it.
  constexpr int kFlags = O_WRONLY | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK;
  const uid_t user = ::geteuid();
  int error = 0;
  // The file may appear or disappear between the look and the open.
  for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
    const PathEnd end = follow_path(path, user);
    if (!end.failure.empty()) return {-1, end.failure};
    const int descriptor = end.is_there ? ::open(path.c_str(), kFlags)
                                        : ::open(end.place.c_str(), kFlags | O_CREAT | O_EXCL, S_IRUSR | S_IWUSR);
    if (descriptor >= 0) {
      std::string failure = end.place.empty() ? std::string() : distrust(descriptor, end.place, user);
      if (failure.empty() && end.is_there && is_state(path)) failure = "it is an ec2mimic state";
      // The umask can take rights away even from the owner.
      if (failure.empty() && !end.is_there) static_cast<void>(::fchmod(descriptor, S_IRUSR | S_IWUSR) == 0);
      if (failure.empty()) return {descriptor, {}};
      ::close(descriptor);
      return {-1, std::move(failure)};
    }
    error = errno;
    if (error != (end.is_there ? ENOENT : EEXIST)) break;
  }
  return {-1, std::strerror(error)};
}

}  // namespace

Files::Lines open_real_lines(const std::string& path, std::chrono::milliseconds patience) {
  auto [descriptor, failure] = open_or_make(path);
  if (descriptor < 0) return {std::move(failure), nullptr};
  return {{}, std::make_unique<RealLines>(descriptor, path, patience)};
}

}  // namespace ec2mimic::cli
