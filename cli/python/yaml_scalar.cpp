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

bool is_octal_or_underscore(char c) { return (c >= '0' && c <= '7') || c == '_'; }

// Consumes a digit of base 60 after a colon: `:30` or `:5`.
bool take_sixtieth(Rest& rest) {
  Rest one = rest;
  if (!one.take(":")) return false;
  Rest two = one;
  const bool has_two = two.take_one_of("012345") && two.take_while(is_digit, 1) == 1;
  if (!has_two && one.take_while(is_digit, 1) == 0) return false;
  rest = has_two ? two : one;
  return true;
}

bool take_sixtieths(Rest& rest) {
  bool any = false;
  while (take_sixtieth(rest)) any = true;
  return any;
}

// As in YAML 1.1, after the sign and the bases that both versions have.
bool is_integer_1_1(const Rest& rest) {
  Rest number = rest;
  if (is_all(number, is_octal_or_underscore)) return true;
  if (number.take_while([](char c) { return c >= '1' && c <= '9'; }, 1) == 0) return false;
  number.take_while(is_digit_or_underscore);
  return number.is_done() || (take_sixtieths(number) && number.is_done());
}

bool is_integer(Rest rest, YamlVersion version) {
  rest.take_one_of("+-");
  Rest base = rest;
  if (base.take("0b") && is_all(base, [](char c) { return c == '0' || c == '1' || c == '_'; })) return true;
  base = rest;
  if (base.take("0x") && is_all(base, is_hexadecimal)) return true;
  if (version == YamlVersion::v1_1) return is_integer_1_1(rest);
  base = rest;
  if (base.take("0o") && is_all(base, is_octal_or_underscore)) return true;
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

bool is_real(Rest rest, YamlVersion version) {
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
    if (has_sign && version == YamlVersion::v1_1) return false;
    return rest.take_while(is_digit_or_underscore) > 0 && is_end_of_real(rest, true);
  }
  if (rest.take_while(is_digit, 1) == 0) return false;
  rest.take_while(is_digit_or_underscore);
  if (version == YamlVersion::v1_1 && take_sixtieths(rest)) {
    if (!rest.take(".")) return false;
    rest.take_while(is_digit_or_underscore);
    return rest.is_done();
  }
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

YamlKind plain_kind(std::string_view text, YamlVersion version) {
  constexpr std::array<std::string_view, 5> kNulls{"", "~", "null", "Null", "NULL"};
  constexpr std::array<std::string_view, 6> kBooleans{"true", "True", "TRUE", "false", "False", "FALSE"};
  constexpr std::array<std::string_view, 16> kBooleans11{"y",  "Y",  "yes", "Yes", "YES", "n",   "N",   "no",
                                                         "No", "NO", "on",  "On",  "ON",  "off", "Off", "OFF"};
  if (is_one_of(text, kNulls)) return YamlKind::null;
  if (is_one_of(text, kBooleans)) return YamlKind::boolean;
  if (version == YamlVersion::v1_1 && is_one_of(text, kBooleans11)) return YamlKind::boolean;
  if (text == "<<") return YamlKind::merge;
  if (text == "=") return YamlKind::value;
  // All other kinds begin like this, and most texts do not.
  if (!is_digit(text.front()) && text.front() != '+' && text.front() != '-' && text.front() != '.') {
    return YamlKind::string;
  }
  if (is_real(Rest(text), version)) return YamlKind::real;
  if (is_integer(Rest(text), version)) return YamlKind::integer;
  return is_timestamp(text) ? YamlKind::timestamp : YamlKind::string;
}

}  // namespace ec2mimic::cli
