// Python values that JSON cannot represent, as documents hold them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/seam/json.h"

namespace ec2mimic {

/// Python values that the AWS CLI can encounter and JSON cannot represent, by their class in Python. Each is stored as
/// a binary value, which no parameter accepts and nothing else uses.
enum class NonJson : std::uint8_t {
  bytes,     ///< bytes: a binary value without a subtype
  date,      ///< datetime.date
  datetime,  ///< datetime.datetime
  integer,   ///< int, of more than 64 bits; as decimal digits without leading zeros
};

/// A value of that class other than bytes; `shown` is what Python's str() gives.
[[nodiscard]] inline Json non_json(NonJson kind, std::string_view shown) {
  return Json::binary({shown.begin(), shown.end()}, static_cast<std::uint8_t>(kind));
}

[[nodiscard]] inline NonJson non_json_kind(const Json& value) {
  const auto& binary = value.get_binary();
  return binary.has_subtype() ? static_cast<NonJson>(binary.subtype()) : NonJson::bytes;
}

[[nodiscard]] inline bool is_non_json(const Json& value, NonJson kind) {
  return value.is_binary() && non_json_kind(value) == kind;
}

[[nodiscard]] inline std::string non_json_text(const Json& value) {
  return {value.get_binary().begin(), value.get_binary().end()};
}

}  // namespace ec2mimic
