#include "cli/query/query.h"

#include "cli/query/evaluator.h"
#include "cli/query/syntax.h"

namespace ec2mimic::query {

Expression::Expression(std::string_view text) : syntax_(std::make_unique<const Syntax>(parse(text))) {}
Expression::Expression(Expression&&) noexcept = default;
Expression& Expression::operator=(Expression&&) noexcept = default;
Expression::~Expression() = default;

Result Expression::search(const Json& document) const {
  auto evaluator = std::make_shared<Evaluator>(*syntax_);
  const Value found = evaluator->visit(syntax_->root(), Value(document));
  const Json* part = found.part();
  return part != nullptr ? Result(*part, std::move(evaluator)) : Result(found.to_json());
}

}  // namespace ec2mimic::query
