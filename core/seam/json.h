// The document type of requests and responses: JSON whose objects keep the order of their members, as AWS's output
// does.
//
// Include this where documents are built or read (engine, codec, front end); elsewhere json_fwd.h is enough. Operations
// need neither: they work on structs.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/seam/json_fwd.h"

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
