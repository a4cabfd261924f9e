// The record lines of one table in a laid-out text: finds, walks and searches them without decoding.
//
//     "rtb-0a": {"RouteTableId":"rtb-0a"},
//     "rtb-0b": {"RouteTableId":"rtb-0b"}
//
// The text is not trusted: somebody can forge a file whose checksum matches. No step leaves the text, and a line that
// is not built like the ones above makes whichever function meets it throw MalformedLine.
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace ec2mimic::state {

/// One line. Offsets are relative to the beginning of the table's lines.
struct RecordLine {
  std::size_t begin = 0;   ///< Where the line begins.
  std::size_t next = 0;    ///< Where the next line begins, or would begin after the last one.
  std::string_view key;    ///< As spelt in the file (json_string.h), without its quotation marks.
  std::string_view value;  ///< The record: one JSON object.
};

/// Thrown for a line that is not laid out as a record; place() is where in the text it begins.
class MalformedLine : public std::exception {
 public:
  explicit MalformedLine(const char* place) : place_(place) {}
  [[nodiscard]] const char* what() const noexcept override { return "a record line is not laid out as one"; }
  [[nodiscard]] const char* place() const { return place_; }

 private:
  const char* place_;
};

/// A view of the lines of one table, each with its line break, sorted by the bytes of their keys as spelt.
class RecordLines {
 public:
  RecordLines() = default;
  explicit RecordLines(std::string_view text) : text_(text) {}

  /// The text passed to the constructor.
  [[nodiscard]] std::string_view text() const { return text_; }
  /// Where a line after the last one would begin.
  [[nodiscard]] std::size_t end() const { return text_.size(); }

  /// The line that begins at `offset`, which must be less than end(). Throws MalformedLine.
  [[nodiscard]] RecordLine at(std::size_t offset) const;

  struct Found {
    RecordLine line;  ///< The line with the key if there is one; otherwise only begin and next, both at the place where
                      ///< a line with that key belongs.
    bool there = false;
  };
  /// Looks for `key`, as spelt in the file, among the lines from `from` on (the beginning of a line, or end()): a
  /// binary search over bytes. Throws MalformedLine.
  [[nodiscard]] Found find(std::string_view key, std::size_t from = 0) const;

  /// Visits the lines whose value contains at least one of the texts, in order; every line if there are none. Throws
  /// MalformedLine.
  void scan_any(std::span<const std::string_view> texts, const std::function<void(const RecordLine&)>& visit) const;
  /// The same for one text; every line if it is empty.
  void scan(std::string_view containing, const std::function<void(const RecordLine&)>& visit) const {
    scan_any({&containing, 1}, visit);
  }

 private:
  [[nodiscard]] std::size_t line_begin(std::size_t offset, std::size_t low) const;

  std::string_view text_;
};

}  // namespace ec2mimic::state
