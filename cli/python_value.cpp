#include "cli/python_value.h"

#include "cli/output/json.h"
#include "cli/python.h"

namespace ec2mimic::cli::python {
namespace {

void append_repr(std::string& text, const Json& value) {
  if (value.is_string()) {
    text += repr(std::string_view(value.get_ref<const std::string&>()));
  } else {
    append_str(text, value);
  }
}

void append_list(std::string& text, const Json& list) {
  text += '[';
  std::string_view before;
  for (const Json& element : list) {
    text += before;
    append_repr(text, element);
    before = ", ";
  }
  text += ']';
}

void append_map(std::string& text, const Json& map) {
  text += '{';
  std::string_view before;
  for (const auto& [name, member] : map.get_ref<const Json::object_t&>()) {
    text += before;
    text += repr(std::string_view(name));
    text += ": ";
    append_repr(text, member);
    before = ", ";
  }
  text += '}';
}

}  // namespace

void append_str(std::string& text, const Json& value) {
  switch (value.type()) {
    case Json::value_t::object:
      return append_map(text, value);
    case Json::value_t::array:
      return append_list(text, value);
    case Json::value_t::string:
      text += value.get_ref<const std::string&>();
      return;
    case Json::value_t::boolean:
      text += value.get<bool>() ? "True" : "False";
      return;
    case Json::value_t::number_float:
      text += python_number(value.get<double>());
      return;
    case Json::value_t::number_integer:
      text += std::to_string(value.get<std::int64_t>());
      return;
    case Json::value_t::number_unsigned:
      text += std::to_string(value.get<std::uint64_t>());
      return;
    case Json::value_t::null:
    case Json::value_t::binary:  // never part of a response
    case Json::value_t::discarded:
      text += "None";
      return;
  }
}

std::string str(const Json& value) {
  std::string text;
  append_str(text, value);
  return text;
}

std::string repr(const Json& value) {
  std::string text;
  append_repr(text, value);
  return text;
}

std::string_view type_name(const Json& value) {
  if (value.is_object()) return "dict";
  if (value.is_array()) return "list";
  if (value.is_string()) return "str";
  if (value.is_boolean()) return "bool";
  if (value.is_number_float()) return "float";
  return value.is_number() ? "int" : "NoneType";
}

bool is_true(const Json& value) {
  if (value.is_boolean()) return value.get<bool>();
  if (value.is_number_float()) return value.get<double>() != 0;
  if (value.is_number()) return value != 0;
  if (value.is_string()) return !value.get_ref<const std::string&>().empty();
  return !value.empty();
}

}  // namespace ec2mimic::cli::python
