// The record lines of one table, as they stand in a laid-out text: found, walked and searched without being decoded.
//
//     "rtb-0a": {"RouteTableId":"rtb-0a"},
//     "rtb-0b": {"RouteTableId":"rtb-0b"}
//
// The text is trusted for nothing: a checksum can hold over a file that somebody made to trick us. Every step stays
// inside the text, and a line that is not built like the ones above is reported as MalformedLine by whoever comes
// across it.
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <string>
#include <string_view>

namespace ec2mimic::state {

/// One line. Offsets count from the beginning of the table's lines.
struct RecordLine {
  std::size_t begin = 0;   ///< Where the line begins.
  std::size_t next = 0;    ///< Where the next one begins; behind the last line, where it would.
  std::string_view key;    ///< As spelt in the file (key_text.h), without its quotation marks.
  std::string_view value;  ///< The record: one JSON object.
};

/// Thrown for a line that is not laid out as a record; tells where in the text it begins.
class MalformedLine : public std::exception {
 public:
  explicit MalformedLine(const char* place) : place_(place) {}
  [[nodiscard]] const char* what() const noexcept override { return "a record line is not laid out as one"; }
  [[nodiscard]] const char* place() const { return place_; }

 private:
  const char* place_;
};

/// A view of the lines of one table, with the line break behind each, in byte order of their keys as spelt.
class RecordLines {
 public:
  RecordLines() = default;
  explicit RecordLines(std::string_view text) : text_(text) {}

  /// The text as it was given.
  [[nodiscard]] std::string_view text() const { return text_; }
  /// Where a line behind the last one would begin.
  [[nodiscard]] std::size_t end() const { return text_.size(); }

  /// The line that begins at `offset`, which is less than end().
  [[nodiscard]] RecordLine at(std::size_t offset) const;

  struct Found {
    RecordLine line;  ///< The line with the key, where there is one; otherwise only begin and next, both of them where
                      ///< a line with that key would have to begin.
    bool there = false;
  };
  /// Looks for `key`, as spelt in the file, among the lines from `from` on (which begins a line, or is end()). A binary
  /// search over bytes.
  [[nodiscard]] Found find(std::string_view key, std::size_t from = 0) const;

  /// Visits the lines whose value contains `containing`, in order. The empty text is contained in every one.
  void scan(std::string_view containing, const std::function<void(const RecordLine&)>& visit) const;

 private:
  [[nodiscard]] std::size_t line_begin(std::size_t offset, std::size_t low) const;

  std::string_view text_;
};

}  // namespace ec2mimic::state
