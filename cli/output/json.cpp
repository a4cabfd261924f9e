#include "cli/output/json.h"

#include <cmath>
#include <string_view>

#include "cli/python/value.h"

namespace ec2mimic::cli {
namespace {

// Appends to one string. nlohmann's own dump() is not used: it writes other separators and escapes DEL.
class Writer {
 public:
  Writer(std::string& written, const Room& room) : text(written), room_(room) {}

  std::string& text;

  void value(const Json& document, std::size_t depth) {
    room_.check(text.size());
    // Checked for each value and not just for long texts: indentation alone can make a deep document huge.
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
      case Json::value_t::binary:  // no other kind occurs in a document that is shown
        text += is_non_json(document, NonJson::integer) ? non_json_text(document) : "null";
        return;
      case Json::value_t::null:
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

  // NaN and the infinities are not JSON, but Python writes them this way.
  void number(double value) {
    if (std::isnan(value)) {
      text += "NaN";
    } else if (std::isinf(value)) {
      text += value < 0 ? "-Infinity" : "Infinity";
    } else {
      text += python::number_repr(value);
    }
  }

  void string(std::string_view value) {
    room_.make(text, value.size() + 2);
    text += '"';
    std::size_t written = 0;
    for (std::size_t at = 0; at < value.size(); ++at) {
      const auto c = static_cast<unsigned char>(value[at]);
      // What needs no escape is copied in one go, because escapes are rare.
      if (c >= 0x20 && c != '"' && c != '\\') continue;
      text += value.substr(written, at - written);
      escape(c);
      written = at + 1;
    }
    text += value.substr(written);
    text += '"';
  }

  void escape(unsigned char c) {
    room_.check(text.size());
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

  const Room& room_;
};

}  // namespace

void append_json(std::string& text, const Json& document, const Room& room) {
  Writer(text, room).value(document, 0);
  text += '\n';
}

std::string to_python_json(const Json& document) {
  std::string text;
  text.reserve(4096);
  append_json(text, document);
  return text;
}

}  // namespace ec2mimic::cli
