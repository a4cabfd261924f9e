// Structs to JSON and back, by their shapes.
//
// Encoding writes a structure's members in the order of its description and leaves out empty optionals; an empty list
// is written as [], because AWS tells "no tags" (an empty list) from "tags are not shown here" (an absent member).
// Decoding is strict: what the description does not know is a mistake, in a hand-edited record as in a request.
#pragma once

#include "core/model/describe.h"
#include "core/model/line.h"
#include "core/seam/json.h"

namespace ec2mimic::model {

/// The document of the value at `value`, which must be of the type that `shape` describes.
[[nodiscard]] Json encode(const Shape& shape, const void* value);

/// Fills the value at `value` from a document. Members that the document lacks stay as they are, so that a struct's
/// initialisers are its defaults. Throws DecodeError on an unknown member or a wrong type; the value is then half
/// filled.
void decode(const Shape& shape, void* value, const Json& document);

/// The document of a request in its one canonical form: members in the order of the shape, empty lists and nulls left
/// out, members unknown to the shape kept last. Two requests mean the same exactly if their canonical forms are equal.
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
