#include <sys/mman.h>

#include <cstdint>
#include <limits>
#include <new>
#include <utility>

#include "state/buffer.h"

namespace ec2mimic::state {
namespace {

constexpr std::size_t kPage = 4096;
constexpr std::size_t kHugePage = std::size_t{2} << 20;
// From this size on, clearing one huge page costs less than faulting in the small pages that it replaces.
constexpr std::size_t kLarge = std::size_t{512} << 10;

constexpr std::size_t round_up(std::size_t size, std::size_t unit) { return (size + unit - 1) / unit * unit; }

void* map(std::size_t size, int extra_flags) {
  void* memory = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | extra_flags, -1, 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();
  return memory;
}

}  // namespace

Buffer::Buffer(std::size_t capacity) {
  if (capacity == 0) return;
  if (capacity > std::numeric_limits<std::size_t>::max() / 2) throw std::bad_alloc();
  if (capacity < kLarge) {
    mapped_ = capacity_ = round_up(capacity, kPage);
    // All pages at once costs less than a page fault for each.
    mapping_ = map(mapped_, MAP_POPULATE);
    data_ = static_cast<char*>(mapping_);
    return;
  }
  // One huge page more than needed, so that the buffer can begin at a multiple of its size.
  capacity_ = round_up(capacity, kHugePage);
  mapped_ = capacity_ + kHugePage;
  mapping_ = map(mapped_, 0);
  const auto begin = reinterpret_cast<std::uintptr_t>(mapping_);
  data_ = static_cast<char*>(mapping_) + (round_up(begin, kHugePage) - begin);
  // Only advice: without huge pages the kernel uses small ones.
  (void)madvise(data_, capacity_, MADV_HUGEPAGE);
}

Buffer::Buffer(Buffer&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      capacity_(std::exchange(other.capacity_, 0)),
      mapping_(std::exchange(other.mapping_, nullptr)),
      mapped_(std::exchange(other.mapped_, 0)) {}

Buffer& Buffer::operator=(Buffer&& other) noexcept {
  if (this == &other) return *this;
  release();
  data_ = std::exchange(other.data_, nullptr);
  size_ = std::exchange(other.size_, 0);
  capacity_ = std::exchange(other.capacity_, 0);
  mapping_ = std::exchange(other.mapping_, nullptr);
  mapped_ = std::exchange(other.mapped_, 0);
  return *this;
}

Buffer::~Buffer() { release(); }

void Buffer::release() {
  if (mapping_ != nullptr) munmap(mapping_, mapped_);
  mapping_ = nullptr;
}

}  // namespace ec2mimic::state
