#include "cli/python/json.h"

#include <algorithm>
#include <charconv>
#include <deque>
#include <iterator>
#include <limits>
#include <string>
#include <utility>

#include "cli/python/object_builder.h"
#include "cli/python/text.h"
#include "core/text/ascii.h"

namespace ec2mimic::python {
namespace {

// The loader recurses, and no request or answer of AWS is nested nearly as deep.
constexpr int kDeepest = 200;

class Loader {
 public:
  Loader(std::string_view text, LargeIntegers large) : text_(text), large_(large) {}

  Json document() {
    if (text_.starts_with("\xEF\xBB\xBF")) fail("Unexpected UTF-8 BOM (decode using utf-8-sig)", 0);
    skip_blanks();
    Json value = this->value();
    skip_blanks();
    if (at_ != text_.size()) fail("Extra data", at_);
    return value;
  }

 private:
  [[noreturn]] void fail(std::string_view message, std::size_t at) const {
    // Counted only now, because most texts have no fault.
    const std::string_view before = text_.substr(0, at);
    std::size_t line = 1;
    for (const char c : before) line += c == '\n';
    const std::size_t column = length(before.substr(before.rfind('\n') + 1)) + 1;
    throw JsonError(std::string(message) + ": line " + std::to_string(line) + " column " + std::to_string(column) +
                    " (char " + std::to_string(length(before)) + ")");
  }

  [[nodiscard]] bool is(char c) const { return at_ < text_.size() && text_[at_] == c; }

  void skip_blanks() {
    while (is(' ') || is('\t') || is('\n') || is('\r')) ++at_;
  }

  bool take(std::string_view word) {
    const bool there = text_.substr(at_).starts_with(word);
    if (there) at_ += word.size();
    return there;
  }

  Json value() {
    if (is('"')) return string();
    if (is('{')) return nested([this] { return object(); });
    if (is('[')) return nested([this] { return array(); });
    if (take("null")) return nullptr;
    if (take("true")) return true;
    if (take("false")) return false;
    // These three are not JSON, but Python reads them.
    if (take("NaN")) return std::numeric_limits<double>::quiet_NaN();
    if (take("Infinity")) return std::numeric_limits<double>::infinity();
    if (take("-Infinity")) return -std::numeric_limits<double>::infinity();
    return number();
  }

  template <class Read>
  Json nested(Read read) {
    if (++depth_ > kDeepest) fail("Nested too deeply", at_);
    Json value = read();
    --depth_;
    return value;
  }

  Json object() {
    ObjectBuilder& object = level().object;
    ++at_;
    skip_blanks();
    if (is('}')) return ++at_, object.take();
    for (;;) {
      if (!is('"')) fail("Expecting property name enclosed in double quotes", at_);
      std::string name = string();
      skip_blanks();
      if (!is(':')) fail("Expecting ':' delimiter", at_);
      ++at_;
      skip_blanks();
      object.put(std::move(name), value());
      skip_blanks();
      if (is('}')) return ++at_, object.take();
      if (!is(',')) fail("Expecting ',' delimiter", at_);
      ++at_;
      skip_blanks();
    }
  }

  Json array() {
    Json::array_t& elements = level().elements;
    ++at_;
    skip_blanks();
    if (is(']')) return ++at_, Json::array();
    for (;;) {
      elements.push_back(value());
      skip_blanks();
      if (is(']')) {
        ++at_;
        // Moved to a list of just the right size; the memory stays for the next list at this depth.
        Json::array_t array(std::move_iterator(elements.begin()), std::move_iterator(elements.end()));
        elements.clear();
        return array;
      }
      if (!is(',')) fail("Expecting ',' delimiter", at_);
      ++at_;
      skip_blanks();
    }
  }

  std::string string() {
    const std::size_t start = at_++;
    std::string value;
    for (;;) {
      const std::size_t plain = at_;
      while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\' &&
             static_cast<unsigned char>(text_[at_]) >= 0x20) {
        ++at_;
      }
      value.append(text_, plain, at_ - plain);
      if (at_ == text_.size()) fail("Unterminated string starting at", start);
      if (is('"')) return ++at_, value;
      if (!is('\\')) fail("Invalid control character at", at_);
      if (++at_ == text_.size()) fail("Unterminated string starting at", start);
      escape(value);
    }
  }

  void escape(std::string& value) {
    constexpr std::string_view kNames = "\"\\/bfnrt";
    constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    if (is('u')) return append(value, escaped_character());
    const std::size_t which = kNames.find(text_[at_]);
    if (which == std::string_view::npos) fail("Invalid \\escape", at_ - 1);
    value += kMeanings[which];
    ++at_;
  }

