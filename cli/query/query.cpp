#include "cli/query/query.h"

#include "cli/query/evaluator.h"
#include "cli/query/functions.h"
#include "cli/query/syntax.h"

namespace ec2mimic::query {

Expression::Expression(std::string_view text) : syntax_(std::make_unique<const Syntax>(parse(text))) {}
Expression::Expression(Expression&&) noexcept = default;
Expression& Expression::operator=(Expression&&) noexcept = default;
Expression::~Expression() = default;

Result Expression::search(const Json& document, Identities* identities) const {
  Budget budget;
  Evaluator evaluator(*syntax_, budget, &call_function);
  const Value found = evaluator.visit(syntax_->root(), Value(document));
  // A part of the document need not be copied, which matters if it is large.
  if (const Json* part = found.part()) return Result(*part);
  const std::size_t before = budget.left();
  Json made = found.to_json(budget);
  if (identities != nullptr) found.add_identities(*identities, budget);
  return {std::move(made), before - budget.left()};
}

}  // namespace ec2mimic::query
