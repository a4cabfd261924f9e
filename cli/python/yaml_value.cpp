#include "cli/python/yaml_value.h"

#include <charconv>
#include <stdexcept>
#include <string>

#include "cli/python/text.h"
#include "cli/python/yaml_timestamp.h"
#include "core/text/ascii.h"

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
  // Only a tag brings `yes` or `no` here: plain_kind() takes them for strings.
  for (const std::string_view yes : {"true", "yes", "y", "on"}) {
    if (word == yes) return true;
  }
  for (const std::string_view no : {"false", "no", "n", "off"}) {
    if (word == no) return false;
  }
  fail(text);
}

Json integer(std::string_view text) {
  const std::string plain = without_underscores(text);
  std::string_view digits = plain;
  const bool negative = digits.starts_with('-');
  if (negative || digits.starts_with('+')) digits.remove_prefix(1);
  const int base = digits.starts_with("0b") ? 2 : digits.starts_with("0o") ? 8 : digits.starts_with("0x") ? 16 : 10;
  if (base != 10) digits.remove_prefix(2);
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (digits.empty() || end != digits.data() + digits.size()) fail(text);
  constexpr std::uint64_t kHalf = std::uint64_t{1} << 63;
  if (error == std::errc::result_out_of_range || (negative && value > kHalf)) {
    throw std::invalid_argument("an integer of more than 64 bits");
  }
  // Negated while it is unsigned, because the smallest integer has no positive counterpart.
  if (negative) return static_cast<std::int64_t>(0 - value);
  return value < kHalf ? Json(static_cast<std::int64_t>(value)) : Json(value);
}

Json real(std::string_view text) {
  std::string plain = without_underscores(text);
  const auto point = plain.find_first_not_of("+-");
  if (point != std::string::npos && plain[point] == '.' && plain.find_first_of("iInN") == point + 1) {
    plain.erase(point, 1);  // Python writes .inf and .nan without the point
  }
  const auto value = python::real(plain);
  if (!value) fail(text);
  return *value;
}

}  // namespace

Json yaml_value(YamlKind kind, std::string_view text) {
  switch (kind) {
    case YamlKind::string:
      return std::string(text);
    case YamlKind::null:
      return nullptr;
    case YamlKind::boolean:
      return boolean(text);
    case YamlKind::integer:
      return integer(text);
    case YamlKind::real:
      return real(text);
    case YamlKind::timestamp:
      if (plain_kind(text) != kind) fail(text);
      return yaml_timestamp(text);
    case YamlKind::merge:
    case YamlKind::value:
      break;
  }
  fail(text);
}

}  // namespace ec2mimic::cli
