// Makes the next text from a laid-out text and a set of changes, as a list of pieces.
//
// Lines that nobody changed are carried over byte for byte: most pieces are long ranges of the old text, with the few
// new lines between them. Nothing is copied. A commit that changes one record of 100,000 makes about a dozen pieces,
// which are written with one call.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "state/layout.h"
#include "state/store.h"

namespace ec2mimic::state {

/// The pieces of a text. They point into `made`, the old text and the changes, all of which must outlive them.
struct Pieces {
  std::vector<std::string_view> list;
  std::deque<std::string> made;
  bool changed = false;  ///< Whether any record line differs from the old ones.

  /// The pieces as one text, and the length of that text.
  [[nodiscard]] std::string joined() const;
  [[nodiscard]] std::size_t bytes() const;
};

/// Whether changes are known to be what a state can hold, because the strict parser made them.
enum class Trust : std::uint8_t { checked, unchecked };

/// Lays out `before` with `changes` applied, under `header`. Throws MalformedLine if it comes across an old line that
/// is not laid out as a record, and std::invalid_argument for an unchecked change that no state can hold (see
/// check_change).
[[nodiscard]] Pieces rewrite(const Layout& before, const Header& header, unsigned version, const TableChanges& changes,
                             Trust trust = Trust::unchecked);

/// Throws std::invalid_argument if `table` cannot name a table, if `key` or `line` is too long or not valid UTF-8, or
/// if `line` is not one JSON object on one line. These are errors of the program, not of its user.
void check_change(std::string_view table, std::string_view key, std::string_view line);

}  // namespace ec2mimic::state
