#include "cli/python/value.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "cli/python/text.h"

namespace ec2mimic::python {
namespace {

// Within a list or map a string is quoted, unlike one by itself.
void append_repr(std::string& text, const Json& value) {
  if (value.is_string()) {
    text += repr(std::string_view(value.get_ref<const std::string&>()));
  } else {
    append_str(text, value);
  }
}

std::string bytes_repr(const Json::binary_t& bytes) {
  const bool has_quote = std::find(bytes.begin(), bytes.end(), '\'') != bytes.end();
  const char quote = has_quote && std::find(bytes.begin(), bytes.end(), '"') == bytes.end() ? '"' : '\'';
  std::string text = {'b', quote};
  for (const unsigned char byte : bytes) {
    const char c = static_cast<char>(byte);
    if (c == '\n') {
      text += "\\n";
    } else if (c == '\r') {
      text += "\\r";
    } else if (c == '\t') {
      text += "\\t";
      // Unlike in a text, everything beyond ASCII is escaped.
    } else if (byte < 0x20 || byte > 0x7E) {
      text += "\\x";
      append_hex(text, byte, 2);
    } else {
      if (c == quote || c == '\\') text += '\\';
      text += c;
    }
  }
  return text + quote;
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
    text += name.starts_with(kOtherKey) ? std::string(shown_key(name)) : repr(std::string_view(name));
    text += ": ";
    append_repr(text, member);
    before = ", ";
  }
  text += '}';
}

}  // namespace

std::string number_repr(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number < 0 ? "-inf" : "inf";
  // Python writes the shortest digits that read back the same, with an exponent from 1e16 up and below 1e-4.
  char digits[64];
  const auto shortest = std::to_chars(digits, digits + sizeof digits, number, std::chars_format::scientific);
  std::string_view text(digits, static_cast<std::size_t>(shortest.ptr - digits));
  int power = 0;
  // The exponent decides between the two forms, so the number is always written with one first.
  const std::size_t e = text.find('e');
  const std::size_t sign = text[e + 1] == '+' ? 1 : 0;  // from_chars takes no plus
  std::from_chars(text.data() + e + 1 + sign, text.data() + text.size(), power);
  if (power < -4 || power >= 16) return std::string(text);
  char plain[64];
  const auto end = std::to_chars(plain, plain + sizeof plain, number, std::chars_format::fixed);
  std::string result(plain, static_cast<std::size_t>(end.ptr - plain));
  if (result.find('.') == std::string::npos) result += ".0";
  return result;
}

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
      text += number_repr(value.get<double>());
      return;
    case Json::value_t::number_integer:
      text += std::to_string(value.get<std::int64_t>());
      return;
    case Json::value_t::number_unsigned:
      text += std::to_string(value.get<std::uint64_t>());
      return;
    case Json::value_t::binary:
      text += non_json_kind(value) == NonJson::bytes ? bytes_repr(value.get_binary()) : non_json_text(value);
      return;
    case Json::value_t::null:
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

bool has_other_key(const Json& object) {
  const auto& members = object.get_ref<const Json::object_t&>();
  return std::any_of(members.begin(), members.end(),
                     [](const auto& member) { return member.first.starts_with(kOtherKey); });
}

std::string_view shown_key(std::string_view key) {
  return key.starts_with(kOtherKey) ? key.substr(kOtherKey.size()) : key;
}

std::string tuple_str(const Json& list) {
  std::string text = str(list);
  text.front() = '(';
  text.back() = ')';
  if (list.size() == 1) text.insert(text.size() - 1, ",");
  return text;
}

std::string repr(const Json& value) {
  std::string text;
  append_repr(text, value);
  return text;
}

namespace {

std::string_view non_json_class(NonJson kind) {
  constexpr std::string_view kNames[] = {"bytes", "date", "datetime", "int"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace

std::string_view type_name(const Json& value) {
  if (value.is_object()) return "dict";
  if (value.is_array()) return "list";
  if (value.is_string()) return "str";
  if (value.is_boolean()) return "bool";
  if (value.is_number_float()) return "float";
  if (value.is_binary()) return non_json_class(non_json_kind(value));
  return value.is_number() ? "int" : "NoneType";
}

std::string class_name(const Json& value) {
  const bool is_date = is_non_json(value, NonJson::date) || is_non_json(value, NonJson::datetime);
  return "<class '" + std::string(is_date ? "datetime." : "") + std::string(type_name(value)) + "'>";
}

bool is_true(const Json& value) {
  if (value.is_boolean()) return value.get<bool>();
  if (value.is_number_float()) return value.get<double>() != 0;
  if (value.is_number()) return value != 0;
  if (value.is_string()) return !value.get_ref<const std::string&>().empty();
  return !value.empty();
}

namespace {

std::string escaped(char32_t unit) {
  std::string text = "\\u";
  append_hex(text, unit, 4);
  return text;
}

}  // namespace

std::string dumped(std::string_view value) {
  constexpr std::string_view kPlain = "\"\\\n\r\t\b\f";
  constexpr std::string_view kNames = "\"\\nrtbf";
  std::string text = "\"";
  for (const char32_t c : decode(value)) {
    const std::size_t which = c < 0x80 ? kPlain.find(static_cast<char>(c)) : std::string_view::npos;
    if (which != std::string_view::npos) {
      text += {'\\', kNames[which]};
    } else if (c >= 0x20 && c < 0x7F) {
      text += static_cast<char>(c);
    } else if (c < 0x10000) {
      text += escaped(c);
    } else {
      text += escaped(0xD800 + ((c - 0x10000) >> 10)) + escaped(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }
  return text + '"';
}

std::string dumps(const Json& value) {
  if (value.is_string()) return dumped(value.get_ref<const std::string&>());
  if (value.is_number_float()) {
    const double number = value.get<double>();
    if (std::isnan(number)) return "NaN";
    if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
    return number_repr(number);
  }
  if (value.is_array()) {
    std::string text;
    for (const Json& element : value) (text += text.empty() ? "" : ",") += dumps(element);
    return '[' + text + ']';
  }
  if (value.is_object()) {
    std::string text;
    for (const auto& [name, member] : value.items()) {
      (text += text.empty() ? "" : ",") += dumped(name) + ':' + dumps(member);
    }
    return '{' + text + '}';
  }
  if (is_non_json(value, NonJson::integer)) return non_json_text(value);
  return value.dump();
}

}  // namespace ec2mimic::python
