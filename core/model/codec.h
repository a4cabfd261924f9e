// Converts structs to JSON and back, guided by their shapes.
//
// Encoding writes a structure's members in the order of its description and leaves out empty optionals. An empty list
// is written as [], because AWS distinguishes "no tags" (an empty list) from "tags are not shown here" (no member).
// Decoding is strict: an unknown member is an error, in a hand-edited record as in a request.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/model/describe.h"
#include "core/model/line.h"
#include "core/seam/json.h"

namespace ec2mimic::model {

/// The JSON document of the value at `value`, which must have the type that `shape` describes.
[[nodiscard]] Json encode(const Shape& shape, const void* value);

/// Fills the value at `value` from a document. Members that are missing from the document stay as they are, so a
/// struct's initialisers are its defaults. Throws DecodeError on an unknown member or a wrong type; the value is then
/// partly filled.
void decode(const Shape& shape, void* value, const Json& document);
/// The same for a part of a document, which errors refer to as `path`.
void decode_part(const Shape& shape, void* value, const Json& part, const std::string& path);

/// The canonical form of a request's document: members in the order of the shape, without empty lists and nulls,
/// members unknown to the shape last. Two requests mean the same if and only if their canonical forms are equal.
[[nodiscard]] Json canonical(const Shape& shape, const Json& document);

template <class T>
[[nodiscard]] Json encode(const T& value) {
  return encode(shape_of<T>, &value);
}

template <class T>
[[nodiscard]] T decode(const Json& document) {
  T value{};
  decode(shape_of<T>, &value, document);
  return value;
}

/// The value of one member of a document, or nothing if that is missing. Throws DecodeError on a wrong type.
template <class T>
[[nodiscard]] std::optional<T> decode_member(const Json& document, std::string_view name) {
  const auto found = document.find(std::string(name));
  if (found == document.end()) return std::nullopt;
  T value{};
  decode_part(shape_of<T>, &value, *found, std::string(name));
  return value;
}

}  // namespace ec2mimic::model
