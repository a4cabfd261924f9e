// Records as lines of text, without sight of the JSON library: what tables and nouns need of the codec.
#pragma once

#include <string>
#include <string_view>

#include "core/model/shape.h"
#include "core/seam/text_error.h"

namespace ec2mimic::model {

/// Thrown where a document is not of its shape. `message()` says which member is wrong and how, such as
/// `Tags[0].Key: expected a string`.
class DecodeError : public TextError {
 public:
  using TextError::TextError;
};

/// The value at `value`, of the type that `shape` describes, as one compact line of JSON in UTF-8.
[[nodiscard]] std::string write_line(const Shape& shape, const void* value);

/// Fills the value at `value` from a line. Throws DecodeError; the value is then half filled.
void read_line(const Shape& shape, void* value, std::string_view line);

}  // namespace ec2mimic::model
