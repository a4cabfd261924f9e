// Operator precedence. The wording of error messages is tested with recordings, in tests/transcripts.
#include <gtest/gtest.h>

#include <string>

#include "cli/query/query.h"
#include "cli/query/syntax.h"

namespace ec2mimic::query {
namespace {

// The tree as `kind(children)`; a field is its name, a literal its JSON, an index its number.
std::string shown(const Syntax& syntax, const Node& node) {
  constexpr const char* kKinds[] = {"@",    "",       "",       "",        "slice", "chain",  "pipe",
                                    "each", "values", "filter", "flatten", "list",  "object", "compare",
                                    "or",   "and",    "not",    "call",    "&"};
  using Kind = Node::Kind;
  if (node.kind == Kind::field) return node.name;
  if (node.kind == Kind::literal) return node.literal.dump();
  if (node.kind == Kind::index) return '[' + std::to_string(*node.bounds[0]) + ']';
  std::string text = kKinds[static_cast<std::size_t>(node.kind)];
  if (node.children.empty()) return text;
  text += '(';
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) text += ' ';
    text += shown(syntax, syntax.child(node, i));
  }
  return text + ')';
}

std::string tree(std::string_view expression) {
  const Syntax syntax = parse(expression);
  return shown(syntax, syntax.root());
}

TEST(Parser, BindsAndMoreTightlyThanOrAndAComparisonMoreThanBoth) {
  EXPECT_EQ(tree("a || b && c"), "or(a and(b c))");
  EXPECT_EQ(tree("a && b || c"), "or(and(a b) c)");
  EXPECT_EQ(tree("(a || b) && c"), "and(or(a b) c)");
  EXPECT_EQ(tree("a == b && c != d"), "and(compare(a b) compare(c d))");
  EXPECT_EQ(tree("!a && b"), "and(not(a) b)");
  EXPECT_EQ(tree("a | b || c"), "pipe(a or(b c))");
}

TEST(Parser, AppliesAProjectionUpToAPipe) {
  EXPECT_EQ(tree("a[*].b.c"), "each(a chain(b c))");
  EXPECT_EQ(tree("a[*].b[0]"), "each(a chain(b [0]))");
  EXPECT_EQ(tree("a[*].b | [0]"), "pipe(each(a b) chain(@ [0]))");
  EXPECT_EQ(tree("a[*].b[*].c"), "each(a each(b c))");
  EXPECT_EQ(tree("*.a"), "values(@ a)");
  EXPECT_EQ(tree("[*]"), "each(@ @)");
}

TEST(Parser, EndsAProjectionAtAFlatten) {
  EXPECT_EQ(tree("a[].b[].c"), "each(flatten(each(flatten(a) b)) c)");
  EXPECT_EQ(tree("a[*].b[]"), "each(flatten(each(a b)) @)");
}

TEST(Parser, GivesAFilterThreeChildren) {
  EXPECT_EQ(tree("a[?b].c"), "filter(a c b)");
  EXPECT_EQ(tree("a[?b == `1`]"), "filter(a @ compare(b 1))");
}

TEST(Parser, ParsesListsObjectsAndCalls) {
  EXPECT_EQ(tree("[a, b.c]"), "list(a chain(b c))");
  EXPECT_EQ(tree("{x: a, \"y z\": b}"), "object(a b)");
  EXPECT_EQ(tree("a.{x: b}"), "chain(a object(b))");
  EXPECT_EQ(tree("sort_by(a, &b.c)"), "call(a &(chain(b c)))");
  EXPECT_EQ(tree("f()"), "call");
}

TEST(Parser, RejectsTooDeepNestingWithoutOverflow) {
  EXPECT_NO_THROW(static_cast<void>(parse(std::string(400, '(') + 'a' + std::string(400, ')'))));
  EXPECT_THROW(static_cast<void>(parse(std::string(100000, '(') + 'a' + std::string(100000, ')'))), SyntaxError);
  EXPECT_THROW(static_cast<void>(parse(std::string(100000, '!') + 'a')), SyntaxError);
  std::string piped = "@";
  for (int i = 0; i < 100000; ++i) piped += "|[@]";
  EXPECT_THROW(static_cast<void>(parse(piped)), SyntaxError);
}

}  // namespace
}  // namespace ec2mimic::query
