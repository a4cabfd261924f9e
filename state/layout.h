// The layout of a state file as we write it, and its recognition without parsing. FORMAT.md is the specification.
//
// Reading an account of 100,000 records must not take longer than reading its bytes. So a text is ours if it begins
// with our header word for word, if the tables stand where the header's index says, and if the checksum in its last
// line holds over every byte before that line. Then no record has to be looked at until somebody asks for it. Every
// other text goes to the strict parser (strict_parser.h).
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
inline constexpr unsigned kCurrentVersion = 1;  ///< The version that this program reads and writes.

// Limits, so that no text can make us use memory or time without bounds. What we write keeps within them as well.
inline constexpr std::size_t kMostFileBytes = std::size_t{1} << 30U;
inline constexpr std::size_t kMostRecordBytes = std::size_t{4} << 20U;
inline constexpr std::size_t kMostKeyBytes = 1024;
inline constexpr std::size_t kMostNameBytes = 64;
inline constexpr std::size_t kMostDepth = 64;  ///< Of objects and lists inside each other, counted from the top.
inline constexpr std::uint64_t kMostCount = INT64_MAX;  ///< Of revision and serial.

struct TableLines {
  std::string_view name;
  RecordLines lines;
};

/// A text taken apart. The views point into it.
struct Layout {
  Header header;
  std::vector<TableLines> tables;  ///< In byte order of their names.

  /// The lines of the table, none where there is no such table.
  [[nodiscard]] RecordLines lines_of(std::string_view table) const;
};

/// Takes `text` apart if it is laid out as we would write it in that version, checksum included; nothing otherwise. The
/// record lines themselves are not looked at. Never throws for what stands in the text.
[[nodiscard]] std::optional<Layout> recognise(std::string_view text, unsigned version);

/// True if the last line of `text` is a checksum line, and the checksum holds.
[[nodiscard]] bool checksum_holds(std::string_view text);

/// What stands in the index: a table and how many bytes its record lines have, their line breaks included.
struct IndexEntry {
  std::string_view name;
  std::size_t bytes = 0;
};

/// The text before the first table.
[[nodiscard]] std::string header_text(const Header& header, unsigned version, std::span<const IndexEntry> index);
/// The line before the records of a table.
[[nodiscard]] std::string table_head(std::string_view name);
/// The line behind the records of a table, which depends on whether another table follows.
[[nodiscard]] std::string_view table_foot(bool last);
/// The text behind the last table up to the checksum line.
[[nodiscard]] std::string_view tables_foot();
/// The last line, for the digits of a checksum.
[[nodiscard]] std::string checksum_line(std::string_view digits);

/// True for what may be the name of a table: lower-case letters, digits and hyphens, at most kMostNameBytes, at least
/// one.
[[nodiscard]] bool is_table_name(std::string_view name);
/// True for twelve digits, and for the empty text of an account that was never named.
[[nodiscard]] bool is_account(std::string_view account);

}  // namespace ec2mimic::state
