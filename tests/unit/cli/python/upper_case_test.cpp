#include "cli/python/upper_case.h"

#include <gtest/gtest.h>

namespace ec2mimic::cli {
namespace {

TEST(UpperCase, MatchesPython) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"", ""},
      {"aZ_9-z{", "AZ_9-Z{"},
      {"é÷ÿ", "É÷Ÿ"},
      {"aéz", "AÉZ"},
      {"āĂă", "ĀĂĂ"},
      {"ß", "SS"},
      {"ΐ", "\u0399\u0308\u0301"},
      {"ﬃ", "FFI"},
      {"яҁ", "ЯҀ"},
      {"ά", "Ά"},
      {"日", "日"},
      {"𐐨", "𐐀"},
      {"ǆǅ", "ǄǄ"},
  };
  for (const auto& [text, capitals] : cases) EXPECT_EQ(upper_case(text), capitals) << text;
}

}  // namespace
}  // namespace ec2mimic::cli
