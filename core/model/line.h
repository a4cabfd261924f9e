// Records as lines of text: the part of the codec that tables and nouns need, without including the JSON library.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "core/model/shape.h"
#include "core/seam/text_error.h"

namespace ec2mimic::model {

/// Thrown if a document does not match its shape. `message()` says which member is wrong and how: `Tags[0].Key:
/// expected a string`.
class DecodeError : public TextError {
 public:
  enum class Cause : std::uint8_t { malformed, unknown_member };

  explicit DecodeError(std::string message, Cause cause = Cause::malformed)
      : TextError(std::move(message)), cause_(cause) {}

  [[nodiscard]] Cause cause() const { return cause_; }

 private:
  Cause cause_;
};

/// The value at `value`, of the type that `shape` describes, as one compact line of JSON in UTF-8.
[[nodiscard]] std::string write_line(const Shape& shape, const void* value);

/// Text that is in the line of every structure whose member of that description is a list of structures that is not
/// empty: `"Tags":[{`. Other lines contain it only by coincidence.
[[nodiscard]] std::string start_of_list(const Member& member);

/// Fills the value at `value` from a line as write_line() makes them, in one pass: compact, and without anything that
/// the shape does not have. Members may come in any order. Returns false for any other line, whether it is valid or
/// not; the value is then partly filled, and read_line() must be given a new one.
[[nodiscard]] bool read_compact_line(const Shape& shape, void* value, std::string_view line);

/// Fills the value at `value` from a line. Throws DecodeError; the value is then partly filled.
void read_line(const Shape& shape, void* value, std::string_view line);

}  // namespace ec2mimic::model
