// The memory that a state file is read into.
//
// A command runs for less than a millisecond, and much of that is page faults: the first touch of each page costs
// several microseconds. A std::string would zero its memory first and malloc would fault pages in one by one, so the
// buffer is an anonymous mapping made for one read. A small mapping is populated by the call that makes it; a large one
// is aligned so that the kernel can use 2 MiB pages.
//
// Mapping the file itself was considered and rejected: if an editor truncated the file while we read it, the program
// would die of SIGBUS.
#pragma once

#include <cstddef>
#include <string_view>

namespace ec2mimic::state {

/// Owns its memory; movable, not copyable. The first size() bytes are filled; the buffer can hold capacity() bytes.
class Buffer {
 public:
  /// An empty buffer without memory.
  Buffer() = default;

  /// Allocates room for at least `capacity` bytes. Throws std::bad_alloc if the system has not enough memory.
  explicit Buffer(std::size_t capacity);

  Buffer(Buffer&& other) noexcept;
  Buffer& operator=(Buffer&& other) noexcept;
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  ~Buffer();

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t capacity() const { return capacity_; }
  [[nodiscard]] std::string_view text() const { return {data_, size_}; }

  /// Where the next byte goes: free() bytes may be written there.
  [[nodiscard]] char* end() { return data_ + size_; }
  [[nodiscard]] std::size_t free() const { return capacity_ - size_; }

  /// Marks `bytes` more bytes as filled. At most free().
  void grow(std::size_t bytes) { size_ += bytes; }

 private:
  void release();

  char* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
  void* mapping_ = nullptr;  ///< What munmap needs: a large buffer begins somewhere inside the mapping.
  std::size_t mapped_ = 0;
};

}  // namespace ec2mimic::state
