// What is wrong with an expression, or with a document for it.
#pragma once

#include "core/seam/text_error.h"

namespace ec2mimic::query {

/// The expression does not parse. `message()` is what the AWS CLI prints after `Bad value for --query EXPRESSION: `,
/// with the expression and a caret beneath the spot.
class SyntaxError : public TextError {
 public:
  using TextError::TextError;
};

/// The expression does not fit the document: `Unknown function: foo()`.
class EvaluationError : public TextError {
 public:
  using TextError::TextError;
};

}  // namespace ec2mimic::query
