// What a search may cost: how much it holds in memory and how much it does, counted in one place.
//
// A short expression can double a value at each step, or have two doubled ones compared. So whatever makes values takes
// its memory from here, and whatever goes through values or texts says here how far it went. Work is counted and not
// timed, so that a query that is refused is refused everywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>

namespace ec2mimic::query {

/// How much a search may hold at any time, beside the document: its values, the copy that is its result, and the text
/// that the result is shown as. The AWS CLI takes what the machine has.
inline constexpr std::size_t kMostBytes = std::size_t{1} << 30;

/// How much a search may do. A step is one to a few nanoseconds' work: a comparison of two numbers is a few, a list
/// that is made some twenty. Hundreds of thousands of records, each met by dozens of nodes, take a tenth of it.
inline constexpr std::uint64_t kMostSteps = 2'000'000'000;

/// Memory that is taken from a budget counts until it is given back. All functions that count throw EvaluationError
/// where a bound is passed, and have counted nothing then.
class Budget final : public std::pmr::memory_resource {
 public:
  Budget() = default;

  void work(std::uint64_t steps) {
    if (steps > kMostSteps - steps_) throw_too_long();
    steps_ += steps;
  }
  /// Of going through texts of that size by whole words, as comparing and copying do.
  void work_on_text(std::size_t size) { work(4 + size / 8); }

  /// Counts memory that comes from elsewhere and is not given back.
  void hold(std::size_t bytes) {
    check_room(bytes);
    bytes_ += bytes;
  }
  /// For what is made on the way and gone before anything else is made.
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
