#include "cli/query/evaluator.h"

#include <algorithm>

#include "cli/query/errors.h"
#include "cli/query/python_text.h"

namespace ec2mimic::query {
namespace {

using Kind = Value::Kind;

// In Python True == 1 and False == 0. jmespath.py rules that out, but only for the two values themselves, not for what
// is inside lists and objects.
bool is_one_or_zero(const Value& value) {
  return value.kind() == Kind::number && (value.number() == 0 || value.number() == 1);
}

bool same(const Value& a, const Value& b, Budget& budget) {
  if (is_one_or_zero(a) && b.kind() == Kind::boolean) return false;
  if (is_one_or_zero(b) && a.kind() == Kind::boolean) return false;
  return equal(a, b, budget);
}

bool is_comparable(const Value& value) { return value.kind() == Kind::number || value.kind() == Kind::string; }

std::string_view sign(Node::Comparator comparator) {
  constexpr std::string_view kSigns[] = {"==", "!=", "<", "<=", ">", ">="};
  return kSigns[static_cast<std::size_t>(comparator)];
}

bool compare(Node::Comparator comparator, const Value& a, const Value& b, Budget& budget) {
  switch (comparator) {
    case Node::Comparator::lt:
      return less(a, b, budget);
    // Not just the opposite of `>`: with NaN neither holds.
    case Node::Comparator::lte:
      return less(a, b, budget) || equal(a, b, budget);
    case Node::Comparator::gt:
      return less(b, a, budget);
    case Node::Comparator::gte:
      return less(b, a, budget) || equal(a, b, budget);
    case Node::Comparator::eq:
      return same(a, b, budget);
    case Node::Comparator::ne:
      return !same(a, b, budget);
  }
  return false;
}

// Where a Python slice begins or ends in a list of that size.
std::int64_t bound(const std::optional<std::int64_t>& given, std::int64_t otherwise, std::int64_t size, bool forwards) {
  if (!given) return otherwise;
  const std::int64_t at = *given < 0 ? *given + size : *given;
  return forwards ? std::clamp<std::int64_t>(at, 0, size) : std::clamp<std::int64_t>(at, -1, size - 1);
}

}  // namespace

Value Evaluator::visit(const Node& node, const Value& value) {
  // Each visit counts, because a short expression can go through a document again and again.
  budget_.work(4);
  switch (node.kind) {
    case Node::Kind::identity:
      return value;
    // What is missing is null and never an error in JMESPath.
    case Node::Kind::field:
      return value.kind() == Kind::object ? value.member(node.name, budget_) : Value();
    case Node::Kind::literal:
      return Value(node.literal);
    case Node::Kind::index:
      return element(node, value);
    case Node::Kind::slice:
      return slice(node, value);
    case Node::Kind::chain:
    case Node::Kind::pipe:
      return steps(node, value);
    case Node::Kind::projection:
      return projection(node, value);
    case Node::Kind::value_projection:
      return value_projection(node, value);
    case Node::Kind::filter_projection:
      return filter_projection(node, value);
    case Node::Kind::flatten:
      return flatten(node, value);
    case Node::Kind::list:
      return list(node, value);
    case Node::Kind::object:
      return object(node, value);
    case Node::Kind::comparison:
      return comparison(node, value);
    case Node::Kind::or_: {
      const Value left = visit(syntax_.child(node, 0), value);
      // The value itself and not a boolean, so `a || b` also serves for defaults.
      return is_false(left) ? visit(syntax_.child(node, 1), value) : left;
    }
    case Node::Kind::and_: {
      const Value left = visit(syntax_.child(node, 0), value);
      return is_false(left) ? left : visit(syntax_.child(node, 1), value);
    }
    case Node::Kind::not_:
      return negation(node, value);
    case Node::Kind::function:
      return function(node, value);
    case Node::Kind::expression:
      return Value(node);
  }
  return {};
}

Value Evaluator::steps(const Node& node, Value value) {
  for (std::size_t i = 0; i < node.children.size(); ++i) value = visit(syntax_.child(node, i), value);
  return value;
}

Value Evaluator::element(const Node& node, const Value& value) {
  if (value.kind() != Kind::array) return {};
  const auto size = static_cast<std::int64_t>(value.size());
  const std::int64_t index = *node.bounds[0];
  if (index >= size || index < -size) return {};
  return value.at(static_cast<std::size_t>(index < 0 ? index + size : index));
}

Value Evaluator::slice(const Node& node, const Value& value) {
  if (value.kind() != Kind::array) return {};
  const std::int64_t step = node.bounds[2].value_or(1);
  if (step == 0) throw EvaluationError("slice step cannot be zero");
  const auto size = static_cast<std::int64_t>(value.size());
  const bool forwards = step > 0;
  const std::int64_t first = bound(node.bounds[0], forwards ? 0 : size - 1, size, forwards);
  const std::int64_t end = bound(node.bounds[1], forwards ? size : -1, size, forwards);
  Gathering elements(*this);
  // Counts the distance gone, so that no step, however large, can overflow.
  const std::int64_t distance = forwards ? end - first : first - end;
  const std::uint64_t stride = forwards ? static_cast<std::uint64_t>(step) : 0 - static_cast<std::uint64_t>(step);
  for (std::uint64_t gone = 0; distance > 0 && gone < static_cast<std::uint64_t>(distance); gone += stride) {
    const auto offset = static_cast<std::int64_t>(gone);
    elements.add(value.at(static_cast<std::size_t>(forwards ? first + offset : first - offset)));
  }
  return elements.list();
}

Value Evaluator::projection(const Node& node, const Value& value) {
  const Value base = visit(syntax_.child(node, 0), value);
  if (base.kind() != Kind::array) return {};
  const Node& right = syntax_.child(node, 1);
  Gathering elements(*this);
  for (std::size_t i = 0; i < base.size(); ++i) {
    // A projection leaves out nulls, unlike `[a, b]`, which keeps them.
    if (const Value one = visit(right, base.at(i)); !one.is_null()) elements.add(one);
  }
  return elements.list();
}

Value Evaluator::filter_projection(const Node& node, const Value& value) {
  const Value base = visit(syntax_.child(node, 0), value);
  if (base.kind() != Kind::array) return {};
  const Node& right = syntax_.child(node, 1);
  const Node& condition = syntax_.child(node, 2);
  Gathering elements(*this);
  for (std::size_t i = 0; i < base.size(); ++i) {
    const Value element = base.at(i);
    if (is_false(visit(condition, element))) continue;
    if (const Value one = visit(right, element); !one.is_null()) elements.add(one);
  }
  return elements.list();
}

Value Evaluator::value_projection(const Node& node, const Value& value) {
  const Value base = visit(syntax_.child(node, 0), value);
  if (base.kind() != Kind::object) return {};
  const Node& right = syntax_.child(node, 1);
  Gathering elements(*this);
  base.each_member([&](std::string_view, const Value& member) {
    if (const Value one = visit(right, member); !one.is_null()) elements.add(one);
  });
  return elements.list();
}

Value Evaluator::flatten(const Node& node, const Value& value) {
  const Value base = visit(syntax_.child(node, 0), value);
  if (base.kind() != Kind::array) return {};
  Gathering elements(*this);
  for (std::size_t i = 0; i < base.size(); ++i) {
    const Value element = base.at(i);
    if (element.kind() == Kind::array) {
      // Only one level: lists inside these stay lists.
      for (std::size_t k = 0; k < element.size(); ++k) elements.add(element.at(k));
    } else {
      elements.add(element);
    }
  }
  return elements.list();
}

Value Evaluator::list(const Node& node, const Value& value) {
  if (value.is_null()) return {};
  Gathering elements(*this);
  for (std::size_t i = 0; i < node.children.size(); ++i) elements.add(visit(syntax_.child(node, i), value));
  return elements.list();
}

Value Evaluator::object(const Node& node, const Value& value) {
  if (value.is_null()) return {};
  Members& members = arena_.members(node.children.size());
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    members.put(node.names[i], visit(syntax_.child(node, i), value), budget_);
  }
  return Value(members);
}

