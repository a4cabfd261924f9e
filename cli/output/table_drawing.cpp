#include "cli/output/table_drawing.h"

#include <algorithm>
#include <string_view>

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kReset = "\x1b[0m";
constexpr std::string_view kBarStyle = "\x1b[2m\x1b[33m";
constexpr std::string_view kTextStyle = "\x1b[1m\x1b[34m";
constexpr std::size_t kIndent = 2;  // of the text in a cell of a row

class Pen {
 public:
  Pen(std::string& text, Colour colour, const Room& room)
      : text_(text), colour_(colour != Colour::none), resets_(colour == Colour::writes), room_(room) {}

  void first_rule(std::size_t width) {
    room_.make(text_, width);
    text_.append(width, '-');
    text_ += '\n';
    end_write();
  }

  void section(const TableSection& section, std::size_t table_width) {
    width_ = table_width - 2 * section.depth();
    set_bars(section.depth());
    title(section);
    const auto widths = section.column_widths(width_);
    if (!section.headers().empty()) {
      rule(widths);
      headers(section.headers(), widths);
    }
    if (section.rows().empty() || widths.empty()) return;
    rule(widths);
    for (const TableCells& cells : section.rows()) row(cells, widths);
    rule(widths);
  }

 private:
  void end_write() {
    if (resets_) text_ += kReset;
  }

  void set_bars(std::size_t depth) {
    bars_.clear();
    for (std::size_t i = 0; i < depth; ++i) {
      if (colour_) bars_ += kBarStyle;
      bars_ += '|';
      if (colour_) bars_ += kReset;
    }
    if (resets_) bars_ += kReset;
  }

  void begin_line() {
    room_.make(text_, 2 * bars_.size() + width_);
    text_ += bars_;
  }

  void end_line() {
    end_write();
    text_ += bars_;
    text_ += '\n';
    end_write();
  }

  void title(const TableSection& section) {
    if (section.title().text.empty()) return;
    begin_line();
    text_ += '|';
    centred(section.title(), width_, 1);
    end_line();
    if (section.headers().empty() && section.rows().empty()) rule({width_});
  }

  void rule(const std::vector<std::size_t>& widths) {
    begin_line();
    std::size_t edges = 2;
    text_ += '+';
    for (const std::size_t width : widths) {
      blanks(width, edges, '-');
      text_ += '+';
      edges = 1;
    }
    end_line();
  }

  void headers(const TableCells& cells, const std::vector<std::size_t>& widths) {
    begin_line();
    text_ += '|';
    for (std::size_t i = 0; i < std::min(cells.size(), widths.size()); ++i) centred(cells[i], widths[i], i == 0);
    end_line();
  }

  void row(const TableCells& cells, const std::vector<std::size_t>& widths) {
    begin_line();
    text_ += '|';
    for (std::size_t i = 0; i < std::min(cells.size(), widths.size()); ++i) left(cells[i], widths[i], i == 0);
    end_line();
  }

  // Appends `width` - `taken` characters, or none if that is negative.
  void blanks(std::size_t width, std::size_t taken, char blank = ' ') {
    if (width > taken) text_.append(width - taken, blank);
  }

  // The AWS CLI computes the centre from the left edge of the column, although only the first column has an edge of its
  // own. `left_edge` is its width, 1 or 0.
  void centred(const TableCell& cell, std::size_t width, std::size_t left_edge) {
    const std::size_t half = width / 2;
    const std::size_t taken = cell.width / 2 + 1;
    blanks(half, taken);
    text_ += cell.text;
    // A negative start is not clamped, so the right side gets one more blank.
    blanks(width + taken, left_edge + half + cell.width + 1);
    text_ += '|';
  }

  void left(const TableCell& cell, std::size_t width, std::size_t left_edge) {
    const std::size_t indent = width >= cell.width + kIndent + left_edge + 1 ? kIndent : 0;
    text_.append(indent, ' ');
    if (colour_) text_ += kTextStyle;
    text_ += cell.text;
    if (colour_) text_ += kReset;
    blanks(width, left_edge + indent + cell.width + 1);
    text_ += '|';
  }

  std::string& text_;
  bool colour_, resets_;
  const Room& room_;
  std::size_t width_ = 0;  // of the current section
  std::string bars_{};     // on each side of the section
};

}  // namespace

void draw_table(std::string& text, std::span<const TableSection> sections, std::size_t width, Colour colour,
                const Room& room) {
  Pen pen(text, colour, room);
  pen.first_rule(width);
  for (const TableSection& section : sections) pen.section(section, width);
}

}  // namespace ec2mimic::cli
