#include <gtest/gtest.h>

#include <string>

#include "cli/query/query.h"
#include "cli/query/token.h"

namespace ec2mimic::query {
namespace {

bool has_value(Token::Type type) {
  using Type = Token::Type;
  return type == Type::unquoted_identifier || type == Type::quoted_identifier || type == Type::literal ||
         type == Type::number;
}

// `type@start` of each token, followed by its value if it has one.
std::string tokens(std::string_view expression) {
  std::string all;
  for (const Token& token : tokenize(expression)) {
    all += (all.empty() ? "" : " ") + std::string(name_of(token.type)) + '@' + std::to_string(token.start);
    if (has_value(token.type)) all += '=' + token.value.dump();
  }
  return all;
}

std::string error_in(std::string_view expression) {
  try {
    return "no error: " + tokens(expression);
  } catch (const SyntaxError& error) {
    return error.what();
  }
}

TEST(Lexer, EndsEveryExpressionWithEof) {
  EXPECT_EQ(tokens(" @ "), "current@1 eof@3");
  EXPECT_EQ(tokens("  \t\n"), "eof@4");
}

TEST(Lexer, PrefersTheLongestToken) {
  EXPECT_EQ(tokens("| || & && ! != < <= > >= =="),
            "pipe@0 or@2 expref@5 and@7 not@10 ne@12 lt@15 lte@17 gt@20 gte@22 eq@25 eof@27");
  EXPECT_EQ(tokens("[ [] [? ]"), "lbracket@0 flatten@2 filter@5 rbracket@8 eof@9");
}

TEST(Lexer, ReadsTheValuesOfTokens) {
  EXPECT_EQ(tokens("a1_"), R"(unquoted_identifier@0="a1_" eof@3)");
  EXPECT_EQ(tokens(R"("a b" )"), R"(quoted_identifier@0="a b" eof@6)");
  EXPECT_EQ(tokens("-10 7"), "number@0=-10 number@4=7 eof@5");
  EXPECT_EQ(tokens("'it\\'s'"), R"(literal@0="it's" eof@7)");
  EXPECT_EQ(tokens(R"(`{"a": [1]}`)"), R"(literal@0={"a":[1]} eof@12)");
  EXPECT_EQ(tokens("`bare word`"), R"(literal@0="bare word" eof@11)");
  EXPECT_EQ(tokens(R"(`"\`"`)"), R"(literal@0="`" eof@6)");
}

TEST(Lexer, CountsBytesButShowsCharacters) {
  EXPECT_EQ(tokens(R"('é' a)"), R"(literal@0="é" unquoted_identifier@5="a" eof@6)");
}

TEST(Lexer, ReportsWhatItCannotRead) {
  EXPECT_NE(error_in("a ^ b").find('^'), std::string::npos);
  EXPECT_EQ(error_in("a ^ b").find("no error"), std::string::npos);
  EXPECT_EQ(error_in("'open").find("no error"), std::string::npos);
  EXPECT_EQ(error_in("`open").find("no error"), std::string::npos);
  EXPECT_EQ(error_in("\"open").find("no error"), std::string::npos);
  EXPECT_EQ(error_in("a = b").find("no error"), std::string::npos);
  EXPECT_EQ(error_in("-").find("no error"), std::string::npos);
}

}  // namespace
}  // namespace ec2mimic::query
