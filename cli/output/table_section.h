// One section of a table: a title, a line of headers, and rows; each of them may be missing.
//
// Sections are filled before any is drawn, because the widest one decides how wide all are. Texts are views that must
// outlive the section.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace ec2mimic::cli {

/// The text of a cell or header, and the number of terminal columns it takes.
struct TableCell {
  /// Keeps a view of the text.
  explicit TableCell(std::string_view shown);
  std::string_view text;
  std::size_t width;
};

using TableCells = std::vector<TableCell>;

class TableSection {
 public:
  /// `depth` is the number of bars on each side of the section, not counting its frame.
  TableSection(std::string_view title, std::size_t depth) : title_(title), depth_(depth) {}

  /// Replaces the headers. Throws Failure (`list index out of range`) if there are more headers than columns.
  void set_headers(TableCells headers);

  /// Throws Failure (`Row should have 2 elements, instead it has 1`) if the number of cells differs from that of the
  /// headers or the first row, whichever came first.
  void add_row(TableCells row);

  [[nodiscard]] const TableCell& title() const { return title_; }
  [[nodiscard]] std::size_t depth() const { return depth_; }
  [[nodiscard]] const TableCells& headers() const { return headers_; }
  [[nodiscard]] const std::vector<TableCells>& rows() const { return rows_; }

  /// The width that the section needs, including its frame and the bars beside it.
  [[nodiscard]] std::size_t width() const;

  /// The column widths, including their right edges, for a section that is drawn `width` wide, without the bars beside
  /// it: the needed widths, scaled in proportion. They add up to `width`. Empty if the section has no columns.
  [[nodiscard]] std::vector<std::size_t> column_widths(std::size_t width) const;

  /// Turns a section with headers and a single row upright: one row per column, with its header and its text. Other
  /// sections stay as they are.
  void turn_upright();

 private:
  void widen(const TableCells& cells);

  TableCell title_;
  std::size_t depth_;
  bool has_columns_ = false;  // set by the first row or headers
  std::size_t columns_ = 0;
  std::vector<std::size_t> widest_{};  // the widest cell of each column, in terminal columns
  TableCells headers_{};
  std::vector<TableCells> rows_{};
};

}  // namespace ec2mimic::cli
