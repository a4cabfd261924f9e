// Every system call that the state makes on the disk.
//
// The interface is as narrow as the system calls themselves, so that a test can make each of them fail, stop short or
// be interrupted: retries, cleanup and the order of steps are decided by the callers, where they are tested.
// PosixFileSystem (posix_file_system.h) is the real one; tests/harness/memory_disk.h is a disk in memory.
//
// Every call returns what the kernel does: zero or a useful number, or a negated errno (-ENOENT). Exceptions were
// considered and rejected: half of the failures here are ordinary answers ("there is no such file"), and each caller
// words the others itself.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "state/buffer.h"

namespace ec2mimic::state {

enum class FileKind { regular, folder, link, other };

/// What the system knows about a file.
struct FileStatus {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::uint64_t links = 1;  ///< How many names it has.
  std::uint64_t size = 0;   ///< Bytes.
  unsigned mode = 0;        ///< The permission bits alone, as in 0600.
  unsigned owner = 0;
  unsigned group = 0;
  FileKind kind = FileKind::other;
  std::int64_t written = 0;  ///< When its content last changed (mtime), in nanoseconds since 1970.
  std::int64_t changed = 0;  ///< When anything about it last changed (ctime), in nanoseconds since 1970.

  [[nodiscard]] bool same_file(const FileStatus& other) const { return device == other.device && inode == other.inode; }

  /// False if the file was replaced or written to since `earlier`, as far as the resolution of its timestamps can show.
  [[nodiscard]] bool unchanged_since(const FileStatus& earlier) const {
    return same_file(earlier) && size == earlier.size && written == earlier.written && changed == earlier.changed;
  }
};

/// Handles are small non-negative numbers, owned by the caller that opened them (see open_file.h).
class FileSystem {
 public:
  FileSystem() = default;
  FileSystem(const FileSystem&) = delete;
  FileSystem& operator=(const FileSystem&) = delete;
  virtual ~FileSystem() = default;

  /// Opens a file or folder with the O_ flags of <fcntl.h>; `mode` is used if O_CREAT makes a file. Returns a handle.
  virtual int open(const std::string& path, int flags, unsigned mode) = 0;
  /// Fills in `status`, or leaves it alone if this fails. So does status_at.
  virtual int status(int handle, FileStatus& status) = 0;
  /// The status of the path itself: a symbolic link is not followed.
  virtual int status_at(const std::string& path, FileStatus& status) = 0;
  /// One read, continuing from the last one, into the free part of `buffer`. Returns the bytes read; 0 at the end of
  /// file.
  virtual std::int64_t read(int handle, Buffer& buffer) = 0;
  /// One write of the pieces, in order, at most kMostPieces of them. Returns the bytes written, which may be fewer than
  /// asked for.
  virtual std::int64_t write(int handle, std::span<const std::string_view> pieces) = 0;
  /// Returns once what was written to this file, or the entries of this folder, are on the disk.
  virtual int sync(int handle) = 0;
  /// The handle is invalid afterwards, even if this fails.
  virtual int close(int handle) = 0;

  /// fchmod and fchown of an open file.
  virtual int set_mode(int handle, unsigned mode) = 0;
  virtual int set_owner(int handle, unsigned owner, unsigned group) = 0;
  /// The POSIX access control list of a file, in the kernel's own format; empty if the file has only its mode.
  virtual int read_acl(int handle, std::string& acl) = 0;
  /// Sets the access control list of a file, or removes it if `acl` is empty.
  virtual int write_acl(int handle, const std::string& acl) = 0;

  /// Replaces what is at `to`, in one step.
  virtual int rename(const std::string& from, const std::string& to) = 0;
  /// Like rename, but -EEXIST if there is something at `to`; -EINVAL or -ENOSYS if the system cannot do that.
  virtual int rename_new(const std::string& from, const std::string& to) = 0;
  /// Removes a name that is not that of a folder.
  virtual int unlink(const std::string& path) = 0;
  /// Gives the file a second name, a hard link; -EEXIST if there is something at `to`.
  virtual int link(const std::string& from, const std::string& to) = 0;
  /// The umask applies to `mode`. -EEXIST if there is something at `path`.
  virtual int make_folder(const std::string& path, unsigned mode) = 0;
  /// Follows symbolic links.
  virtual int set_mode_at(const std::string& path, unsigned mode) = 0;
  /// Only an empty folder.
  virtual int remove_folder(const std::string& path) = 0;
  /// Adds the names in a folder to `names`, in no order, without `.` and `..`. Follows symbolic links. After a failure
  /// some of them may be there.
  virtual int list_folder(const std::string& path, std::vector<std::string>& names) = 0;
  /// The target of the symbolic link `path`, as written in it. -EINVAL if `path` is not a symbolic link.
  virtual int read_link(const std::string& path, std::string& target) = 0;

  /// Takes the exclusive lock of the file, waiting at most `patience`; -ETIMEDOUT if that runs out. The lock is
  /// released when the handle is closed or the process ends, however it ends.
  virtual int lock(int handle, std::chrono::milliseconds patience) = 0;
  /// The id of the process that holds the lock of that file, or 0 if that cannot be determined.
  virtual int lock_holder(const FileStatus& file) = 0;

  /// The effective user id.
  virtual unsigned user() = 0;

  static constexpr std::size_t kMostPieces = 1024;  ///< The most that Linux accepts in one writev (IOV_MAX).
};

}  // namespace ec2mimic::state
