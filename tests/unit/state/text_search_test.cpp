// The search finds what std::string_view::find finds, wherever blocks begin and end.
#include "state/text_search.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace ec2mimic::state {
namespace {

TEST(TextSearch, FindsTheFirstOccurrence) {
  EXPECT_EQ(TextSearch("b").find("abc", 0), 1U);
  EXPECT_EQ(TextSearch("b").find("abc", 2), std::string_view::npos);
  EXPECT_EQ(TextSearch("").find("abc", 2), 2U);
  EXPECT_EQ(TextSearch("a").find("", 0), std::string_view::npos);
  EXPECT_EQ(TextSearch("abc").find("ab", 0), std::string_view::npos);
}

TEST(TextSearch, AgreesWithTheStandardLibrary) {
  std::mt19937 random(7);
  const auto text_of = [&](std::size_t length, int letters) {
    std::string text;
    for (std::size_t i = 0; i < length; ++i) text += "\"zaZ{\xC3"[random() % static_cast<unsigned>(letters)];
    return text;
  };
  int found = 0;
  for (int round = 0; round < 20'000; ++round) {
    const int letters = 2 + static_cast<int>(random() % 5);
    const std::string text = text_of(random() % 700, letters);
    const std::string wanted = text_of(1 + random() % 12, letters);
    const std::size_t from = text.empty() ? 0 : random() % text.size();
    const std::size_t expected = text.find(wanted, from);
    ASSERT_EQ(TextSearch(wanted).find(text, from), expected) << text << " / " << wanted << " / " << from;
    found += expected != std::string::npos;
  }
  EXPECT_GT(found, 1000);
}

}  // namespace
}  // namespace ec2mimic::state
