// Finds the known words that a misspelt one resembles.
//
// The AWS CLI uses Python's difflib.get_close_matches, and the order of its results shows in the message, so this is
// the same measure: twice the number of characters in matching blocks, divided by the number of characters in both
// words. Edit distance was considered and rejected: it ranks `create-route` and `create-route-table` differently.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ec2mimic::cli {

/// How similar two words are, from 0 to 1: Python's SequenceMatcher(None, a, b).ratio() for fewer than 200 characters.
[[nodiscard]] double likeness(std::string_view a, std::string_view b);

/// ` Did you mean 'blog'?` for the choice that the word resembles most, whatever the case of its letters; empty if it
/// resembles none. `kind` goes before the choice. Unlike what the AWS CLI suggests, it is for our own commands.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& choices,
                                       std::string_view kind = {});

/// At most three choices whose likeness to `word` is at least 0.8, best first; of equals the later in byte order comes
/// first.
[[nodiscard]] std::vector<std::string_view> close_matches(std::string_view word,
                                                          const std::vector<std::string_view>& choices);

}  // namespace ec2mimic::cli
