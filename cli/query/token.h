// The tokens of an expression.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/seam/json.h"

namespace ec2mimic::query {

struct Token {
  enum class Type : std::uint8_t {
    eof,
    unquoted_identifier,
    quoted_identifier,
    literal,
    number,
    current,
    expref,
    star,
    dot,
    comma,
    colon,
    lparen,
    rparen,
    lbracket,
    rbracket,
    lbrace,
    rbrace,
    flatten,
    filter,
    pipe,
    or_,
    and_,
    not_,
    eq,
    ne,
    lt,
    lte,
    gt,
    gte,
  };

  Type type = Type::eof;
  std::size_t start = 0;    ///< Byte offset in the expression.
  std::string_view text{};  ///< As spelt in the expression; empty for eof.
  Json value{};             ///< The value of a literal, name or number; the text of any other token.
};

/// jmespath.py's name for a type, which appears in messages: `unquoted_identifier`.
[[nodiscard]] std::string_view name_of(Token::Type type);

/// All tokens of an expression, followed by an `eof`. The expression must outlive them. Throws SyntaxError.
[[nodiscard]] std::vector<Token> tokenize(std::string_view expression);

}  // namespace ec2mimic::query
