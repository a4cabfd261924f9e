// JMESPath, the language of --query: compiles an expression once and searches documents with it.
//
// The language is JMESPath as implemented by jmespath.py 1.0.1, which is part of the AWS CLI: bare words in back quotes
// are strings, strings can be compared with `<`, and equality inside lists is Python's. This module can be used on
// its own: besides JSON it needs only a few habits of Python, whose values show in error messages.
//
// No C++ library implements this dialect, so this is our own: a lexer, a parser that reports positions, and an
// evaluator whose values refer to the document and to what the query made of it, so that only the result is copied.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "cli/query/errors.h"
#include "core/seam/json.h"

namespace ec2mimic::query {

/// The result of a search: either a part of the document or of the expression, which must outlive it, or something that
/// the query made.
class Result {
 public:
  /// Keeps a reference to the part.
  explicit Result(const Json& part) : part_(&part) {}
  /// A result that the query made, which takes `bytes` bytes.
  Result(Json made, std::size_t bytes) : made_(std::move(made)), bytes_(bytes) {}

  /// The result as a document; valid as long as this and, for a part, what it is a part of.
  [[nodiscard]] const Json& document() const { return part_ != nullptr ? *part_ : made_; }
  /// The bytes it takes besides the document.
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  const Json* part_ = nullptr;
  Json made_{};
  std::size_t bytes_ = 0;
};

/// Which lists and objects of a made result are one and the same value, as objects in Python: an identity for each that
/// is not empty, an outer one before those inside it, in the order of the result.
using Identities = std::vector<const void*>;

class Syntax;

/// A compiled JMESPath expression.
class Expression {
 public:
  /// Compiles UTF-8. Throws SyntaxError; also, in our own words, if the expression is nested more than 500 levels deep.
  explicit Expression(std::string_view text);
  Expression(Expression&&) noexcept;
  Expression& operator=(Expression&&) noexcept;
  Expression(const Expression&) = delete;
  Expression& operator=(const Expression&) = delete;
  ~Expression();

  /// Throws EvaluationError, also if the search takes more than budget.h allows. The result may refer to the document
  /// and to this expression. Fills `identities`, if given, for a result that the query made.
  [[nodiscard]] Result search(const Json& document, Identities* identities = nullptr) const;

 private:
  std::unique_ptr<const Syntax> syntax_;
};

}  // namespace ec2mimic::query
