#include "state/json_string.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace ec2mimic::state {
namespace {

TEST(JsonString, EscapesLikeJson) {
  std::string every;
  for (int c = 0; c < 128; ++c) every += static_cast<char>(c);
  every += "\xC3\xA4\xE2\x82\xAC";
  EXPECT_EQ("\"" + escaped(every) + "\"", nlohmann::json(every).dump());
  EXPECT_EQ(unescaped(escaped(every)), every);
}

TEST(JsonString, LeavesPlainTextAlone) { EXPECT_EQ(escaped("rtb-0123 x/y"), "rtb-0123 x/y"); }

TEST(JsonString, HasOnlyOneSpelling) {
  for (const char* other : {"\\", "\\x", "\\/", "\\u0041", "\\u000A", "\\u000a", "\\u00", "\\u001", "\\u0101", "\"",
                            "\n", "\\u0022", "\\u0020", "\\u00g1", "a\\"}) {
    EXPECT_EQ(unescaped(other), std::nullopt) << other;
  }
  EXPECT_EQ(unescaped("\\u001f\\n"), "\x1F\n");
}

TEST(JsonString, EndsAtTheFirstUnescapedQuote) {
  EXPECT_EQ(closing_quote(R"("ab")", 1), 3U);
  EXPECT_EQ(closing_quote(R"("a\"b\\" ")", 1), 7U);
  EXPECT_EQ(closing_quote(R"("a\")", 1), std::string_view::npos);
  EXPECT_EQ(closing_quote(R"("a\)", 1), std::string_view::npos);
}

}  // namespace
}  // namespace ec2mimic::state