Value Evaluator::comparison(const Node& node, const Value& value) {
  const Value left = visit(syntax_.child(node, 0), value);
  const Value right = visit(syntax_.child(node, 1), value);
  const bool ordered = node.comparator != Node::Comparator::eq && node.comparator != Node::Comparator::ne;
  if (ordered && !(is_comparable(left) && is_comparable(right))) return {};
  // jmespath.py checks each side by itself, so a number and a string get as far as Python's TypeError.
  if (ordered && left.kind() != right.kind()) throw not_supported(sign(node.comparator), left, right);
  return truth(compare(node.comparator, left, right, budget_));
}

// Like Python's `not`, except that zero is true in JMESPath.
Value Evaluator::negation(const Node& node, const Value& value) {
  return truth(is_false(visit(syntax_.child(node, 0), value)));
}

Value Evaluator::function(const Node& node, const Value& value) {
  std::pmr::vector<Value> arguments(&budget_);
  arguments.reserve(node.children.size());
  for (std::size_t i = 0; i < node.children.size(); ++i) arguments.push_back(visit(syntax_.child(node, i), value));
  return call_function_(node.name, arguments, *this);
}

Value truth(bool value) {
  // A value only refers to a document, so these two need one.
  static const Json kTrue = true, kFalse = false;
  return Value(value ? kTrue : kFalse);
}

}  // namespace ec2mimic::query
