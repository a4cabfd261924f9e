// What a record must hold to be worth decoding: texts that are looked for in its line before anything is decoded.
//
// A narrowing only rules out; the caller checks each remaining record.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "state/store.h"

namespace ec2mimic {

class Records;

/// True if `line` contains at least one of the texts, or if there are none.
[[nodiscard]] bool contains_any(std::string_view line, std::span<const std::string_view> texts);

class Narrowing {
 public:
  /// Rules out nothing.
  Narrowing() = default;

  /// From now on the line must contain at least one of these texts as well.
  Narrowing& in_line(std::vector<std::string> texts);
  /// The same for texts that most lines contain: the lines are searched for others first.
  Narrowing& in_line_like_most(std::vector<std::string> texts);
  /// From now on the line must not contain this text.
  Narrowing& unless_in_line(std::string text);
  /// From now on the key must contain at least one of these texts as well.
  Narrowing& in_key(std::vector<std::string> texts);
  /// From now on the key must be one of these as well: with no keys, everything is ruled out.
  Narrowing& is_key(std::vector<std::string> keys);
  /// From now on the table must be one of these as well.
  Narrowing& in_table(std::vector<std::string> tables);

  /// True if it rules out nothing.
  [[nodiscard]] bool rules_out_nothing() const { return *this == Narrowing(); }

  /// Visits the records of `table` that are not ruled out, each once, in no particular order. Where keys are given, the
  /// others are not even looked at; otherwise the lines are searched for the texts that are probably in the fewest. The
  /// visitor must not change the table. The views that it gets are valid as long as the snapshot and this, if no record
  /// changes.
  void scan(const Records& records, std::string_view table, const state::Snapshot::Visit& visit) const;

  bool operator==(const Narrowing&) const = default;

 private:
  enum class Place : std::uint8_t { line, key };
  struct Group {
    Place place;
    std::vector<std::string> texts;
    bool is_common = false;
    [[nodiscard]] std::size_t shortest() const;
    [[nodiscard]] bool admits(std::string_view key, std::string_view line) const;
    bool operator==(const Group&) const = default;
  };

  [[nodiscard]] const Group* rarest() const;

  std::vector<Group> groups_{};
  std::vector<std::string> excluded_{};
  std::optional<std::vector<std::string>> keys_{};  ///< Sorted, each once.
  std::vector<std::vector<std::string>> tables_{};  ///< The table must be in each of these lists.
};

}  // namespace ec2mimic
