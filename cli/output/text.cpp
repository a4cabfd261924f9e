#include "cli/output/text.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "cli/failure.h"
#include "cli/output/members.h"
#include "cli/output/upper_case.h"
#include "core/python/value.h"

namespace ec2mimic::cli {
namespace {

class Writer {
 public:
  explicit Writer(std::string& text) : text_(text) {}

  // `name` is the one that the value stands under, in capitals; there is none at the top.
  void value(const Json& document, std::optional<std::string_view> name) {
    if (document.is_object()) return map(document, name);
    if (document.is_array()) return list(document, name);
    python::append_str(text_, document);
    text_ += '\n';
  }

 private:
  // A line grows by its cells and is closed if there were any.
  void cell(bool& begun) {
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
      python::append_str(text_, member->second);
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

  // One line of what stands in a list itself, or under a name one line for each.
  void scalars(const Json& document, std::optional<std::string_view> name) {
    bool begun = false;
    for (const Json& element : document) {
      if (!is_scalar(element)) continue;
      begin(begun, name);
      cell(begun);
      python::append_str(text_, element);
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
    for (const Json& element : document) row(element, columns, name);
  }

  // A member that some other map of the list has as a scalar is a cell, whatever it is here.
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
      if (member != members.end() && (*member)->first == column) python::append_str(text_, (*member++)->second);
    }
    others.insert(others.end(), member, members.end());
    if (begun) text_ += '\n';
    for (const Member* other : others) value(other->second, upper_case(other->first));
  }

  std::string& text_;
};

}  // namespace

void append_text(std::string& text, const Json& document) { Writer(text).value(document, std::nullopt); }

}  // namespace ec2mimic::cli
