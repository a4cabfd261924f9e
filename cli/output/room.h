// A limit on the text of a document.
//
// A small document can have a very long text: every level adds indentation, and in text and tables, maps without common
// members get the columns of all others. A query can produce such documents, so their text is limited.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>

namespace ec2mimic::cli {

/// Thrown when the text of an answer would exceed its limit.
class TextTooLarge : public std::runtime_error {
 public:
  TextTooLarge() : std::runtime_error("The answer is too large to show: more than 1 GiB, including its text.") {}
};

/// How many bytes the text of an answer may take.
class Room {
 public:
  /// No limit.
  Room() = default;
  /// At most `most` bytes.
  explicit Room(std::size_t most) : most_(most) {}

  /// Throws TextTooLarge if `bytes` exceeds the limit.
  void check(std::size_t bytes) const {
    if (bytes > most_) throw TextTooLarge();
  }
  /// Makes room for `more` bytes, or throws TextTooLarge if they do not fit. Capacity grows by powers of two, so that
  /// while a text is copied to a larger block, both copies together take at most 1 GiB, the largest limit in use.
  void make(std::string& text, std::size_t more) const {
    const std::size_t size = text.size() + more;
    check(size);
    if (size > text.capacity()) text.reserve(std::bit_ceil(size));
  }
  /// True if a text of that size is within the limit.
  [[nodiscard]] bool has(std::size_t bytes) const { return bytes <= most_; }
  /// The room left after `bytes`, which must not exceed the limit.
  [[nodiscard]] Room beside(std::size_t bytes) const { return most_ == SIZE_MAX ? Room() : Room(most_ - bytes); }

 private:
  std::size_t most_ = SIZE_MAX;
};

}  // namespace ec2mimic::cli
