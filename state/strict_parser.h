// Reads a state that is not, byte for byte, the one we wrote: edited, re-indented, sorted by another tool, cut off, or
// not a state at all.
//
// What somebody wrote by hand is accepted if it can be understood in one way only. So the text must be JSON in UTF-8,
// with no key twice in one object, no member we do not know, no numbers but integers of 64 bits, and limits to depth
// and length (layout.h). Records are written anew without white space and with one spelling of every string, so that a
// search for a quoted id finds it however it was spelt in the file. The order of their members stays.
//
// It is built on the events of nlohmann/json rather than on its documents: these keep the last of two equal keys,
// forget the order of members and know no line numbers.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "state/document.h"

namespace ec2mimic::state {

/// Why a text is not accepted.
struct Refusal {
  enum class Kind {
    damaged,  ///< `offset` tells where.
    foreign,  ///< Something else than a state of ours.
    newer,    ///< `version` tells which, as it is spelt.
  };
  Kind kind = Kind::damaged;
  std::string what;  ///< In words, without the place.
  std::size_t offset = 0;
  std::string version;
  bool unknown_name = false;  ///< Of one that is damaged: a member of the state has a name that we do not know.
};

/// What parse_strictly found. Exactly one of document and refusal is there.
struct Parsed {
  std::optional<Document> document;
  std::optional<Refusal> refusal;
  unsigned version = 0;  ///< Of the document: from 1 to the newest one understood.
};

/// Reads the whole of `text`. A file of a newer version is `newer` whatever else is in it (version_search.h).
[[nodiscard]] Parsed parse_strictly(std::string_view text, unsigned newest);

/// Where the record under `key` of `table` begins in a text that parse_strictly accepted; nothing where there is none.
[[nodiscard]] std::optional<std::size_t> offset_of_record(std::string_view text, std::string_view table,
                                                          std::string_view key);

/// What would be refused about `line` as a record, in words, or nothing where it can stand in a state.
[[nodiscard]] std::optional<std::string> problem_of_record(std::string_view line);

}  // namespace ec2mimic::state
