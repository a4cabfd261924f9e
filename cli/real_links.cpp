#include "cli/real_links.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstring>

namespace ec2mimic::cli {
namespace {

constexpr mode_t kPrivate = 0700;
constexpr mode_t kOthersWrite = S_IWGRP | S_IWOTH;

std::string failed(const std::string& what, const std::string& path) {
  return what + ' ' + path + ": " + std::strerror(errno) + '.';
}

// An errno, or 0. What is there already is not looked at.
int make_folders(const std::string& folder) {
  for (std::size_t slash = folder.find('/', 1);; slash = folder.find('/', slash + 1)) {
    const std::string parent = folder.substr(0, slash);
    if (::mkdir(parent.c_str(), kPrivate) != 0 && errno != EEXIST) {
      struct stat status {};
      const int error = errno;
      // A file system that cannot be written to says so before it says that the folder exists.
      if (::stat(parent.c_str(), &status) != 0) return error;
    }
    if (slash == std::string::npos) return 0;
  }
}

// What is wrong with an open folder; empty if nothing is.
std::string check_private(int descriptor, const std::string& folder) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return failed("Unable to look at the folder", folder);
  const bool ours = status.st_uid == ::geteuid() || status.st_uid == 0;
  if (ours && (status.st_mode & kOthersWrite) == 0) return {};
  return "The folder " + folder + (ours ? " can be written to by others." : " belongs to another user.");
}

bool is_link_to(int folder, const char* name, const std::string& target) {
  char present[PATH_MAX];
  const ssize_t length = ::readlinkat(folder, name, present, sizeof present);
  return length >= 0 && std::string_view(present, static_cast<std::size_t>(length)) == target;
}

// An errno, or 0. The link is made beside its place and moved there, so that at no time there is none. Two processes at
// once make the same link and each its own temporary one.
int place_link(int folder, const std::string& name, const std::string& target) {
  if (is_link_to(folder, name.c_str(), target)) return 0;
  const std::string fresh = '.' + name + '.' + std::to_string(::getpid());
  if (::unlinkat(folder, fresh.c_str(), 0) != 0 && errno != ENOENT) return errno;
  if (::symlinkat(target.c_str(), folder, fresh.c_str()) != 0) return errno;
  if (::renameat(folder, fresh.c_str(), folder, name.c_str()) == 0) return 0;
  const int error = errno;
  static_cast<void>(::unlinkat(folder, fresh.c_str(), 0));
  return error;
}

}  // namespace

std::string place_real_links(const std::string& folder, std::span<const std::string_view> names,
                             const std::string& target) {
  errno = make_folders(folder);
  if (errno != 0) return failed("Unable to make the folder", folder);
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return failed("Unable to open the folder", folder);
  std::string problem = check_private(descriptor, folder);
  for (const std::string_view name : names) {
    if (!problem.empty()) break;
    errno = place_link(descriptor, std::string(name), target);
    if (errno != 0) problem = failed("Unable to make the link", folder + '/' + std::string(name));
  }
  ::close(descriptor);
  return problem;
}

}  // namespace ec2mimic::cli
