// Parses a state that is not byte for byte as we write it: edited, re-indented, sorted by another tool, truncated, or
// not a state at all.
//
// Text written by hand is accepted if it has only one possible meaning. So it must be JSON in UTF-8, with no key twice
// in one object, no unknown member, no numbers but 64-bit integers, and within limits of depth and length (layout.h).
// Records are rewritten without white space and with one spelling of every string, so that a search for a quoted id
// finds it however the file spelt it. The order of their members is kept.
//
// It uses the events of nlohmann/json rather than its documents, which keep the last of two equal keys, lose the order
// of members, and have no line numbers.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "state/document.h"

namespace ec2mimic::state {

/// Why a text was refused.
struct Refusal {
  enum class Kind {
    damaged,  ///< `offset` says where.
    foreign,  ///< Not a state of ours.
    newer,    ///< `version` says which, as spelt in the text.
  };
  Kind kind = Kind::damaged;
  std::string what;  ///< In words, without the position.
  std::size_t offset = 0;
  std::string version;
  bool unknown_name = false;  ///< Of one that is damaged: a member of the state has a name that we do not know.
};

/// The result of parse_strictly: either a document or a refusal.
struct Parsed {
  std::optional<Document> document;
  std::optional<Refusal> refusal;
  unsigned version = 0;  ///< The version of the document: 1 to the newest one understood.
};

/// Parses all of `text`. A file of a newer version is refused as `newer` whatever else is in it (version_search.h).
[[nodiscard]] Parsed parse_strictly(std::string_view text, unsigned newest);

/// True if `text` is a state, of any version and however damaged: a JSON object whose `format` says so or, if it is not
/// JSON, a text that begins like an object and has such a member somewhere.
[[nodiscard]] bool is_some_state(std::string_view text);

/// The offset at which the record under `key` of `table` begins in a text that parse_strictly accepted, or nothing if
/// there is no such record.
[[nodiscard]] std::optional<std::size_t> offset_of_record(std::string_view text, std::string_view table,
                                                          std::string_view key);

/// Why `line` cannot be a record, in words, or nothing if it can.
[[nodiscard]] std::optional<std::string> problem_of_record(std::string_view line);

}  // namespace ec2mimic::state
