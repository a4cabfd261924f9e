#include "cli/python/yaml_value.h"

#include <charconv>
#include <stdexcept>
#include <string>

#include "cli/python/text.h"
#include "cli/python/yaml_timestamp.h"
#include "core/text/ascii.h"
#include "core/text/split.h"

namespace ec2mimic::cli {
namespace {

[[noreturn]] void fail(std::string_view text) {
  throw std::invalid_argument("\"" + std::string(text) + "\" is not of its kind");
}

std::string without_underscores(std::string_view text) {
  std::string plain(text);
  std::erase(plain, '_');
  return plain;
}

Json boolean(std::string_view text) {
  const std::string word = ascii::lower(text);
  // In YAML 1.2 only a tag brings `yes` or `no` here: plain_kind() takes them for strings.
  for (const std::string_view yes : {"true", "yes", "y", "on"}) {
    if (word == yes) return true;
  }
  for (const std::string_view no : {"false", "no", "n", "off"}) {
    if (word == no) return false;
  }
  fail(text);
}

[[noreturn]] void fail_as_too_large() { throw std::invalid_argument("an integer of more than 64 bits"); }

// The value of digits in a base, or of several such numbers of base 60, `1:30`.
std::uint64_t magnitude(std::string_view digits, int base, std::string_view text) {
  std::uint64_t value = 0;
  for (const std::string_view part : split(digits, ':')) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number, base);
    if (part.empty() || end != part.data() + part.size()) fail(text);
    if (error == std::errc::result_out_of_range || __builtin_mul_overflow(value, 60U, &value) ||
        __builtin_add_overflow(value, number, &value)) {
      fail_as_too_large();
    }
  }
  return value;
}

Json integer(std::string_view text, YamlVersion version) {
  const std::string plain = without_underscores(text);
  std::string_view digits = plain;
  const bool negative = digits.starts_with('-');
  if (negative || digits.starts_with('+')) digits.remove_prefix(1);
  int base = digits.starts_with("0b") ? 2 : digits.starts_with("0o") ? 8 : digits.starts_with("0x") ? 16 : 10;
  if (base != 10) digits.remove_prefix(2);
  const bool is_1_1 = version == YamlVersion::v1_1;
  if (is_1_1 && base == 10 && digits.starts_with('0')) base = 8;
  if (digits.find(':') != std::string_view::npos && (!is_1_1 || base != 10)) fail(text);
  const std::uint64_t value = magnitude(digits, base, text);
  constexpr std::uint64_t kHalf = std::uint64_t{1} << 63;
  if (negative && value > kHalf) fail_as_too_large();
  // Negated while it is unsigned, because the smallest integer has no positive counterpart.
  if (negative) return static_cast<std::int64_t>(0 - value);
  return value < kHalf ? Json(static_cast<std::int64_t>(value)) : Json(value);
}

// A number of base 60, `1:30.5`.
Json sexagesimal(std::string_view text) {
  std::string_view rest = text;
  const bool negative = rest.starts_with('-');
  if (negative || rest.starts_with('+')) rest.remove_prefix(1);
  double value = 0;
  for (const std::string_view part : split(rest, ':')) {
    const auto number = python::real(std::string(part));
    if (!number) fail(text);
    value = value * 60 + *number;
  }
  return negative ? -value : value;
}

Json real(std::string_view text, YamlVersion version) {
  std::string plain = without_underscores(text);
  if (version == YamlVersion::v1_1 && plain.find(':') != std::string::npos) return sexagesimal(plain);
  const auto point = plain.find_first_not_of("+-");
  if (point != std::string::npos && plain[point] == '.' && plain.find_first_of("iInN") == point + 1) {
    plain.erase(point, 1);  // Python writes .inf and .nan without the point
  }
  const auto value = python::real(plain);
  if (!value) fail(text);
  return *value;
}

}  // namespace

Json yaml_value(YamlKind kind, std::string_view text, YamlVersion version) {
  switch (kind) {
    case YamlKind::string:
      return std::string(text);
    case YamlKind::null:
      return nullptr;
    case YamlKind::boolean:
      return boolean(text);
    case YamlKind::integer:
      return integer(text, version);
    case YamlKind::real:
      return real(text, version);
    case YamlKind::timestamp:
      if (plain_kind(text, version) != kind) fail(text);
      return yaml_timestamp(text);
    case YamlKind::merge:
    case YamlKind::value:
      break;
  }
  fail(text);
}

}  // namespace ec2mimic::cli
