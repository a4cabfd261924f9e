#include "cli/output/text.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "cli/errors/failure.h"
#include "cli/output/members.h"
#include "cli/python/upper_case.h"
#include "cli/python/value.h"

namespace ec2mimic::cli {
namespace {

// An upper bound for the length of str(value): every byte may be escaped.
std::size_t most_shown(const Json& value) {
  constexpr std::size_t kEscaped = 4, kBeside = 32;
  if (value.is_string()) return kBeside + kEscaped * value.get_ref<const std::string&>().size();
  std::size_t size = kBeside;
  if (value.is_array()) {
    for (const Json& element : value) size += most_shown(element);
  } else if (value.is_object()) {
    for (const auto& [name, member] : value.get_ref<const Json::object_t&>()) {
      size += kBeside + kEscaped * name.size() + most_shown(member);
    }
  }
  return size;
}

class TextWriter {
 public:
  TextWriter(std::string& text, const Room& room) : text_(text), room_(room) {}

  // `name` is the member that the value belongs to, in capitals; nothing at the top level.
  void value(const Json& document, std::optional<std::string_view> name) {
    if (document.is_object()) return map(document, name);
    if (document.is_array()) return list(document, name);
    show(document);
    text_ += '\n';
  }

 private:
  void show(const Json& value) {
    // The text of a list or map is made in one piece, so its size must be known before.
    if (!is_scalar(value)) room_.check(text_.size() + most_shown(value));
    if (value.is_string()) room_.make(text_, value.get_ref<const std::string&>().size());
    python::append_str(text_, value);
  }

  // Begins another cell of the line. A line is only ended if it has any.
  void cell(bool& begun) {
    room_.check(text_.size());
    if (begun) text_ += '\t';
    begun = true;
  }

  void begin(bool& begun, std::optional<std::string_view> name) {
    if (begun || !name) return;
    cell(begun);
    text_ += *name;
  }

  void map(const Json& document, std::optional<std::string_view> name) {
    const auto members = sorted_members(document);
    bool begun = false;
    for (const Member* member : members) {
      if (!is_scalar(member->second)) continue;
      begin(begun, name);
      cell(begun);
      show(member->second);
    }
    if (begun) text_ += '\n';
    for (const Member* member : members) {
      if (!is_scalar(member->second)) value(member->second, upper_case(member->first));
    }
  }

  void list(const Json& document, std::optional<std::string_view> name) {
    const auto is_map = [](const Json& element) { return element.is_object(); };
    if (std::any_of(document.begin(), document.end(), is_map)) return maps(document, name);
    scalars(document, name);
    for (const Json& element : document) {
      if (element.is_array()) list(element, name);
    }
  }

  // Without a name all scalars of a list share one line; under a name each gets a line of its own.
  void scalars(const Json& document, std::optional<std::string_view> name) {
    bool begun = false;
    for (const Json& element : document) {
      if (!is_scalar(element)) continue;
      begin(begun, name);
      cell(begun);
      show(element);
      if (!name) continue;
      text_ += '\n';
      begun = false;
    }
    if (begun) text_ += '\n';
  }

  static Names columns_of(const Json& maps) {
    Names columns;
    for (const Json& element : maps) {
      if (!element.is_object()) {
        throw failures::general('\'' + std::string(python::type_name(element)) + "' object has no attribute 'items'");
      }
      for (const auto& [key, member] : element.get_ref<const Json::object_t&>()) {
        if (is_scalar(member)) columns.insert(key);
      }
    }
    return columns;
  }

  void maps(const Json& document, std::optional<std::string_view> name) {
    const Names columns = columns_of(document);
    // Every cell ends in a tab or a line break, so a text that is far too large is found before it is built.
    room_.check(text_.size() + columns.size() * document.size());
    for (const Json& element : document) row(element, columns, name);
  }

  // A member that is a scalar in any map of the list is a column, even where it is not a scalar.
  void row(const Json& map, const Names& columns, std::optional<std::string_view> name) {
    const auto members = sorted_members(map);
    auto member = members.begin();
    std::vector<const Member*> others;
    const auto pass_until = [&](std::string_view column) {
      while (member != members.end() && (*member)->first < column) others.push_back(*member++);
    };
    bool begun = false;
    for (const std::string_view column : columns) {
      pass_until(column);
      begin(begun, name);
      cell(begun);
      if (member != members.end() && (*member)->first == column) show((*member++)->second);
    }
    others.insert(others.end(), member, members.end());
    if (begun) text_ += '\n';
    for (const Member* other : others) value(other->second, upper_case(other->first));
  }

  std::string& text_;
  const Room& room_;
};

}  // namespace

void append_text(std::string& text, const Json& document, const Room& room) {
  TextWriter(text, room).value(document, std::nullopt);
}

}  // namespace ec2mimic::cli
