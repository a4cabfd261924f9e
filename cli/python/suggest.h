// Which of the known words a misspelt one comes near to.
//
// The AWS CLI asks Python's difflib.get_close_matches, and the order of its answers is part of the text, so this is the
// same measure: twice the number of characters in matching blocks, divided by the number of characters in both words.
// Edit distance was considered and dropped: it ranks `create-route` and `create-route-table` differently.
#pragma once

#include <string_view>
#include <vector>

namespace ec2mimic::cli {

/// How alike two words are, from 0 to 1: Python's SequenceMatcher(None, a, b).ratio() for fewer than 200 characters.
[[nodiscard]] double likeness(std::string_view a, std::string_view b);

/// The at most three choices whose likeness to `word` is at least 0.8, the best first; of equal ones the later in byte
/// order comes first.
[[nodiscard]] std::vector<std::string_view> close_matches(std::string_view word,
                                                          const std::vector<std::string_view>& choices);

}  // namespace ec2mimic::cli
