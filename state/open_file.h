// An open file of a FileSystem, closed when it goes out of scope.
#pragma once

#include <cerrno>
#include <string>
#include <utility>

#include "state/file_system.h"

namespace ec2mimic::state {

class OpenFile {
 public:
  OpenFile() = default;
  /// Takes ownership of `handle`. If it is a negated errno, nothing is open.
  OpenFile(FileSystem& files, int handle) : files_(&files), handle_(handle) {}
  OpenFile(OpenFile&& other) noexcept : files_(other.files_), handle_(std::exchange(other.handle_, -1)) {}
  OpenFile& operator=(OpenFile&& other) noexcept {
    (void)close();
    files_ = other.files_;
    handle_ = std::exchange(other.handle_, -1);
    return *this;
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() { (void)close(); }

  [[nodiscard]] bool is_open() const { return handle_ >= 0; }
  [[nodiscard]] int handle() const { return handle_; }
  /// The errno of the failed open; 0 if it succeeded.
  [[nodiscard]] int error() const { return handle_ < 0 ? -handle_ : 0; }

  /// Closes the file, once; returns what FileSystem::close does. A failed close is not repeated, because the handle may
  /// already belong to another file.
  int close() { return is_open() ? files_->close(std::exchange(handle_, -1)) : 0; }

 private:
  FileSystem* files_ = nullptr;
  int handle_ = -1;
};

/// Repeats `call` while signals interrupt it (-EINTR).
template <typename Call>
auto uninterrupted(Call call) {
  for (;;) {
    const auto answer = call();
    if (answer != -EINTR) return answer;
  }
}

/// FileSystem::open, repeated if a signal interrupts it.
inline OpenFile open_file(FileSystem& files, const std::string& path, int flags, unsigned mode = 0) {
  return {files, uninterrupted([&] { return files.open(path, flags, mode); })};
}

}  // namespace ec2mimic::state
