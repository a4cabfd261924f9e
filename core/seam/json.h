// The document type of requests and responses: JSON whose objects keep the order of their members, as AWS's output
// does.
//
// Include this where documents are made or taken apart (engine, codec, front end); elsewhere nlohmann/json_fwd.hpp will
// do. Operations see neither: they work on structs.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace ec2mimic {

using Json = nlohmann::ordered_json;

/// Values that the AWS CLI can meet and JSON documents cannot hold, by their class in Python. Each is kept as a binary
/// value, so that it passes for nothing else: no parameter accepts one.
enum class Exotic : std::uint8_t {
  bytes,     ///< bytes: a binary value without a subtype
  date,      ///< datetime.date
  datetime,  ///< datetime.datetime
  integer,   ///< int, of more than 64 bits; shown in decimal, without zeros before it
};

/// The value of that class, which is not bytes, that str() shows so.
[[nodiscard]] inline Json exotic(Exotic kind, std::string_view shown) {
  return Json::binary({shown.begin(), shown.end()}, static_cast<std::uint8_t>(kind));
}

[[nodiscard]] inline Exotic exotic_kind(const Json& value) {
  const auto& binary = value.get_binary();
  return binary.has_subtype() ? static_cast<Exotic>(binary.subtype()) : Exotic::bytes;
}

[[nodiscard]] inline bool is_exotic(const Json& value, Exotic kind) {
  return value.is_binary() && exotic_kind(value) == kind;
}

[[nodiscard]] inline std::string exotic_text(const Json& value) {
  return {value.get_binary().begin(), value.get_binary().end()};
}

}  // namespace ec2mimic
