#include <array>
#include <string>

#include "cli/python/json.h"
#include "cli/python/text.h"
#include "cli/query/errors.h"
#include "cli/query/token.h"
#include "core/text/ascii.h"
#include "core/text/replaced.h"
#include "core/text/utf8.h"

namespace ec2mimic::query {
namespace {

using Type = Token::Type;

using ascii::is_digit;

// Names beyond ASCII need quotes in JMESPath.
bool begins_name(char c) { return c == '_' || ascii::is_letter(c); }
using utf8::is_continuation;

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<Token> tokens() {
    std::vector<Token> tokens;
    for (skip_blanks(); at_ < text_.size(); skip_blanks()) tokens.push_back(next());
    // At the end of the text, where messages about an incomplete expression point.
    tokens.push_back({Type::eof, text_.size(), {}, ""});
    return tokens;
  }

 private:
  [[noreturn]] void fail(std::size_t at, const std::string& message) const {
    // The caret counts characters, not bytes.
    throw SyntaxError("Bad jmespath expression: " + message + ":\n" + std::string(text_) + '\n' +
                      std::string(python::length(text_.substr(0, at)), ' ') + '^');
  }

  void skip_blanks() {
    while (at_ < text_.size() && std::string_view(" \t\n\r").find(text_[at_]) != std::string_view::npos) ++at_;
  }

  [[nodiscard]] bool follows(char c) const { return at_ + 1 < text_.size() && text_[at_ + 1] == c; }

  Token take(Type type, std::size_t size) {
    const std::size_t start = at_;
    at_ += size;
    const std::string_view text = text_.substr(start, size);
    return {type, start, text, text};
  }

  Token next() {
    const char c = text_[at_];
    if (begins_name(c)) return name();
    if (is_digit(c) || c == '-') return number();
    switch (c) {
      case '.':
        return take(Type::dot, 1);
      case '*':
        return take(Type::star, 1);
      case ']':
        return take(Type::rbracket, 1);
      case ',':
        return take(Type::comma, 1);
      case ':':
        return take(Type::colon, 1);
      case '@':
        return take(Type::current, 1);
      case '(':
        return take(Type::lparen, 1);
      case ')':
        return take(Type::rparen, 1);
      case '{':
        return take(Type::lbrace, 1);
      case '}':
        return take(Type::rbrace, 1);
      case '[':
        if (follows(']')) return take(Type::flatten, 2);
        return follows('?') ? take(Type::filter, 2) : take(Type::lbracket, 1);
      case '|':
        return follows('|') ? take(Type::or_, 2) : take(Type::pipe, 1);
      case '&':
        return follows('&') ? take(Type::and_, 2) : take(Type::expref, 1);
      case '<':
        return follows('=') ? take(Type::lte, 2) : take(Type::lt, 1);
      case '>':
        return follows('=') ? take(Type::gte, 2) : take(Type::gt, 1);
      case '!':
        return follows('=') ? take(Type::ne, 2) : take(Type::not_, 1);
      case '=':
        if (follows('=')) return take(Type::eq, 2);
        fail(at_, "Unknown token '='");
      case '\'':
        return raw_string();
      case '`':
        return literal();
      case '"':
        return quoted_name();
      default:
        fail(at_, "Unknown token " + std::string(character()));
    }
  }

  [[nodiscard]] std::string_view character() const {
    std::size_t end = at_ + 1;
    while (end < text_.size() && is_continuation(text_[end])) ++end;
    return text_.substr(at_, end - at_);
  }

  Token name() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && (begins_name(text_[end]) || is_digit(text_[end]))) ++end;
    return take(Type::unquoted_identifier, end - at_);
  }

  Token number() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    if (end == at_ + 1 && text_[at_] == '-') fail(at_, "Unknown token '-'");
    Token token = take(Type::number, end - at_);
    const python::Integer read = python::integer(token.text);
    // A number that does not fit is beyond the end of any list, so it may as well be the largest.
    const bool fits = read.outcome == python::Integer::Outcome::read;
    token.value = fits ? read.value : token.text.front() == '-' ? INT64_MIN : INT64_MAX;
    return token;
  }

  // The text between two delimiters, where a backslash protects the character after it. Moves at_ past the second.
  std::string_view between(char delimiter) {
    const std::size_t start = at_;
    std::size_t end = start + 1;
    while (end < text_.size() && text_[end] != delimiter) end += text_[end] == '\\' ? 2 : 1;
    if (end >= text_.size()) fail(start, std::string("Unclosed ") + delimiter + " delimiter");
    at_ = end + 1;
    return text_.substr(start + 1, end - start - 1);
  }

  Token raw_string() {
    const std::size_t start = at_;
    const std::string_view inner = between('\'');
    // A quote is all that can be escaped in a raw string.
    return {Type::literal, start, text_.substr(start, at_ - start), replaced(inner, "\\'", "'")};
  }

  Token quoted_name() {
    const std::size_t start = at_;
    between('"');
    const std::string_view text = text_.substr(start, at_ - start);
    try {
      return {Type::quoted_identifier, start, text, python::load_json(text)};
    } catch (const python::JsonError& error) {
      // As jmespath.py does: Python's message without the position.
      const std::string_view message = error.what();
      fail(start, std::string(message.substr(0, message.find(':'))));
    }
  }

  // JSON, or a string without its quotes, JMESPath's deprecated syntax.
  Token literal() {
    const std::size_t start = at_;
    const std::string lexeme = replaced(between('`'), "\\`", "`");
    Token token{Type::literal, start, text_.substr(start, at_ - start), {}};
    try {
      token.value = python::load_json(lexeme, python::LargeIntegers::kept);
      return token;
    } catch (const python::JsonError&) {
      try {
        token.value = python::load_json('"' + std::string(python::lstrip(lexeme)) + '"');
        return token;
      } catch (const python::JsonError&) {
        fail(start, "Bad token " + lexeme);
      }
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

constexpr std::array<std::string_view, 29> kNames{"eof",
                                                  "unquoted_identifier",
                                                  "quoted_identifier",
                                                  "literal",
                                                  "number",
                                                  "current",
                                                  "expref",
                                                  "star",
                                                  "dot",
                                                  "comma",
                                                  "colon",
                                                  "lparen",
                                                  "rparen",
                                                  "lbracket",
                                                  "rbracket",
                                                  "lbrace",
                                                  "rbrace",
                                                  "flatten",
                                                  "filter",
                                                  "pipe",
                                                  "or",
                                                  "and",
                                                  "not",
                                                  "eq",
                                                  "ne",
                                                  "lt",
                                                  "lte",
                                                  "gt",
                                                  "gte"};

}  // namespace

std::string_view name_of(Token::Type type) { return kNames[static_cast<std::size_t>(type)]; }

std::vector<Token> tokenize(std::string_view expression) {
  // An expression of blanks, however, is an incomplete one.
  if (expression.empty()) throw SyntaxError("Invalid JMESPath expression: cannot be empty.");
  return Lexer(expression).tokens();
}

}  // namespace ec2mimic::query
