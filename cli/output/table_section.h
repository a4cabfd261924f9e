// One section of a table: a title, a line of headers and rows, all of which may be missing.
//
// A section is filled first, because the widest of all sections decides how wide each of them is drawn. Its texts are
// views of texts that somebody else keeps.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace ec2mimic::cli {

/// The text of a row's column or of its header, with the columns it takes on the terminal.
struct TableCell {
  explicit TableCell(std::string_view shown);
  std::string_view text;
  std::size_t width;
};

using TableCells = std::vector<TableCell>;

class TableSection {
 public:
  /// `depth` is the number of bars on either side of the section, beside its own frame.
  TableSection(std::string_view title, std::size_t depth) : title_(title), depth_(depth) {}

  /// Takes the place of the headers that were there. Throws Failure (`list index out of range`) if they are more than
  /// the rows have columns.
  void set_headers(TableCells headers);

  /// Throws Failure (`Row should have 2 elements, instead it has 1`) if the first row or the headers had another number
  /// of columns.
  void add_row(TableCells row);

  [[nodiscard]] const TableCell& title() const { return title_; }
  [[nodiscard]] std::size_t depth() const { return depth_; }
  [[nodiscard]] const TableCells& headers() const { return headers_; }
  [[nodiscard]] const std::vector<TableCells>& rows() const { return rows_; }

  /// How wide the section is in itself, with its frame and the bars beside it.
  [[nodiscard]] std::size_t width() const;

  /// The widths of the columns, their right edges included, for a section that is drawn `width` wide without the bars
  /// beside it: the widths they have in themselves, grown in proportion. Their sum is `width`; there are none if the
  /// section has no columns.
  [[nodiscard]] std::vector<std::size_t> column_widths(std::size_t width) const;

  /// Turns a section with headers and a single row upright: a row for each column, its header and its text.
  void turn_upright();

 private:
  void widen(const TableCells& cells);

  TableCell title_;
  std::size_t depth_;
  bool has_columns_ = false;  // known from the first row or headers
  std::size_t columns_ = 0;
  std::vector<std::size_t> widest_{};  // of each column
  TableCells headers_{};
  std::vector<TableCells> rows_{};
};

}  // namespace ec2mimic::cli
