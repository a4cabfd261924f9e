// Errors in an expression, or in applying it to a document.
#pragma once

#include "core/seam/text_error.h"

namespace ec2mimic::query {

/// The expression does not parse. `message()` is what the AWS CLI prints after `Bad value for --query EXPRESSION: `:
/// the reason, the expression, and a caret below the position.
class SyntaxError : public TextError {
 public:
  using TextError::TextError;
};

/// The expression cannot be applied to the document: `Unknown function: foo()`.
class EvaluationError : public TextError {
 public:
  using TextError::TextError;
};

}  // namespace ec2mimic::query
