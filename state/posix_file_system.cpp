#include "state/posix_file_system.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <utility>

#include "state/posix_lock.h"

namespace ec2mimic::state {
namespace {

template <typename Number>
Number answer(Number result) {
  return result < 0 ? -errno : result;
}

FileKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::regular;
  if (S_ISDIR(mode)) return FileKind::folder;
  if (S_ISLNK(mode)) return FileKind::link;
  return FileKind::other;
}

constexpr const char* kAcl = "system.posix_acl_access";

std::int64_t nanoseconds(const timespec& time) { return time.tv_sec * 1'000'000'000 + time.tv_nsec; }

FileStatus from_system(const struct stat& found) {
  return {.device = found.st_dev,
          .inode = found.st_ino,
          .links = found.st_nlink,
          .size = static_cast<std::uint64_t>(found.st_size),
          .mode = found.st_mode & 07777U,
          .owner = found.st_uid,
          .group = found.st_gid,
          .kind = kind_of(found.st_mode),
          .written = nanoseconds(found.st_mtim),
          .changed = nanoseconds(found.st_ctim)};
}

}  // namespace

int PosixFileSystem::open(const std::string& path, int flags, unsigned mode) {
  // O_CLOEXEC because the lock would live on in a program that we start; O_NOCTTY because a path may name a terminal.
  return answer(::open(path.c_str(), flags | O_CLOEXEC | O_NOCTTY, mode));
}

int PosixFileSystem::status(int handle, FileStatus& status) {
  struct stat found {};
  if (fstat(handle, &found) != 0) return -errno;
  status = from_system(found);
  return 0;
}

int PosixFileSystem::status_at(const std::string& path, FileStatus& status) {
  struct stat found {};
  if (lstat(path.c_str(), &found) != 0) return -errno;
  status = from_system(found);
  return 0;
}

std::int64_t PosixFileSystem::read(int handle, Buffer& buffer) {
  const auto count = answer(::read(handle, buffer.end(), buffer.free()));
  if (count > 0) buffer.grow(static_cast<std::size_t>(count));
  return count;
}

std::int64_t PosixFileSystem::write(int handle, std::span<const std::string_view> pieces) {
  std::array<iovec, kMostPieces> vectors;
  std::size_t count = 0;
  for (const auto piece : pieces.first(std::min(pieces.size(), kMostPieces))) {
    // iovec has no const form, but writev only reads.
    vectors[count++] = {const_cast<char*>(piece.data()), piece.size()};
  }
  return answer(::writev(handle, vectors.data(), static_cast<int>(count)));
}

int PosixFileSystem::sync(int handle) { return answer(fsync(handle)); }
int PosixFileSystem::close(int handle) { return answer(::close(handle)); }
int PosixFileSystem::set_mode(int handle, unsigned mode) { return answer(fchmod(handle, mode)); }
int PosixFileSystem::set_owner(int handle, unsigned owner, unsigned group) {
  return answer(fchown(handle, owner, group));
}

int PosixFileSystem::read_acl(int handle, std::string& acl) {
  acl.clear();
  // A list has no fixed length, so that is asked for first.
  const auto length = fgetxattr(handle, kAcl, nullptr, 0);
  // No list, or a file system that has none.
  if (length < 0) return errno == ENODATA || errno == EOPNOTSUPP ? 0 : -errno;
  std::string text(static_cast<std::size_t>(length), '\0');
  const auto count = fgetxattr(handle, kAcl, text.data(), text.size());
  if (count < 0) return -errno;
  text.resize(static_cast<std::size_t>(count));
  acl = std::move(text);
  return 0;
}
int PosixFileSystem::write_acl(int handle, const std::string& acl) {
  if (!acl.empty()) return answer(fsetxattr(handle, kAcl, acl.data(), acl.size(), 0));
  if (fremovexattr(handle, kAcl) == 0 || errno == ENODATA || errno == EOPNOTSUPP) return 0;
  return -errno;
}

int PosixFileSystem::rename(const std::string& from, const std::string& to) {
  return answer(::rename(from.c_str(), to.c_str()));
}
int PosixFileSystem::rename_new(const std::string& from, const std::string& to) {
  return answer(::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE));
}
int PosixFileSystem::unlink(const std::string& path) { return answer(::unlink(path.c_str())); }
int PosixFileSystem::link(const std::string& from, const std::string& to) {
  return answer(::link(from.c_str(), to.c_str()));
}
int PosixFileSystem::make_folder(const std::string& path, unsigned mode) { return answer(mkdir(path.c_str(), mode)); }
int PosixFileSystem::set_mode_at(const std::string& path, unsigned mode) { return answer(chmod(path.c_str(), mode)); }
int PosixFileSystem::remove_folder(const std::string& path) { return answer(rmdir(path.c_str())); }

int PosixFileSystem::list_folder(const std::string& path, std::vector<std::string>& names) {
  DIR* folder = opendir(path.c_str());
  if (folder == nullptr) return -errno;
  for (;;) {
    errno = 0;  // The end of the folder leaves it alone.
    const dirent* entry = readdir(folder);
    if (entry == nullptr) break;
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  const int error = errno;
  closedir(folder);
  return -error;
}

int PosixFileSystem::read_link(const std::string& path, std::string& target) {
  std::array<char, PATH_MAX> text;
  const auto length = readlink(path.c_str(), text.data(), text.size());
  if (length < 0) return -errno;
  target.assign(text.data(), static_cast<std::size_t>(length));
  return 0;
}

int PosixFileSystem::lock(int handle, std::chrono::milliseconds patience) { return lock_patiently(handle, patience); }
int PosixFileSystem::lock_holder(const FileStatus& file) { return find_lock_holder(file); }
unsigned PosixFileSystem::user() { return geteuid(); }

}  // namespace ec2mimic::state
