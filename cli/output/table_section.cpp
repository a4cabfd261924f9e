#include "cli/output/table_section.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

#include "cli/errors/failure.h"
#include "cli/python/text_width.h"

namespace ec2mimic::cli {
namespace {

constexpr std::size_t kPadding = 4;  // per column: two blanks on the left, one on the right and the edge
constexpr std::size_t kFrame = 2;

}  // namespace

TableCell::TableCell(std::string_view shown) : text(shown), width(text_width(shown)) {}

void TableSection::set_headers(TableCells headers) {
  widen(headers);
  if (!std::exchange(has_columns_, true)) columns_ = headers.size();
  headers_ = std::move(headers);
}

void TableSection::add_row(TableCells row) {
  if (!std::exchange(has_columns_, true)) columns_ = row.size();
  if (row.size() != columns_) {
    throw failures::general("Row should have " + std::to_string(columns_) + " elements, instead it has " +
                            std::to_string(row.size()));
  }
  widen(row);
  rows_.push_back(std::move(row));
}

void TableSection::widen(const TableCells& cells) {
  if (widest_.empty()) widest_.resize(cells.size());
  if (cells.size() > widest_.size()) throw failures::general("list index out of range");
  for (std::size_t i = 0; i < cells.size(); ++i) widest_[i] = std::max(widest_[i], cells[i].width);
}

std::size_t TableSection::width() const {
  const std::size_t columns = std::accumulate(widest_.begin(), widest_.end(), widest_.size() * kPadding);
  return std::max(title_.width, columns) + kFrame + 2 * depth_;
}

std::vector<std::size_t> TableSection::column_widths(std::size_t width) const {
  std::vector<std::size_t> widths = widest_;
  if (widths.empty()) return widths;
  for (std::size_t& column : widths) column += kPadding;
  const std::size_t own = std::accumulate(widths.begin(), widths.end(), std::size_t{0});
  const double scale = static_cast<double>(width) / static_cast<double>(own);
  // Halves are rounded to even, as Python does.
  for (std::size_t& column : widths)
    column = static_cast<std::size_t>(std::nearbyint(scale * static_cast<double>(column)));
  // The excess of rounding is taken from the columns in turn, from the left; what is missing is added from the right.
  std::size_t sum = std::accumulate(widths.begin(), widths.end(), std::size_t{0});
  for (std::size_t i = 0; sum > width; i = (i + 1) % widths.size(), --sum) --widths[i];
  for (std::size_t i = widths.size() - 1; sum < width; i = (i == 0 ? widths.size() : i) - 1, ++sum) ++widths[i];
  return widths;
}

void TableSection::turn_upright() {
  // With more rows the names would no longer stand beside their values; the AWS CLI leaves such a section too wide.
  if (rows_.size() != 1 || headers_.empty()) return;
  TableSection upright(title_.text, depth_);
  const std::size_t count = std::min(headers_.size(), rows_.front().size());
  for (std::size_t i = 0; i < count; ++i) upright.add_row({headers_[i], rows_.front()[i]});
  *this = std::move(upright);
}

}  // namespace ec2mimic::cli
