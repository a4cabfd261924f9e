#include "cli/output/table.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <vector>

#include "cli/errors/failure.h"
#include "cli/output/members.h"
#include "cli/output/table_drawing.h"
#include "cli/output/table_section.h"
#include "cli/python/value.h"

namespace ec2mimic::cli {
namespace {

// The member names of maps that share a section: those that are columns, and those with sections of their own. A name
// can be both, in different maps.
struct Layout {
  Names columns{}, sections{};

  void add(const Json& map) {
    for (const auto& [name, member] : map.get_ref<const Json::object_t&>()) {
      (is_scalar(member) ? columns : sections).insert(name);
    }
  }
};

[[noreturn]] void fail(const std::string& message) { throw failures::general(message); }

std::string quoted_type(const Json& value) { return '\'' + std::string(python::type_name(value)) + '\''; }

bool is_beyond_int64(const Json& number) {
  return number.is_number_unsigned() && number.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max();
}

// Where a list should contain maps, the AWS CLI iterates over any other element and uses the items as keys. Python's
// message depends on the value. A list of integers that are valid indices into itself fails later: when they are sorted
// together with names, or when the list is used as a map.
void check_keys_of(const Json& element, const Layout& layout) {
  if (element.is_string()) {
    if (!element.get_ref<const std::string&>().empty()) fail("string indices must be integers, not 'str'");
    return;
  }
  if (!element.is_array()) fail(quoted_type(element) + " object is not iterable");
  const auto size = static_cast<std::int64_t>(element.size());
  for (const Json& key : element) {
    if (!key.is_number_integer() && !key.is_boolean()) {
      fail("list indices must be integers or slices, not " + std::string(python::type_name(key)));
    }
    const std::int64_t place = key.is_boolean() ? key.get<bool>() : key.get<std::int64_t>();
    if (place >= size || place < -size || is_beyond_int64(key)) fail("list index out of range");
  }
  if (!element.empty() && !layout.columns.empty()) fail("'<' not supported between instances of 'int' and 'str'");
  if (!element.empty()) fail("'list' object has no attribute 'get'");
}

Layout layout_of(const Json& maps) {
  Layout layout;
  for (const Json& element : maps) {
    if (element.is_object()) {
      layout.add(element);
    } else {
      check_keys_of(element, layout);
    }
  }
  return layout;
}

class Builder {
 public:
  explicit Builder(const Room& room) : room_(room) {}

  std::vector<TableSection> sections{};

  /// The approximate memory that the sections take.
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

  void section(std::string_view title, const Json& value, std::size_t depth) {
    if (!python::is_true(value)) return;
    open(title, depth);
    content(value, title, depth);
  }

 private:
  TableSection& current() { return sections.back(); }

  // Every repeated title counts, because it is drawn and measured each time.
  void open(std::string_view title, std::size_t depth) {
    take(2 * sizeof(TableSection) + title.size());
    sections.emplace_back(title, depth);
  }

  // An estimate: a cell may be turned upright, into a row of its own with a header, and its text may be a copy.
  void take_cells(std::size_t count) { take(64 + 96 * count); }

  void take(std::size_t bytes) { room_.check(bytes_ += bytes); }

  void content(const Json& value, std::string_view title, std::size_t depth) {
    if (value.is_object()) return map(value, depth);
    if (!value.is_array()) return;
    if (value.front().is_object()) return maps(value, title, depth);
    for (const Json& element : value) row(element);
  }

  // A list of scalars becomes a row, and so do the names of a map among other values; the contents of a deeper list are
  // added to the current section.
  void row(const Json& element) {
    TableCells cells;
    if (is_scalar(element)) {
      cells.push_back(cell(element));
    } else if (element.is_object()) {
      for (const auto& [name, unused] : element.get_ref<const Json::object_t&>()) cells.emplace_back(name);
    } else if (std::all_of(element.begin(), element.end(), is_scalar)) {
      for (const Json& one : element) cells.push_back(cell(one));
    } else {
      return content(element, {}, 0);
    }
    take_cells(cells.size());
    current().add_row(std::move(cells));
  }

  void map(const Json& map, std::size_t depth) {
    const auto members = sorted_members(map);
    TableCells names, values;
    for (const Member* member : members) {
      if (!is_scalar(member->second)) continue;
      names.emplace_back(member->first);
      values.push_back(cell(member->second));
    }
    take_cells(2 * names.size());
    if (names.size() == 1) {
      current().add_row({names.front(), values.front()});
    } else if (!names.empty()) {
      current().set_headers(std::move(names));
      current().add_row(std::move(values));
    }
    for (const Member* member : members) {
      if (!is_scalar(member->second)) section(member->first, member->second, depth + 1);
    }
  }

  // If any of the maps has nested sections, each map gets a section of its own, so that its nested sections follow it.
  void maps(const Json& list, std::string_view title, std::size_t depth) {
    const Layout layout = layout_of(list);
    const TableCells headers(layout.columns.begin(), layout.columns.end());
    take_cells(headers.size());
    current().set_headers(headers);
    bool first = true;
    for (const Json& element : list) {
      if (!first && !layout.sections.empty()) {
        open(title, depth);
        take_cells(headers.size());
        current().set_headers(headers);
      }
      first = false;
      add_map(element, layout, depth);
    }
  }

  void add_map(const Json& element, const Layout& layout, std::size_t depth) {
    if (!element.is_object()) {
      if (!layout.columns.empty()) fail(quoted_type(element) + " object has no attribute 'get'");
      return current().add_row({});
    }
    const auto members = sorted_members(element);
    auto member = members.begin();
    take_cells(layout.columns.size());
    TableCells cells;
    cells.reserve(layout.columns.size());
    for (const std::string_view column : layout.columns) {
      while (member != members.end() && (*member)->first < column) ++member;
      const bool is_there = member != members.end() && (*member)->first == column;
      cells.push_back(is_there ? cell((*member)->second) : TableCell(""));
    }
    current().add_row(std::move(cells));
    for (const Member* other : members) {
      if (layout.sections.count(other->first) > 0) section(other->first, other->second, depth + 1);
    }
  }

  TableCell cell(const Json& value) {
    if (value.is_string()) return TableCell(value.get_ref<const std::string&>());
    if (value.is_boolean()) return TableCell(value.get<bool>() ? "True" : "False");
    return TableCell(texts_.emplace_back(python::str(value)));
  }

  const Room& room_;
  std::size_t bytes_ = 0;
  std::deque<std::string> texts_{};  // of cells that are not strings in the document
};

std::size_t width_of(const std::vector<TableSection>& sections) {
  std::size_t width = 0;
  for (const TableSection& section : sections) width = std::max(width, section.width());
  return width;
}

}  // namespace

void append_table(std::string& text, const Json& document, std::string_view title, int width, Colour colour,
                  const Room& room) {
  Builder table(room);
  table.section(title, document, 0);
  if (table.sections.empty()) return;
  std::size_t needed = width_of(table.sections);
  if (needed > static_cast<std::size_t>(std::max(width, 0))) {
    for (TableSection& section : table.sections) section.turn_upright();
    needed = width_of(table.sections);
  }
  draw_table(text, table.sections, needed, colour, room.beside(table.bytes()));
}

}  // namespace ec2mimic::cli
