// The memory that a state file is read into.
//
// A command of this program lives for less than a millisecond, and most of that is the kernel handing out memory: every
// page touched for the first time costs about 14 microseconds. A std::string would zero its memory first and so touch
// each page twice; malloc would fault them in one by one. So the buffer is an anonymous mapping made for one read: a
// small one is populated at once by the call that makes it, a large one is aligned so that the kernel can use pages of
// 2 MiB.
//
// Mapping the file itself was considered and dropped: an editor that truncates the file while we look at it would end
// the program with SIGBUS.
#pragma once

#include <cstddef>
#include <string_view>

namespace ec2mimic::state {

/// Owns its memory; can be moved, not copied. The first size() bytes are filled, capacity() bytes can be.
class Buffer {
 public:
  /// An empty buffer without memory.
  Buffer() = default;

  /// Makes room for at least `capacity` bytes. Throws std::bad_alloc where the system has no such room.
  explicit Buffer(std::size_t capacity);

  Buffer(Buffer&& other) noexcept;
  Buffer& operator=(Buffer&& other) noexcept;
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  ~Buffer();

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t capacity() const { return capacity_; }
  [[nodiscard]] std::string_view text() const { return {data_, size_}; }

  /// Where the next byte goes; free() bytes may be written there.
  [[nodiscard]] char* end() { return data_ + size_; }
  [[nodiscard]] std::size_t free() const { return capacity_ - size_; }

  /// Counts `bytes` more as filled. At most free().
  void grow(std::size_t bytes) { size_ += bytes; }

 private:
  void release();

  char* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
  void* mapping_ = nullptr;  ///< What munmap wants back: a large buffer begins somewhere inside of it.
  std::size_t mapped_ = 0;
};

}  // namespace ec2mimic::state
