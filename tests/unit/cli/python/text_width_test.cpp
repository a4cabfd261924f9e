#include "cli/python/text_width.h"

#include <gtest/gtest.h>

namespace ec2mimic::cli {
namespace {

TEST(TextWidth, CountsWideAndAmbiguousCharactersTwice) {
  const std::pair<std::string_view, std::size_t> cases[] = {
      {"", 0},           {"abc", 3},        {"\t\x01\x7f", 3}, {"日本", 4},   {"é", 2},          {"è", 2},
      {"ê", 2},          {"ë", 1},          {"â", 1},          {"…", 2},      {"°", 2},          {"！", 2},
      {"ｱ", 1},          {"😀", 2},          {"α", 2},          {"Ω", 2},      {"Я", 2},          {"א", 1},
      {"가", 2},         {"a\u0301", 3},    {"\u0378", 1},  // not assigned
      {"\U00020000", 2}, {"\U0003FFFD", 2}, {"\U0003FFFE", 1}, {"\uE000", 2}, {"\U0010FFFD", 2},
  };
  for (const auto& [text, width] : cases) EXPECT_EQ(text_width(text), width) << text;
}

}  // namespace
}  // namespace ec2mimic::cli
