// Converts structs to JSON and back, guided by their shapes.
//
// Encoding writes a structure's members in the order of its description and leaves out empty optionals. An empty list
// is written as [], because AWS distinguishes "no tags" (an empty list) from "tags are not shown here" (no member).
// Decoding is strict: an unknown member is an error, in a hand-edited record as in a request.
#pragma once

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

}  // namespace ec2mimic::model
