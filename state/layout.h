// The layout of a state file as we write it, and how to recognise it without parsing. FORMAT.md is the specification.
//
// Reading an account of 100,000 records must not take longer than reading its bytes. So a text counts as ours if it
// begins with our header word for word, its tables are where the header's index says, and the checksum in its last line
// matches the bytes before that line. No record is then looked at until somebody asks for it. Any other text goes to
// the strict parser (strict_parser.h).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "state/record_lines.h"
#include "state/store.h"

namespace ec2mimic::state {

inline constexpr std::string_view kFormatWord = "ec2mimic-state";
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  ///< Some editors write it; it is skipped.
inline constexpr unsigned kCurrentVersion = 2;                      ///< The version that this program reads and writes.

// Limits, so that no text can make us use unbounded memory or time. What we write stays within them too.
inline constexpr std::size_t kMostFileBytes = std::size_t{1} << 30U;
inline constexpr std::size_t kMostRecordBytes = std::size_t{4} << 20U;
inline constexpr std::size_t kMostKeyBytes = 1024;
inline constexpr std::size_t kMostNameBytes = 64;
inline constexpr std::size_t kMostDepth = 64;  ///< Nesting of objects and lists, counted from the outermost object.
inline constexpr std::uint64_t kMostCount =
    INT64_MAX;  ///< The largest revision, and the largest serial that can be read.

struct TableLines {
  std::string_view name;
  RecordLines lines;
};

/// A recognised text. The views point into it.
struct Layout {
  Header header;
  std::vector<TableLines> tables;  ///< Sorted by the bytes of their names.

  /// The lines of the table; empty if there is no such table.
  [[nodiscard]] RecordLines lines_of(std::string_view table) const;
};

/// The layout of `text` if it is exactly as we would write it in that version, checksum included; nothing otherwise.
/// Does not look at the record lines themselves. Never throws because of what the text holds.
[[nodiscard]] std::optional<Layout> recognise(std::string_view text, unsigned version);

/// True if the last line of `text` is a checksum line and matches the bytes before it.
[[nodiscard]] bool checksum_holds(std::string_view text);

/// An entry of the index: a table and the number of bytes of its record lines, line breaks included.
struct IndexEntry {
  std::string_view name;
  std::size_t bytes = 0;
};

/// The text before the first table.
[[nodiscard]] std::string header_text(const Header& header, unsigned version, std::span<const IndexEntry> index);
/// The line before the records of a table.
[[nodiscard]] std::string table_head(std::string_view name);
/// The line after the records of a table; `last` if no other table follows.
[[nodiscard]] std::string_view table_foot(bool last);
/// The text between the last table and the checksum line.
[[nodiscard]] std::string_view tables_foot();
/// The last line, with the digits of a checksum in it.
[[nodiscard]] std::string checksum_line(std::string_view digits);

/// True if `name` can name a table: 1 to kMostNameBytes lower-case letters, digits and hyphens.
[[nodiscard]] bool is_table_name(std::string_view name);
/// True for twelve digits, and for the empty text: an account that has no number yet.
[[nodiscard]] bool is_account(std::string_view account);

}  // namespace ec2mimic::state
