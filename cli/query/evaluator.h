// Searches a document by the nodes of an expression.
#pragma once

#include "cli/query/syntax.h"
#include "cli/query/value.h"

namespace ec2mimic::query {

class Evaluator {
 public:
  explicit Evaluator(const Syntax& syntax) : syntax_(syntax) {}

  /// What the node makes of a value. The result refers into the document, the expression and this evaluator. Throws
  /// EvaluationError.
  Value visit(const Node& node, const Value& value);

  /// What the expression itself, the argument of a function, makes of a value.
  Value apply(const Value& expression, const Value& value) {
    return visit(syntax_.child(expression.expression(), 0), value);
  }

  Made& made() { return made_; }

 private:
  Value steps(const Node& node, Value value);
  Value element(const Node& node, const Value& value);
  Value slice(const Node& node, const Value& value);
  Value projection(const Node& node, const Value& value);
  Value filter_projection(const Node& node, const Value& value);
  Value value_projection(const Node& node, const Value& value);
  Value flatten(const Node& node, const Value& value);
  Value list(const Node& node, const Value& value);
  Value object(const Node& node, const Value& value);
  Value comparison(const Node& node, const Value& value);
  Value negation(const Node& node, const Value& value);
  Value boolean(bool value);

  const Syntax& syntax_;
  Made made_{};
};

}  // namespace ec2mimic::query
