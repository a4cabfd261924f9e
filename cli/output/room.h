// How large the text of a document may become.
//
// A small document can have a long text: each level indents it further, and in text and tables maps that share nothing
// get the columns of all others. Where a query made the document, that is bounded.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>

namespace ec2mimic::cli {

class TextTooLarge : public std::runtime_error {
 public:
  TextTooLarge() : std::runtime_error("The answer is too large to show: more than 1 GiB, including its text.") {}
};

class Room {
 public:
  /// Without a bound.
  Room() = default;
  explicit Room(std::size_t most) : most_(most) {}

  /// Throws TextTooLarge if so many bytes are too many.
  void check(std::size_t bytes) const {
    if (bytes > most_) throw TextTooLarge();
  }
  /// Throws TextTooLarge if so much more does not fit; else sees to memory for it, which grows by powers of two, so
  /// that the old and the new memory of a text that grows are never more together than the bound.
  void make(std::string& text, std::size_t more) const {
    const std::size_t size = text.size() + more;
    check(size);
    if (size > text.capacity()) text.reserve(std::bit_ceil(size));
  }
  [[nodiscard]] bool has(std::size_t bytes) const { return bytes <= most_; }
  /// What is left beside so many bytes, which there is room for.
  [[nodiscard]] Room beside(std::size_t bytes) const { return most_ == SIZE_MAX ? Room() : Room(most_ - bytes); }

 private:
  std::size_t most_ = SIZE_MAX;
};

}  // namespace ec2mimic::cli
