// A top-down operator precedence parser, as jmespath.py's is: each token takes what follows it as long as that binds
// more tightly.
#include <algorithm>
#include <initializer_list>

#include "cli/python/text.h"
#include "cli/python/value.h"
#include "cli/query/query.h"
#include "cli/query/syntax.h"
#include "cli/query/token.h"
#include "core/text/ascii.h"

namespace ec2mimic::query {
namespace {

using Type = Token::Type;
using Kind = Node::Kind;

constexpr std::uint32_t kDeepest = 500;

// Tokens that bind less tightly than this end a projection.
constexpr int kProjectionStop = 10;

// The numbers are those of jmespath.py; only their order matters.
int binding_power(Type type) {
  switch (type) {
    case Type::pipe:
      return 1;
    case Type::or_:
      return 2;
    case Type::and_:
      return 3;
    case Type::eq:
    case Type::ne:
    case Type::lt:
    case Type::lte:
    case Type::gt:
    case Type::gte:
      return 5;
    case Type::flatten:
      return 9;
    case Type::star:
      return 20;
    case Type::filter:
      return 21;
    case Type::dot:
      return 40;
    case Type::not_:
      return 45;
    case Type::lbrace:
      return 50;
    case Type::lbracket:
      return 55;
    case Type::lparen:
      return 60;
    default:
      return 0;
  }
}

std::string list_of(std::initializer_list<Type> types) {
  std::string text;
  for (const Type type : types) text += (text.empty() ? "['" : ", '") + std::string(name_of(type)) + '\'';
  return text + ']';
}

}  // namespace

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text), tokens_(tokenize(text)) {}

  Syntax parse() {
    syntax_.root_ = expression(0);
    if (current() != Type::eof) fail(ahead(), "Unexpected token: " + shown(ahead()));
    return std::move(syntax_);
  }

 private:
  using Index = std::uint32_t;

  [[nodiscard]] const Token& ahead(std::ptrdiff_t count = 0) const {
    const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(at_) + count;
    return tokens_[static_cast<std::size_t>(std::min(at, std::ssize(tokens_) - 1))];
  }
  [[nodiscard]] Type current() const { return ahead().type; }
  void advance() { ++at_; }

  // A token's value as Python's %s shows it.
  static std::string shown(const Token& token) { return python::str(token.value); }

  [[nodiscard]] std::string caret(std::size_t column) const {
    // One column further, because the expression is shown in quotes.
    return "\"" + std::string(text_) + "\"\n" + std::string(column + 1, ' ') + '^';
  }

  [[noreturn]] void fail_at(std::size_t column, const Token& token, const std::string& reason) const {
    throw SyntaxError(reason + ": Parse error at column " + std::to_string(column) + ", token \"" + shown(token) +
                      "\" (" + ascii::upper(name_of(token.type)) + "), for expression:\n" + caret(column));
  }

  [[noreturn]] void fail(const Token& token, const std::string& reason) const {
    fail_at(python::length(text_.substr(0, token.start)), token, reason);
  }

  [[noreturn]] void fail_incomplete() const {
    throw SyntaxError("Invalid jmespath expression: Incomplete expression:\n" + caret(python::length(text_)));
  }

  [[noreturn]] void fail_unless_incomplete(const std::string& expected) const {
    if (current() == Type::eof) fail_incomplete();
    fail(ahead(), "Expecting: " + expected + ", got: " + std::string(name_of(current())));
  }

  void match(Type type) {
    if (current() != type) fail_unless_incomplete(std::string(name_of(type)));
    advance();
  }

  [[noreturn]] static void fail_too_deep() { throw SyntaxError("The expression is nested too deeply."); }

  Index add(Node node) {
    for (const Index child : node.children) node.depth = std::max(node.depth, syntax_.nodes_[child].depth + 1);
    if (node.depth > kDeepest) fail_too_deep();
    syntax_.nodes_.push_back(std::move(node));
    return static_cast<Index>(syntax_.nodes_.size() - 1);
  }

  Index add(Kind kind, std::vector<Index> children) {
    Node node;
    node.kind = kind;
    node.children = std::move(children);
    return add(std::move(node));
  }

  Index identity() { return add(Kind::identity, {}); }

  // Adds a step. A chain is one node, however long.
  Index chain(Index left, Index right) {
    Node& node = syntax_.nodes_[left];
    if (node.kind != Kind::chain) return add(Kind::chain, {left, right});
    // Each step can nest the value one level deeper, so it counts as a level.
    node.depth = std::max(node.depth, syntax_.nodes_[right].depth) + 1;
    if (node.depth > kDeepest) fail_too_deep();
    node.children.push_back(right);
    return left;
  }

  Index field(std::string name) {
    Node node;
    node.kind = Kind::field;
    node.name = std::move(name);
    return add(std::move(node));
  }

  Index expression(int power) {
    if (++depth_ > kDeepest) fail_too_deep();
    // A reference is enough: the list of tokens does not change any more.
    const Token& first = ahead();
    advance();
    Index left = prefix(first);
    while (power < binding_power(current())) {
      const Token& word = ahead();
      advance();
      left = infix(word, left);
    }
    --depth_;
    return left;
  }

  // The meaning of a token at the beginning of an expression.
  Index prefix(const Token& word) {
    switch (word.type) {
      case Type::literal: {
        Node node;
        node.kind = Kind::literal;
        node.literal = word.value;
        return add(std::move(node));
      }
      case Type::unquoted_identifier:
        return field(word.value.get<std::string>());
      case Type::quoted_identifier:
        // jmespath.py reports column 0 here.
        if (current() == Type::lparen) fail_at(0, ahead(), "Quoted identifier not allowed for function names.");
        return field(word.value.get<std::string>());
      case Type::star: {
        const Index left = identity();
        const Index right = current() == Type::rbracket ? identity() : projected(binding_power(Type::star));
        return add(Kind::value_projection, {left, right});
      }
      case Type::filter:
        return filter(identity());
      case Type::lbrace:
        return object();
      case Type::lparen: {
        const Index inner = expression(0);
        match(Type::rparen);
        // Parentheses need no node: a projection inside them is complete, so what follows applies to its result as a
        // whole.
        return inner;
      }
      case Type::flatten:
        return flatten(identity());
      case Type::not_:
        return add(Kind::not_, {expression(binding_power(Type::not_))});
      case Type::lbracket:
        return bracket();
      case Type::current:
        return identity();
      case Type::expref:
        return add(Kind::expression, {expression(binding_power(Type::expref))});
      case Type::eof:
        fail_incomplete();
      default:
        fail(word, "invalid token");
    }
  }

  // The meaning of a token after an expression.
  Index infix(const Token& word, Index left) {
    switch (word.type) {
      case Type::dot:
        if (current() != Type::star) return chain(left, after_dot(binding_power(Type::dot)));
        advance();
        return add(Kind::value_projection, {left, projected(binding_power(Type::dot))});
      case Type::pipe:
        return add(Kind::pipe, {left, expression(binding_power(Type::pipe))});
      case Type::or_:
        return add(Kind::or_, {left, expression(binding_power(Type::or_))});
      case Type::and_:
        return add(Kind::and_, {left, expression(binding_power(Type::and_))});
      case Type::eq:
        return comparison(left, Node::Comparator::eq);
      case Type::ne:
        return comparison(left, Node::Comparator::ne);
      case Type::lt:
        return comparison(left, Node::Comparator::lt);
      case Type::lte:
        return comparison(left, Node::Comparator::lte);
      case Type::gt:
        return comparison(left, Node::Comparator::gt);
      case Type::gte:
        return comparison(left, Node::Comparator::gte);
      case Type::lparen:
        return function(left);
      case Type::filter:
        return filter(left);
      case Type::flatten:
        return flatten(left);
      case Type::lbracket:
        return element(left);
      default:
        fail(word, "invalid token");
    }
  }

  Index comparison(Index left, Node::Comparator comparator) {
    Node node;
    node.kind = Kind::comparison;
    node.comparator = comparator;
    node.children = {left, expression(binding_power(Type::eq))};
    return add(std::move(node));
  }

  Index function(Index left) {
    if (syntax_.nodes_[left].kind != Kind::field) {
      // The token before the parenthesis, which has been passed already.
      const Token& before = ahead(-2);
      fail(before, "Invalid function name '" + shown(before) + '\'');
    }
    Node node;
    node.kind = Kind::function;
    node.name = syntax_.nodes_[left].name;
    // As in jmespath.py, the commas between arguments may be missing.
    while (current() != Type::rparen) {
      node.children.push_back(expression(0));
      if (current() == Type::comma) advance();
    }
    advance();
    return add(std::move(node));
  }

  Index filter(Index left) {
    const Index condition = expression(0);
    match(Type::rbracket);
    // In `[?a][]` the brackets flatten the filtered list, not each of its elements.
    const Index right = current() == Type::flatten ? identity() : projected(binding_power(Type::filter));
    return add(Kind::filter_projection, {left, right, condition});
  }

  Index flatten(Index left) {
    const Index opened = add(Kind::flatten, {left});
    const Index right = projected(binding_power(Type::flatten));
    return add(Kind::projection, {opened, right});
  }

  // After a `[` at the beginning of an expression.
  Index bracket() {
    if (current() == Type::number || current() == Type::colon) return element_of(identity());
    if (current() != Type::star || ahead(1).type != Type::rbracket) return list();
    advance();
    advance();
    const Index left = identity();
    return add(Kind::projection, {left, projected(binding_power(Type::star))});
  }

  // After a `[` that follows an expression.
  Index element(Index left) {
    if (current() == Type::number || current() == Type::colon) return element_of(left);
    match(Type::star);
    match(Type::rbracket);
    return add(Kind::projection, {left, projected(binding_power(Type::star))});
  }

  Index element_of(Index left) {
    if (current() != Type::colon && ahead(1).type != Type::colon) {
      Node node;
      node.kind = Kind::index;
      node.bounds[0] = ahead().value.get<std::int64_t>();
      advance();
      match(Type::rbracket);
      return chain(left, add(std::move(node)));
    }
    const Index part = chain(left, slice());
    return add(Kind::projection, {part, projected(binding_power(Type::star))});
  }

  Index slice() {
    Node node;
    node.kind = Kind::slice;
    std::size_t part = 0;
    while (current() != Type::rbracket) {
      if (current() == Type::colon) {
        if (++part == node.bounds.size()) fail(ahead(), "syntax error");
      } else if (current() == Type::number) {
        node.bounds[part] = ahead().value.get<std::int64_t>();
      } else {
        fail(ahead(), "syntax error");
      }
      advance();
    }
    advance();
    return add(std::move(node));
  }

  Index list() {
    Node node;
    node.kind = Kind::list;
    for (;;) {
      node.children.push_back(expression(0));
      if (current() == Type::rbracket) break;
      match(Type::comma);
    }
    advance();
    return add(std::move(node));
  }

  Index object() {
    Node node;
    node.kind = Kind::object;
    for (;;) {
      // As in jmespath.py, the commas between members may be missing.
      const Token& key = ahead();
      if (key.type != Type::quoted_identifier && key.type != Type::unquoted_identifier) {
        fail_unless_incomplete(list_of({Type::quoted_identifier, Type::unquoted_identifier}));
      }
      advance();
      match(Type::colon);
      node.names.push_back(key.value.get<std::string>());
      node.children.push_back(expression(0));
      if (current() == Type::comma) {
        advance();
      } else if (current() == Type::rbrace) {
        advance();
        return add(std::move(node));
      }
    }
  }

  // The expression to apply to each element of a projection.
  Index projected(int power) {
    // Such a token ends the projection: what follows is for the list as a whole.
    if (binding_power(current()) < kProjectionStop) return identity();
    if (current() == Type::lbracket || current() == Type::filter) return expression(power);
    if (current() != Type::dot) fail(ahead(), "syntax error");
    advance();
    return after_dot(power);
  }

  Index after_dot(int power) {
    switch (current()) {
      case Type::quoted_identifier:
      case Type::unquoted_identifier:
      case Type::star:
        return expression(power);
      case Type::lbracket:
        advance();
        return list();
      case Type::lbrace:
        advance();
        return object();
      default:
        fail(ahead(), "Expecting: " +
                          list_of({Type::quoted_identifier, Type::unquoted_identifier, Type::lbracket, Type::lbrace}) +
                          ", got: " + std::string(name_of(current())));
    }
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::uint32_t depth_ = 0;
  Syntax syntax_{};
};

Syntax parse(std::string_view expression) { return Parser(expression).parse(); }

}  // namespace ec2mimic::query
