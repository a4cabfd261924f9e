// JMESPath, the language of --query: an expression is compiled once and searches documents.
//
// The language is JMESPath as jmespath.py 1.0.1 has it, which is part of the AWS CLI: bare words in back quotes are
// strings, strings can be compared by `<`, equality inside of lists is Python's. It is usable alone: beside JSON it
// needs a few habits of Python, whose values show in the messages.
//
// No C++ library has the language, so this is our own: a lexer, a parser that knows where it stands, and an evaluator
// whose values refer to the document and to what the query made of it, so that nothing is copied until the result is.
#pragma once

#include <memory>
#include <string_view>

#include "cli/query/errors.h"
#include "core/seam/json.h"

namespace ec2mimic::query {

/// What a search found: a part of the document or of the expression, which must still be there, or what the query made.
class Result {
 public:
  explicit Result(const Json& part) : part_(&part) {}
  /// Of what was made and takes so many bytes.
  Result(Json made, std::size_t bytes) : made_(std::move(made)), bytes_(bytes) {}

  [[nodiscard]] const Json& document() const { return part_ != nullptr ? *part_ : made_; }
  /// What it takes beside the document.
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  const Json* part_ = nullptr;
  Json made_{};
  std::size_t bytes_ = 0;
};

class Syntax;

class Expression {
 public:
  /// Compiles UTF-8. Throws SyntaxError; also, in our own words, for what is nested more than 500 levels deep.
  explicit Expression(std::string_view text);
  Expression(Expression&&) noexcept;
  Expression& operator=(Expression&&) noexcept;
  Expression(const Expression&) = delete;
  Expression& operator=(const Expression&) = delete;
  ~Expression();

  /// Throws EvaluationError, also for a search that takes more than budget.h allows. The result may refer into the
  /// document and this expression.
  [[nodiscard]] Result search(const Json& document) const;

 private:
  std::unique_ptr<const Syntax> syntax_;
};

}  // namespace ec2mimic::query
