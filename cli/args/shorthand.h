// The AWS CLI's shorthand syntax for structures: `Name=vpc-id,Values=a,b`.
//
// A list of keys in which a value is a word, a list (`[a,b]`, or just `a,b` at the top level) or a hash
// (`{Key=a,Value=b}`). Whether a comma continues a value or begins the next key is decided by backtracking: the rest is
// first read as another item, and if that fails at an `=`, the comma separates keys. The grammar is ported with all its
// quirks, because scripts rely on them and error messages show them. It ignores shapes, so every scalar is text.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/seam/json.h"
#include "core/seam/text_error.h"

namespace ec2mimic::cli {

/// Resolves the text in `Key@=text`: returns the content of the file if the text names one, otherwise the text.
using ResolveFile = std::function<Json(const std::string& text)>;

/// The AWS CLI's message about a malformed value, with the value and a caret below the position. The current wording
/// has an extra space before the value, which puts its caret one column off.
class ShorthandError : public TextError {
 public:
  explicit ShorthandError(const std::string& message) : ShorthandError(message, message) {}
  ShorthandError(std::string message, std::string current)
      : TextError(std::move(message)), current_(std::move(current)) {}
  [[nodiscard]] const std::string& current_wording() const { return current_; }

 private:
  std::string current_;
};

/// Returns an object of texts, lists and objects in the order of the text, which must be UTF-8. Throws ShorthandError,
/// also for more than 200 levels of nesting; exceptions from `resolve` pass through.
[[nodiscard]] Json parse_shorthand(std::string_view text, const ResolveFile& resolve);

}  // namespace ec2mimic::cli
