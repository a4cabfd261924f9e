// Searches long texts for a short one at the speed at which memory is read.
//
// A describe with a filter searches the whole file, and memmem() took several times as long as reading it.
#pragma once

#include <cstddef>
#include <string_view>

namespace ec2mimic::state {

class TextSearch {
 public:
  /// Keeps the view of the text to look for.
  explicit TextSearch(std::string_view wanted);

  [[nodiscard]] std::string_view wanted() const { return wanted_; }

  /// The offset of the first occurrence in `text` at or after `from`, or npos. An empty text occurs everywhere.
  [[nodiscard]] std::size_t find(std::string_view text, std::size_t from) const;

 private:
  std::string_view wanted_;
  std::size_t rare_ = 0;   ///< The offset in wanted_ of the byte that is probably the rarest in a state,
  std::size_t other_ = 0;  ///< and of the next one; the same if there is only one byte.
};

}  // namespace ec2mimic::state
