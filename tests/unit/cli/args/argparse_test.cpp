#include "cli/args/argparse.h"

#include <gtest/gtest.h>

namespace ec2mimic::cli {
namespace {

constexpr OptionSpec kOptions[] = {{"--flag", Arity::nothing}, {"--name"}, {"--node"}};

// What each word is: `flag` for an option, `name=` for a value, `!name` where that option lacks its value, and `.` for
// any other word.
std::string roles(const std::vector<std::string_view>& words) {
  WordReader reader(kOptions);
  std::string text;
  for (const std::string_view one : words) {
    if (!text.empty()) text += ' ';
    try {
      const Word word = reader.read(one);
      if (word.unmet != nullptr) text += '!' + std::string(word.unmet->name.substr(2)) + ' ';
      text += word.option == nullptr ? "." : std::string(word.option->name.substr(2));
      if (word.role == Word::Role::value) text += '=';
    } catch (const Failure&) {
      text += '?';
    }
  }
  return reader.pending() == nullptr ? text : text + " waits";
}

TEST(WordReader, TellsOptionsTheirValuesAndOtherWordsApart) {
  EXPECT_EQ(roles({"a", "--flag", "b", "--name", "c", "d", "--na=e", "f"}), ". flag . name name= . name .");
  EXPECT_EQ(roles({"--other", "a", "--", "--name", "b"}), ". . . . .");
  EXPECT_EQ(roles({"--name", "-1", "--name"}), "name name= name waits");
}

TEST(WordReader, GoesOnAfterAFault) {
  EXPECT_EQ(roles({"--name", "--flag", "a"}), "name !name flag .");
  EXPECT_EQ(roles({"--name", "--node", "a"}), "name !name node node=");
  EXPECT_EQ(roles({"--name", "--other", "--name", "--", "a"}), "name !name . name !name . .");
  EXPECT_EQ(roles({"--name", "--n", "a"}), "name ? name=") << "an ambiguous abbreviation counts as not there";
}

}  // namespace
}  // namespace ec2mimic::cli
