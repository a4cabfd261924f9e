// From a laid-out text and a set of changes to the text that comes next, as a list of pieces.
//
// The lines that nobody changes are carried across as the bytes they were: most pieces are long ranges of the old text,
// and between them stand the few lines that are new. Nothing is copied. A commit that changes one record of 100,000
// makes about a dozen pieces, which go to the disk with one call.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "state/layout.h"
#include "state/store.h"

namespace ec2mimic::state {

/// The pieces of a text. They point into `made`, into the old text and into the changes, and so last as long as these
/// do.
struct Pieces {
  std::vector<std::string_view> list;
  std::deque<std::string> made;
  bool changed = false;  ///< Whether any record line differs from the old ones.

  /// The pieces as one text, and its length.
  [[nodiscard]] std::string joined() const;
  [[nodiscard]] std::size_t bytes() const;
};

/// Lays out `before` with `changes` made to it, under `header`. Throws MalformedLine for an old line that is in the way
/// and is none, and std::invalid_argument for a change that no state can hold (see check_change).
[[nodiscard]] Pieces rewrite(const Layout& before, const Header& header, unsigned version, const TableChanges& changes);

/// Throws std::invalid_argument if the name is no table's name, or the key or the line too long, or not valid UTF-8, or
/// the line is not one JSON object on one line: mistakes of the program, not of its user.
void check_change(std::string_view table, std::string_view key, std::string_view line);

}  // namespace ec2mimic::state
