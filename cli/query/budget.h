// The cost of a search: how much memory it holds and how much work it does, counted in one place.
//
// A short expression can double a value at each step, or compare two doubled ones. So everything that makes values
// takes its memory from here, and everything that goes through values or texts reports here how much it did. Work is
// counted instead of timed, so that a query that is refused is refused on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>

namespace ec2mimic::query {

/// The most memory that a search may hold at any time, in bytes, besides the document: its values, the copy that is its
/// result, and the text that the result is shown as. The AWS CLI has no limit.
inline constexpr std::size_t kMostBytes = std::size_t{1} << 30;

/// The most steps that a search may take. A step is one to a few nanoseconds of work: comparing two numbers takes a
/// few, and making a list about twenty. Hundreds of thousands of records, each visited by dozens of nodes, use a tenth
/// of it.
inline constexpr std::uint64_t kMostSteps = 2'000'000'000;

/// Memory taken from a budget counts until it is given back. All functions that count throw EvaluationError if a limit
/// would be exceeded, without counting anything.
class Budget final : public std::pmr::memory_resource {
 public:
  Budget() = default;

  void work(std::uint64_t steps) {
    if (steps > kMostSteps - steps_) throw_too_long();
    steps_ += steps;
  }
  /// Work on a text of that many bytes, done a word at a time, as comparing and copying are.
  void work_on_text(std::size_t size) { work(4 + size / 8); }

  /// Counts memory that comes from elsewhere and is never given back.
  void hold(std::size_t bytes) {
    check_room(bytes);
    bytes_ += bytes;
  }
  /// Checks for memory that is only needed until something else is made, without counting it.
  void check_room(std::size_t bytes) const {
    if (bytes > left()) throw_too_much();
  }
  [[nodiscard]] std::size_t left() const { return kMostBytes - bytes_; }

 private:
  [[noreturn]] static void throw_too_much();
  [[noreturn]] static void throw_too_long();

  void* do_allocate(std::size_t bytes, std::size_t alignment) override;
  void do_deallocate(void* memory, std::size_t bytes, std::size_t alignment) override;
  [[nodiscard]] bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override {
    return this == &other;
  }

  std::size_t bytes_ = 0;
  std::uint64_t steps_ = 0;
};

}  // namespace ec2mimic::query
