// The words of an expression.
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
  std::size_t start = 0;    ///< In bytes, from the beginning of the expression.
  std::string_view text{};  ///< As it stands in the expression; empty at its end.
  Json value{};             ///< Of a literal, a name or a number.
};

/// jmespath.py's name of a type, which shows in messages: `unquoted_identifier`.
[[nodiscard]] std::string_view name_of(Token::Type type);

/// All words of an expression and an `eof` behind them. The expression must outlive them. Throws SyntaxError.
[[nodiscard]] std::vector<Token> tokenize(std::string_view expression);

}  // namespace ec2mimic::query
