#include "cli/python/yaml_scalar.h"

#include <algorithm>
#include <array>

#include "core/text/ascii.h"

namespace ec2mimic::cli {
namespace {

// A text that is consumed from its start.
class Rest {
 public:
  explicit Rest(std::string_view text) : text_(text) {}

  [[nodiscard]] bool is_done() const { return text_.empty(); }

  // Consumes characters for which `is_one` holds, at most `most`; returns how many.
  template <class Predicate>
  std::size_t take_while(Predicate is_one, std::size_t most = std::string_view::npos) {
    std::size_t count = 0;
    while (count < std::min(most, text_.size()) && is_one(text_[count])) ++count;
    text_.remove_prefix(count);
    return count;
  }

  bool take(std::string_view word) {
    const bool is_there = text_.starts_with(word);
    if (is_there) text_.remove_prefix(word.size());
    return is_there;
  }

  bool take_one_of(std::string_view characters) {
    return take_while([&](char c) { return characters.find(c) != std::string_view::npos; }, 1) == 1;
  }

 private:
  std::string_view text_;
};

using ascii::is_digit;

bool is_digit_or_underscore(char c) { return is_digit(c) || c == '_'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_hexadecimal(char c) { return is_digit_or_underscore(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); }

template <std::size_t count>
bool is_one_of(std::string_view text, const std::array<std::string_view, count>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

// True if at least one character is left, and all satisfy the predicate.
template <class Predicate>
bool is_all(Rest rest, Predicate is_one) {
  return rest.take_while(is_one) > 0 && rest.is_done();
}

bool is_integer(Rest rest) {
  rest.take_one_of("+-");
  Rest base = rest;
  if (base.take("0b") && is_all(base, [](char c) { return c == '0' || c == '1' || c == '_'; })) return true;
  base = rest;
  if (base.take("0o") && is_all(base, [](char c) { return (c >= '0' && c <= '7') || c == '_'; })) return true;
  base = rest;
  if (base.take("0x") && is_all(base, is_hexadecimal)) return true;
  return is_all(rest, is_digit_or_underscore);
}

// The exponent of a number, or the end of the text. After a number that begins with its point, the exponent needs a
// sign.
bool is_end_of_real(Rest rest, bool needs_sign) {
  if (rest.is_done()) return true;
  if (!rest.take_one_of("eE")) return false;
  if (!rest.take_one_of("+-") && needs_sign) return false;
  return is_all(rest, is_digit);
}

bool is_real(Rest rest) {
  constexpr std::array<std::string_view, 3> kInfinities{"inf", "Inf", "INF"};
  constexpr std::array<std::string_view, 3> kNans{"nan", "NaN", "NAN"};
  const auto is_word = [](Rest word, const auto& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view one) {
      Rest end = word;
      return end.take(one) && end.is_done();
    });
  };
  const bool has_sign = rest.take_one_of("+-");
  if (rest.take(".")) {
    if (is_word(rest, kInfinities) || (!has_sign && is_word(rest, kNans))) return true;
    return rest.take_while(is_digit_or_underscore) > 0 && is_end_of_real(rest, true);
  }
  if (rest.take_while(is_digit, 1) == 0) return false;
  rest.take_while(is_digit_or_underscore);
  if (rest.take(".")) {
    rest.take_while(is_digit_or_underscore);
    return is_end_of_real(rest, false);
  }
  return !rest.is_done() && is_end_of_real(rest, false);
}

// Consumes at most `most` digits; true if there were at least `least`.
bool take_digits(Rest& rest, std::size_t least, std::size_t most) { return rest.take_while(is_digit, most) >= least; }

bool is_zone(Rest rest) {
  rest.take_while(is_blank);
  if (rest.take("Z")) return rest.is_done();
  if (!rest.take_one_of("+-") || !take_digits(rest, 1, 2)) return false;
  return rest.is_done() || (rest.take(":") && take_digits(rest, 2, 2) && rest.is_done());
}

bool is_time(Rest rest) {
  if (!rest.take_one_of("Tt") && rest.take_while(is_blank) == 0) return false;
  if (!take_digits(rest, 1, 2) || !rest.take(":") || !take_digits(rest, 2, 2) || !rest.take(":")) return false;
  if (!take_digits(rest, 2, 2)) return false;
  if (rest.take(".")) rest.take_while(is_digit);
  return rest.is_done() || is_zone(rest);
}

bool is_timestamp(std::string_view text) {
  Rest rest(text);
  if (!take_digits(rest, 4, 4) || !rest.take("-") || !take_digits(rest, 1, 2) || !rest.take("-")) return false;
  if (!take_digits(rest, 1, 2)) return false;
  // A date alone needs two digits for month and day; before a time one is enough.
  return rest.is_done() ? text.size() == std::string_view("2024-01-02").size() : is_time(rest);
}

}  // namespace

YamlKind plain_kind(std::string_view text) {
  constexpr std::array<std::string_view, 5> kNulls{"", "~", "null", "Null", "NULL"};
  // As in YAML 1.2, where `yes` and `on` are texts.
  constexpr std::array<std::string_view, 6> kBooleans{"true", "True", "TRUE", "false", "False", "FALSE"};
  if (is_one_of(text, kNulls)) return YamlKind::null;
  if (is_one_of(text, kBooleans)) return YamlKind::boolean;
  if (text == "<<") return YamlKind::merge;
  if (text == "=") return YamlKind::value;
  // All other kinds begin like this, and most texts do not.
  if (!is_digit(text.front()) && text.front() != '+' && text.front() != '-' && text.front() != '.') {
    return YamlKind::string;
  }
  if (is_real(Rest(text))) return YamlKind::real;
  if (is_integer(Rest(text))) return YamlKind::integer;
  return is_timestamp(text) ? YamlKind::timestamp : YamlKind::string;
}

}  // namespace ec2mimic::cli
