#include "cli/real_process.h"

#include <fcntl.h>
#include <unistd.h>

#include <climits>

namespace ec2mimic::cli {

std::string RealProcess::program() const {
  char path[PATH_MAX];
  const ssize_t length = ::readlink("/proc/self/exe", path, sizeof path);
  // Of a file that was removed the system says `/path (deleted)`, which is no file.
  if (length <= 0 || length == sizeof path) return {};
  std::string program(path, static_cast<std::size_t>(length));
  return ::access(program.c_str(), X_OK) == 0 ? program : std::string();
}

std::string RealProcess::parent() const {
  const std::string path = "/proc/" + std::to_string(::getppid()) + "/comm";
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return {};
  char name[64];  // the system keeps 15 characters
  const ssize_t length = ::read(descriptor, name, sizeof name);
  ::close(descriptor);
  if (length <= 0) return {};
  const std::string_view line(name, static_cast<std::size_t>(length));
  return std::string(line.substr(0, line.find('\n')));
}

}  // namespace ec2mimic::cli
