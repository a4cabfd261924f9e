#include "cli/output/json.h"

#include <cmath>
#include <string_view>

#include "cli/python/value.h"

namespace ec2mimic::cli {
namespace {

// The size of the blocks of a long text: small enough to be made of memory that was used before, in which an edited
// state was parsed.
constexpr std::size_t kBlock = std::size_t{64} << 10;
// A block takes no further item if less than this is free in it.
constexpr std::size_t kSpare = kBlock / 8;

const Room kNoLimit;

// Appends to one string. nlohmann's own dump() is not used: it writes other separators and escapes DEL.
class JsonWriter {
 public:
  JsonWriter(std::string& written, const Room& room) : text(written), room_(room) {}

  std::string& text;

  // A value that is described by its shape, without a document in between.
  void value(const model::Shape& shape, const void* value, std::size_t depth) {
    switch (shape.kind) {
      case model::Kind::boolean:
        text += *static_cast<const bool*>(value) ? "true" : "false";
        return;
      case model::Kind::integer:
        text += std::to_string(*static_cast<const std::int64_t*>(value));
        return;
      case model::Kind::string:
        return string(*static_cast<const std::string*>(value));
      case model::Kind::list:
        return list(shape, value, depth);
      case model::Kind::structure:
        return structure(shape, value, depth);
    }
  }

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

  void list(const model::Shape& shape, const void* list, std::size_t depth) {
    const std::size_t size = shape.size(list);
    for (std::size_t i = 0; i < size; ++i) {
      text += i == 0 ? '[' : ',';
      line(depth + 1);
      value(*shape.element, shape.at(list, i), depth + 1);
    }
    if (size == 0) {
      text += "[]";
      return;
    }
    line(depth);
    text += ']';
  }

  void structure(const model::Shape& shape, const void* owner, std::size_t depth) {
    bool is_empty = true;
    for (const model::Member& member : shape.members) {
      if (!member.present(owner)) continue;
      text += is_empty ? '{' : ',';
      is_empty = false;
      line(depth + 1);
      string(member.name);
      text += ": ";
      value(*member.shape, member.get(owner), depth + 1);
    }
    if (is_empty) {
      text += "{}";
      return;
    }
    line(depth);
    text += '}';
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
  JsonWriter(text, room).value(document, 0);
  text += '\n';
}

void JsonListText::add(const model::Shape& shape, const void* item) {
  JsonWriter(next_item(), kNoLimit).value(shape, item, 2);
}

void JsonListText::add(const Json& item) { JsonWriter(next_item(), kNoLimit).value(item, 2); }

// Items are in a list that is a member: `{"Vpcs": [item`. Its name is put in front at the end.
std::string& JsonListText::next_item() {
  const bool is_first = blocks_.empty();
  if (is_first) {
    blocks_.emplace_back();
  } else if (blocks_.back().size() > kBlock - kSpare) {
    blocks_.emplace_back().reserve(kBlock);
  }
  std::string& block = blocks_.back();
  if (!is_first) block += ',';
  block += "\n        ";
  return block;
}

std::deque<std::string> JsonListText::finish(const std::string& list, const std::string& token_name,
                                             const std::optional<std::string>& token) {
  if (blocks_.empty()) {
    Json document = Json::object();
    if (!list.empty()) document[list] = Json::array();
    if (token) document[token_name] = *token;
    if (!document.empty()) append_json(blocks_.emplace_back(), document);
    return std::move(blocks_);
  }
  std::string head = "{\n    ";
  JsonWriter(head, kNoLimit).value(Json(list), 1);
  blocks_.front().insert(0, head + ": [");
  std::string& tail = blocks_.back();
  tail += "\n    ]";
  if (token) {
    tail += ",\n    ";
    JsonWriter(tail, kNoLimit).value(Json(token_name), 1);
    tail += ": ";
    JsonWriter(tail, kNoLimit).value(Json(*token), 1);
  }
  tail += "\n}\n";
  return std::move(blocks_);
}

std::string to_python_json(const Json& document) {
  std::string text;
  text.reserve(4096);
  append_json(text, document);
  return text;
}

}  // namespace ec2mimic::cli