  // The character of \uXXXX, or of a surrogate pair of them; at_ is at the first `u`.
  char32_t escaped_character() {
    const std::size_t start = at_ - 1;
    const char32_t first = four_digits();
    if (first < 0xD800 || first > 0xDFFF) return first;
    if (first < 0xDC00 && text_.substr(at_).starts_with("\\u")) {
      ++at_;
      const char32_t second = four_digits();
      if (second >= 0xDC00 && second <= 0xDFFF) return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
    }
    // Python would keep one, but no UTF-8 text can hold it.
    fail("Unpaired surrogate in a \\uXXXX escape", start);
  }

  char32_t four_digits() {
    const std::size_t u = at_++;
    char32_t value = 0;
    // Python needs one more character after the digits, and has the same message for both faults.
    if (text_.size() - at_ <= 4) fail("Invalid \\uXXXX escape", u);
    for (int i = 0; i < 4; ++i, ++at_) {
      const char c = text_[at_];
      const char lower = ascii::lower(c);
      if (ascii::is_digit(c)) {
        value = value << 4 | static_cast<char32_t>(c - '0');
      } else if (lower >= 'a' && lower <= 'f') {
        value = value << 4 | static_cast<char32_t>(lower - 'a' + 10);
      } else {
        fail("Invalid \\uXXXX escape", u);
      }
    }
    return value;
  }

  std::size_t digits(std::size_t from) const {
    std::size_t to = from;
    while (to < text_.size() && ascii::is_digit(text_[to])) ++to;
    return to - from;
  }

  Json number() {
    const std::size_t start = at_;
    std::size_t to = at_ + is('-');
    const std::size_t whole = digits(to);
    if (whole == 0) fail("Expecting value", start);
    // Python takes the longest beginning that is a number; anything after it, as in `01` or `1.`, is a fault of its
    // own.
    to += text_[to] == '0' ? 1 : whole;
    bool real = false;
    if (to < text_.size() && text_[to] == '.' && digits(to + 1) > 0) {
      to += 1 + digits(to + 1);
      real = true;
    }
    if (to < text_.size() && (text_[to] | 0x20) == 'e') {
      const std::size_t sign = to + 1 < text_.size() && (text_[to + 1] == '+' || text_[to + 1] == '-') ? 1 : 0;
      if (const std::size_t power = digits(to + 1 + sign); power > 0) {
        to += 1 + sign + power;
        real = true;
      }
    }
    at_ = to;
    return real ? real_number(start, to) : whole_number(start, to);
  }

  Json real_number(std::size_t start, std::size_t to) const {
    double value = 0;
    const auto [end, error] = std::from_chars(text_.data() + start, text_.data() + to, value);
    if (error == std::errc::result_out_of_range) {
      // from_chars leaves the value unchanged here; Python gives infinity, or zero if the exponent is negative.
      const bool tiny = text_.substr(start, to - start).find("e-") != std::string_view::npos ||
                        text_.substr(start, to - start).find("E-") != std::string_view::npos;
      value = tiny ? 0.0 : std::numeric_limits<double>::infinity();
      if (text_[start] == '-') value = -value;
    }
    return value;
  }

  Json whole_number(std::size_t start, std::size_t to) const {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text_.data() + start, text_.data() + to, value);
    if (error == std::errc{}) return value;
    if (large_ == LargeIntegers::refused) fail("Integer of more than 64 bits", start);
    return non_json(NonJson::integer, text_.substr(start, to - start));
  }

  // Memory for what is being read at one depth, reused by all lists and objects there.
  struct Level {
    ObjectBuilder object{};
    Json::array_t elements{};
  };

  Level& level() {
    const auto index = static_cast<std::size_t>(depth_ - 1);
    if (levels_.size() == index) levels_.emplace_back();
    return levels_[index];
  }

  std::string_view text_;
  LargeIntegers large_;
  std::size_t at_ = 0;
  std::deque<Level> levels_{};  // a deque, so that references to outer levels stay valid
  int depth_ = 0;
};

}  // namespace

void check_utf8(std::string_view text) {
  if (is_utf8(text)) return;
  const std::u32string characters = decode(text);
  const auto is_byte = [](char32_t c) { return c >= 0xDC80 && c <= 0xDCFF; };
  const auto bad = std::find_if(characters.begin(), characters.end(), is_byte);
  const auto line = std::count(characters.begin(), bad, U'\n') + 1;
  const auto line_break = std::find(std::make_reverse_iterator(bad), characters.rend(), U'\n');
  throw JsonError("Not UTF-8: line " + std::to_string(line) + " column " + std::to_string(bad - line_break.base() + 1) +
                  " (char " + std::to_string(bad - characters.begin()) + ")");
}

Json load_json(std::string_view text, LargeIntegers large) { return Loader(text, large).document(); }

}  // namespace ec2mimic::python
