// Evaluates the nodes of an expression on a document.
#pragma once

#include <memory_resource>
#include <span>
#include <string_view>
#include <vector>

#include "cli/query/syntax.h"
#include "cli/query/value.h"

namespace ec2mimic::query {

class Evaluator;

using Arguments = std::span<const Value>;

/// Calls the function of that name (functions.h), which may use `evaluator` to apply an expression. Throws
/// EvaluationError.
using CallFunction = Value (*)(std::string_view name, Arguments arguments, Evaluator& evaluator);

class Evaluator {
 public:
  /// `syntax` and `budget` must outlive this.
  Evaluator(const Syntax& syntax, Budget& budget, CallFunction call_function)
      : syntax_(syntax), budget_(budget), call_function_(call_function), arena_(budget) {}

  /// Evaluates the node on a value. The result refers to the document, the expression and this evaluator. Throws
  /// EvaluationError, also if the budget is used up.
  Value visit(const Node& node, const Value& value);

  /// Evaluates an expression that is the argument of a function (`&name`) on a value.
  Value apply(const Value& expression, const Value& value) {
    return visit(syntax_.child(expression.expression(), 0), value);
  }

  Arena& arena() { return arena_; }
  Budget& budget() { return budget_; }

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
  Value function(const Node& node, const Value& value);

  friend class Gathering;

  const Syntax& syntax_;
  Budget& budget_;
  CallFunction call_function_;
  Arena arena_;
  std::pmr::vector<Value> gathered_{&budget_};  // elements of unfinished lists, the innermost list's last
};

/// Collects the elements of a list. If several are alive, the one made last must be finished first: they share one
/// memory, so that no list takes more than it needs, however many elements it turns out to have.
class Gathering {
 public:
  explicit Gathering(Evaluator& evaluator) : evaluator_(evaluator), begin_(evaluator.gathered_.size()) {}
  Gathering(const Gathering&) = delete;
  Gathering& operator=(const Gathering&) = delete;
  ~Gathering() { evaluator_.gathered_.resize(begin_); }

  void add(const Value& value) { evaluator_.gathered_.push_back(value); }
  /// The elements so far; valid until another is added, here or elsewhere.
  [[nodiscard]] std::span<Value> elements() { return std::span(evaluator_.gathered_).subspan(begin_); }
  [[nodiscard]] Value list() { return evaluator_.arena_.list(elements()); }

 private:
  Evaluator& evaluator_;
  std::size_t begin_;
};

/// The value true or false.
[[nodiscard]] Value truth(bool value);

}  // namespace ec2mimic::query
