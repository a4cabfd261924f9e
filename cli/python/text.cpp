#include "cli/python/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace ec2mimic::python {
namespace {

// Python's `surrogateescape` maps a byte that is not UTF-8 to U+DC00 plus the byte.
constexpr char32_t kSurrogateBytes = 0xDC00;

// The first character of a text that is not empty, and its length in bytes. A byte that is not part of valid UTF-8 is a
// character of its own.
struct Character {
  char32_t value;
  std::size_t bytes;
};

Character first(std::string_view text) {
  const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
  const char32_t lead = byte(0);
  const Character alone{kSurrogateBytes + lead, 1};
  if (lead < 0x80) return {lead, 1};
  const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < bytes) return alone;
  char32_t value = lead & (0xFFU >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return alone;
    value = value << 6 | (byte(i) & 0x3FU);
  }
  constexpr std::array<char32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};
  if (value < kSmallest[bytes] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return alone;
  return {value, bytes};
}

// The number of ASCII bytes at the start of the text, rounded down to whole words of 8 bytes.
std::size_t ascii(std::string_view text) {
  std::size_t count = 0;
  for (std::uint64_t bytes = 0; count + sizeof bytes <= text.size(); count += sizeof bytes) {
    std::memcpy(&bytes, text.data() + count, sizeof bytes);
    if ((bytes & 0x8080808080808080) != 0) break;
  }
  return count;
}

// The zero of each script's ten decimal digits (Unicode 14, category Nd), sorted.
constexpr std::array<char32_t, 66> kZeros{
    0x30,    0x660,   0x6F0,   0x7C0,   0x966,   0x9E6,   0xA66,   0xAE6,   0xB66,   0xBE6,   0xC66,
    0xCE6,   0xD66,   0xDE6,   0xE50,   0xED0,   0xF20,   0x1040,  0x1090,  0x17E0,  0x1810,  0x1946,
    0x19D0,  0x1A80,  0x1A90,  0x1B50,  0x1BB0,  0x1C40,  0x1C50,  0xA620,  0xA8D0,  0xA900,  0xA9D0,
    0xA9F0,  0xAA50,  0xABF0,  0xFF10,  0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0,
    0x11450, 0x114D0, 0x11650, 0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x16A60,
    0x16AC0, 0x16B50, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E950, 0x1FBF0};

std::optional<int> digit(char32_t character) {
  const auto after = std::upper_bound(kZeros.begin(), kZeros.end(), character);
  if (after == kZeros.begin() || character - *(after - 1) > 9) return std::nullopt;
  return static_cast<int>(character - *(after - 1));
}

// Python's str.isprintable() for the characters one is likely to meet: false for controls, blanks other than the space,
// marks of direction and width, surrogates and private use.
bool is_printable(char32_t c) {
  if (c < 0x7F) return c >= 0x20;
  if (c <= 0xA0 || c == 0xAD || c == 0x1680 || c == 0x3000 || c == 0xFEFF) return false;
  if (c >= 0x2000 && c <= 0x200F) return false;
  if ((c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F)) return false;
  return !(c >= 0xD800 && c <= 0xF8FF) && c < 0xE0000;
}

}  // namespace

std::string repr(std::string_view text) {
  // As Python chooses: double quotes only where they save an escape.
  const bool single = text.find('\'') != std::string_view::npos;
  const char quote = single && text.find('"') == std::string_view::npos ? '"' : '\'';
  std::string shown(1, quote);
  for (const char32_t c : decode(text)) {
    if (c == static_cast<unsigned char>(quote) || c == '\\') {
      shown += '\\';
      shown += static_cast<char>(c);
    } else if (c == '\n') {
      shown += "\\n";
    } else if (c == '\r') {
      shown += "\\r";
    } else if (c == '\t') {
      shown += "\\t";
    } else if (is_printable(c)) {
      append(shown, c);
    } else {
      shown += c < 0x100 ? "\\x" : c < 0x10000 ? "\\u" : "\\U";
      append_hex(shown, c, c < 0x100 ? 2 : c < 0x10000 ? 4 : 8);
    }
  }
  return shown + quote;
}

