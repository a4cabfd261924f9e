#include "cli/real_lines.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace ec2mimic::cli {
namespace {

int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(descriptor, text.data(), text.size());
    if (count >= 0) {
      text.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

class RealLines final : public LineFile {
 public:
  RealLines(int descriptor, std::string path) : descriptor_(descriptor), path_(std::move(path)) {}
  RealLines(const RealLines&) = delete;
  RealLines& operator=(const RealLines&) = delete;
  ~RealLines() override { ::close(descriptor_); }

  int append(std::string_view line) override {
    while (::flock(descriptor_, LOCK_EX) != 0 && errno == EINTR) {
    }
    struct stat status {};
    const bool is_regular = ::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode);
    const std::string mended = is_regular && ends_amid_line(status.st_size) ? '\n' + std::string(line) : std::string();
    const int error = write_all(descriptor_, mended.empty() ? line : mended);
    // Half a line is worse than none. If it cannot be taken back, the next one mends it.
    if (error != 0 && is_regular) static_cast<void>(::ftruncate(descriptor_, status.st_size) == 0);
    static_cast<void>(::flock(descriptor_, LOCK_UN));
    return error;
  }

 private:
  // The file was opened for writing alone, as it may be one that this user must not read.
  [[nodiscard]] bool ends_amid_line(off_t size) const {
    if (size == 0) return false;
    const int reader = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (reader < 0) return false;
    char last = '\n';
    const bool read = ::pread(reader, &last, 1, size - 1) == 1;
    ::close(reader);
    return read && last != '\n';
  }

  int descriptor_;
  std::string path_;
};

}  // namespace

Files::Lines open_real_lines(const std::string& path) {
  // Without O_NONBLOCK a pipe would be waited for until somebody reads it; with it, a slow reader would lose lines.
  const int descriptor =
      ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return {errno, nullptr};
  static_cast<void>(::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) & ~O_NONBLOCK));
  return {0, std::make_unique<RealLines>(descriptor, path)};
}

}  // namespace ec2mimic::cli
