#include "cli/output/json.h"

#include <charconv>
#include <cmath>
#include <string_view>

namespace ec2mimic::cli {
namespace {

// One string, added to at its end; nlohmann's own dump writes separators otherwise and escapes DEL.
class Writer {
 public:
  std::string text{};

  void value(const Json& document, std::size_t depth) {
    switch (document.type()) {
      case Json::value_t::object:
        return object(document, depth);
      case Json::value_t::array:
        return array(document, depth);
      case Json::value_t::string:
        return string(document.get_ref<const std::string&>());
      case Json::value_t::boolean:
        text += document.get<bool>() ? "true" : "false";
        return;
      case Json::value_t::number_float:
        return number(document.get<double>());
      case Json::value_t::number_integer:
        text += std::to_string(document.get<std::int64_t>());
        return;
      case Json::value_t::number_unsigned:
        text += std::to_string(document.get<std::uint64_t>());
        return;
      case Json::value_t::null:
      case Json::value_t::binary:  // never part of a response
      case Json::value_t::discarded:
        text += "null";
        return;
    }
  }

 private:
  void line(std::size_t depth) {
    text += '\n';
    text.append(4 * depth, ' ');
  }

  void object(const Json& document, std::size_t depth) {
    if (document.empty()) {
      text += "{}";
      return;
    }
    char before = '{';
    for (auto member = document.begin(); member != document.end(); ++member) {
      text += before;
      line(depth + 1);
      string(member.key());
      text += ": ";
      value(*member, depth + 1);
      before = ',';
    }
    line(depth);
    text += '}';
  }

  void array(const Json& document, std::size_t depth) {
    if (document.empty()) {
      text += "[]";
      return;
    }
    char before = '[';
    for (const Json& element : document) {
      text += before;
      line(depth + 1);
      value(element, depth + 1);
      before = ',';
    }
    line(depth);
    text += ']';
  }

  // Python's json writes these three so.
  void number(double value) {
    if (std::isnan(value)) {
      text += "NaN";
    } else if (std::isinf(value)) {
      text += value < 0 ? "-Infinity" : "Infinity";
    } else {
      text += python_number(value);
    }
  }

  void string(std::string_view value) {
    text += '"';
    std::size_t written = 0;
    for (std::size_t at = 0; at < value.size(); ++at) {
      const auto c = static_cast<unsigned char>(value[at]);
      if (c >= 0x20 && c != '"' && c != '\\') continue;
      text += value.substr(written, at - written);
      escape(c);
      written = at + 1;
    }
    text += value.substr(written);
    text += '"';
  }

  void escape(unsigned char c) {
    constexpr std::string_view kPlain = "\"\\\n\r\t\b\f";
    constexpr std::string_view kNames = "\"\\nrtbf";
    text += '\\';
    if (const auto which = kPlain.find(static_cast<char>(c)); which != std::string_view::npos) {
      text += kNames[which];
      return;
    }
    constexpr std::string_view kDigits = "0123456789abcdef";
    text += "u00";
    text += kDigits[c >> 4];
    text += kDigits[c & 15];
  }
};

}  // namespace

std::string to_python_json(const Json& document) {
  Writer writer;
  writer.text.reserve(4096);
  writer.value(document, 0);
  writer.text += '\n';
  return std::move(writer.text);
}

std::string python_number(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number < 0 ? "-inf" : "inf";
  // Python writes the shortest digits, with a power of ten from 1e16 on and below 1e-4.
  char digits[64];
  const auto shortest = std::to_chars(digits, digits + sizeof digits, number, std::chars_format::scientific);
  std::string_view text(digits, static_cast<std::size_t>(shortest.ptr - digits));
  int power = 0;
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

}  // namespace ec2mimic::cli