Integer integer(std::string_view text) {
  const std::u32string characters = decode(text);
  std::u32string_view rest = characters;
  // int() is stricter than isspace(): the ASCII separators (U+001C to U+001F) are not blanks to it.
  const auto is_blank = [](char32_t c) { return is_space(c) && !(c >= 0x1C && c <= 0x1F); };
  while (!rest.empty() && is_blank(rest.front())) rest.remove_prefix(1);
  while (!rest.empty() && is_blank(rest.back())) rest.remove_suffix(1);
  bool negative = false;
  if (!rest.empty() && (rest.front() == '+' || rest.front() == '-')) {
    negative = rest.front() == '-';
    rest.remove_prefix(1);
  }
  // Counts downwards, because the smallest integer has no positive counterpart.
  std::int64_t value = 0;
  bool fits = true;
  bool after_digit = false;
  std::string digits = negative ? "-" : "";
  const std::size_t sign = digits.size();
  for (const char32_t c : rest) {
    // Python allows single underscores between digits.
    if (c == '_' && after_digit) {
      after_digit = false;
      continue;
    }
    const auto next = digit(c);
    if (!next) return {};
    after_digit = true;
    if (*next != 0 || digits.size() > sign) digits += static_cast<char>('0' + *next);
    fits = fits && !__builtin_mul_overflow(value, 10, &value) && !__builtin_sub_overflow(value, *next, &value);
  }
  if (!after_digit) return {};
  if (fits && !negative) fits = !__builtin_sub_overflow(std::int64_t{0}, value, &value);
  if (!fits) return {Integer::Outcome::too_large, 0, std::move(digits)};
  return {Integer::Outcome::read, value, {}};
}

std::optional<double> real(std::string_view text) {
  text = rstrip(lstrip(text));
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || text.front() == '-' || text.front() == '+') return std::nullopt;
  const auto is_digit = [&](std::size_t at) { return at < text.size() && ascii::is_digit(text[at]); };
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '_') {
      plain += text[i];
    } else if (i == 0 || !is_digit(i - 1) || !is_digit(i + 1)) {
      return std::nullopt;
    }
  }
  double value = 0;
  const auto read = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  // from_chars also reads `nan(1)`, which Python does not.
  if (read.ptr != plain.data() + plain.size() || plain.find('(') != std::string::npos) return std::nullopt;
  // Python gives infinity or zero where from_chars only reports that the number is out of range.
  if (read.ec == std::errc::result_out_of_range) value = std::strtod(plain.c_str(), nullptr);
  return negative ? -value : value;
}

void append_hex(std::string& text, char32_t value, int digits) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) text += "0123456789abcdef"[value >> shift & 0xF];
}

std::string invalid_integer(std::string_view text) { return "invalid literal for int() with base 10: " + repr(text); }

std::string not_a_number(std::string_view type) {
  return "int() argument must be a string, a bytes-like object or a real number, not '" + std::string(type) + '\'';
}

std::u32string decode(std::string_view text) {
  std::u32string characters;
  characters.reserve(text.size());
  while (!text.empty()) {
    const Character next = first(text);
    characters += next.value;
    text.remove_prefix(next.bytes);
  }
  return characters;
}

bool is_utf8(std::string_view text) {
  for (;;) {
    // Nearly all texts are ASCII, which is checked eight bytes at a time.
    text.remove_prefix(ascii(text));
    if (text.empty()) return true;
    const Character next = first(text);
    if (next.bytes == 1 && next.value >= 0x80) return false;
    text.remove_prefix(next.bytes);
  }
}

std::size_t length(std::string_view text) { return utf8::length(text); }

void append(std::string& text, char32_t c) {
  const auto tail = [&](int shift) { text += static_cast<char>(0x80 | (c >> shift & 0x3F)); };
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0 | c >> 6);
    tail(0);
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0 | c >> 12);
    tail(6), tail(0);
  } else {
    text += static_cast<char>(0xF0 | c >> 18);
    tail(12), tail(6), tail(0);
  }
}

bool is_space(char32_t c) {
  return (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x20) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

std::string_view rstrip(std::string_view text) {
  for (std::size_t at = text.size(); at > 0;) {
    do --at;
    while (at > 0 && utf8::is_continuation(text[at]));
    if (!is_space(first(text.substr(at)).value)) break;
    text = text.substr(0, at);
  }
  return text;
}

std::string_view lstrip(std::string_view text) {
  while (!text.empty() && is_space(first(text).value)) text.remove_prefix(first(text).bytes);
  return text;
}

std::string_view strip(std::string_view text) { return lstrip(rstrip(text)); }

}  // namespace ec2mimic::python
