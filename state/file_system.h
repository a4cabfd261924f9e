// The one door to the disk: every call that the state makes of the system, and nothing else.
//
// It is as narrow as the system calls behind it, so that a test can stand in the doorway and fail, shorten or cut off
// each of them: retrying, cleaning up and the order of the steps are the business of the code on this side, where they
// are tested. PosixFileSystem (posix_file_system.h) is the real one; tests/harness/memory_disk.h is a disk in memory.
//
// Every call answers as the kernel does: zero or a useful number, or an errno negated (-ENOENT). Exceptions were
// considered and dropped: half of the failures here are ordinary answers ("there is no such file"), and each caller
// words the others.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "state/buffer.h"

namespace ec2mimic::state {

enum class FileKind { regular, folder, link, other };

/// What the system knows about a file.
struct FileStatus {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::uint64_t size = 0;  ///< In bytes.
  unsigned mode = 0;       ///< The permission bits alone, as in 0600.
  unsigned owner = 0;
  unsigned group = 0;
  FileKind kind = FileKind::other;
  std::int64_t written = 0;  ///< When its content was last changed, in nanoseconds since 1970.
  std::int64_t changed = 0;  ///< When anything about it was last changed, in the same.

  [[nodiscard]] bool same_file(const FileStatus& other) const { return device == other.device && inode == other.inode; }

  /// False if the file was replaced or written to since `earlier`, as far as the system's clock can tell.
  [[nodiscard]] bool unchanged_since(const FileStatus& earlier) const {
    return same_file(earlier) && size == earlier.size && written == earlier.written && changed == earlier.changed;
  }
};

/// Handles are small non-negative numbers, owned by whoever opened them (see open_file.h).
class FileSystem {
 public:
  FileSystem() = default;
  FileSystem(const FileSystem&) = delete;
  FileSystem& operator=(const FileSystem&) = delete;
  virtual ~FileSystem() = default;

  /// Opens a file or folder with the O_ flags of <fcntl.h>; `mode` counts where O_CREAT makes a file. A handle.
  virtual int open(const std::string& path, int flags, unsigned mode) = 0;
  virtual int status(int handle, FileStatus& status) = 0;
  /// Of the path itself: a symbolic link is not followed.
  virtual int status_at(const std::string& path, FileStatus& status) = 0;
  /// One read, from where the last one ended, into the free part of `buffer`. Bytes read; 0 at the end of the file.
  virtual std::int64_t read(int handle, Buffer& buffer) = 0;
  /// One write of at most kMostPieces pieces, in order. Bytes written, which may be fewer than there are.
  virtual std::int64_t write(int handle, std::span<const std::string_view> pieces) = 0;
  /// Returns when what was written to this file, or the entries of this folder, are on the disk.
  virtual int sync(int handle) = 0;
  /// The handle is gone afterwards, whatever the answer.
  virtual int close(int handle) = 0;

  virtual int set_mode(int handle, unsigned mode) = 0;
  virtual int set_owner(int handle, unsigned owner, unsigned group) = 0;
  /// The POSIX access control list of a file, in the kernel's own form; empty if it has no more than its mode.
  virtual int read_acl(int handle, std::string& acl) = 0;
  /// Gives a file that list, or takes its list away if `acl` is empty.
  virtual int write_acl(int handle, const std::string& acl) = 0;

  virtual int rename(const std::string& from, const std::string& to) = 0;
  /// The same, but -EEXIST if there is something at `to`; -EINVAL or -ENOSYS where the system cannot.
  virtual int rename_new(const std::string& from, const std::string& to) = 0;
  virtual int unlink(const std::string& path) = 0;
  virtual int link(const std::string& from, const std::string& to) = 0;
  virtual int make_folder(const std::string& path, unsigned mode) = 0;
  virtual int set_mode_at(const std::string& path, unsigned mode) = 0;
  virtual int remove_folder(const std::string& path) = 0;
  /// Where the symbolic link `path` points, as written in it. -EINVAL where `path` is something else.
  virtual int read_link(const std::string& path, std::string& target) = 0;

  /// Waits until this handle alone holds the lock of its file. -ETIMEDOUT when `patience` is over. The lock ends
  /// when the handle is closed, or when the process ends, however it ends.
  virtual int lock(int handle, std::chrono::milliseconds patience) = 0;
  /// The process that holds the lock of that file, or 0 where that cannot be known.
  virtual int lock_holder(const FileStatus& file) = 0;

  /// The user we act as.
  virtual unsigned user() = 0;

  static constexpr std::size_t kMostPieces = 1024;  ///< What Linux takes in one writev.
};

}  // namespace ec2mimic::state
