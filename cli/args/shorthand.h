// The AWS CLI's shorthand for structures: `Name=vpc-id,Values=a,b`.
//
// A keyed list in which a value is a word, a list (`[a,b]`, or just `a,b` at the top) or a hash (`{Key=a,Value=b}`).
// Which commas end a value and which begin the next key is decided by trying: after a comma the rest is read as another
// item, and if that fails at an `=` the comma was a separator of keys. The grammar is ported with its corners, because
// scripts rely on them and the messages point at them; it knows nothing of shapes, so that everything arrives as text.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/seam/json.h"
#include "core/seam/text_error.h"

namespace ec2mimic::cli {

/// What `Key@=text` stands for: the content of the file if the text names one, else the text.
using ResolveFile = std::function<Json(const std::string& text)>;

/// What the AWS CLI says of a bad value, with the value and a caret beneath the spot. Today's voice has a blank before
/// the value, and so a caret that stands one column off.
class ShorthandError : public TextError {
 public:
  explicit ShorthandError(const std::string& message) : ShorthandError(message, message) {}
  ShorthandError(std::string message, std::string today) : TextError(std::move(message)), today_(std::move(today)) {}
  [[nodiscard]] const std::string& today() const { return today_; }

 private:
  std::string today_;
};

/// An object of texts, lists and objects, in the order of the text, which must be UTF-8. Throws ShorthandError, also
/// for nesting of more than 200 levels; what `resolve` throws passes through.
[[nodiscard]] Json parse_shorthand(std::string_view text, const ResolveFile& resolve);

}  // namespace ec2mimic::cli
