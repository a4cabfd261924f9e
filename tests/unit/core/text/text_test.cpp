// The helpers of core/text.
#include <gtest/gtest.h>

#include "core/text/ascii.h"
#include "core/text/base64.h"
#include "core/text/iso_time.h"
#include "core/text/replaced.h"
#include "core/text/split.h"

namespace ec2mimic {
namespace {

using Parts = std::vector<std::string_view>;
using std::chrono::milliseconds;
using std::chrono::sys_days;
using std::chrono::year;

TEST(Ascii, ChangesTheCaseOfLettersOnly) {
  EXPECT_EQ(ascii::lower("AZaz09@[`{\xC3\x84"), "azaz09@[`{\xC3\x84");
  EXPECT_EQ(ascii::upper("AZaz09@[`{\xC3\xA4"), "AZAZ09@[`{\xC3\xA4");
}

TEST(Ascii, RecognisesLettersAndDigits) {
  for (const char c : {'0', '9'}) EXPECT_TRUE(ascii::is_digit(c) && ascii::is_alphanumeric(c) && !ascii::is_letter(c));
  for (const char c : {'A', 'Z', 'a', 'z'}) EXPECT_TRUE(ascii::is_letter(c) && ascii::is_alphanumeric(c));
  for (const char c : {'/', ':', '@', '[', '`', '{', '\xE4'}) EXPECT_FALSE(ascii::is_alphanumeric(c)) << c;
}

TEST(Split, KeepsEmptyParts) {
  EXPECT_EQ(split("a::b", ':'), (Parts{"a", "", "b"}));
  EXPECT_EQ(split(":", ':'), (Parts{"", ""}));
  EXPECT_EQ(split("", ':'), Parts{""});
}

TEST(Replaced, WorksFromLeftToRightAndDoesNotRescan) {
  EXPECT_EQ(replaced("a--b---", "--", "-"), "a-b--");
  EXPECT_EQ(replaced("abab", "ab", ""), "");
  EXPECT_EQ(replaced("abc", "x", "y"), "abc");
}

TEST(LinesOf, IgnoresAFinalLineBreak) {
  EXPECT_EQ(lines_of("a\n\nb\n"), (Parts{"a", "", "b"}));
  EXPECT_EQ(lines_of("a\n\nb"), (Parts{"a", "", "b"}));
  EXPECT_EQ(lines_of("\n"), Parts{""});
  EXPECT_EQ(lines_of(""), Parts{});
}

// RFC 4648, section 10.
TEST(Base64, PassesTheTestVectorsOfTheStandard) {
  const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : vectors) {
    EXPECT_EQ(to_base64(bytes), text);
    EXPECT_EQ(from_base64(text), bytes);
  }
}

TEST(Base64, RoundTripsEveryByte) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
}

TEST(Base64, DecodesLikePython) {
  EXPECT_EQ(from_base64("Zm 9\nv!"), "foo") << "other characters are passed over";
  EXPECT_EQ(from_base64("Zg==Zm9v"), "f") << "the padding ends it";
  EXPECT_EQ(from_base64("Zg="), std::nullopt);
  EXPECT_EQ(from_base64("Z"), std::nullopt);
}

TEST(IsoTime, WritesUtc) {
  const sys_days day(year(2026) / 1 / 31);
  EXPECT_EQ(iso_time(day + std::chrono::seconds(86399)), "2026-01-31T23:59:59Z");
  EXPECT_EQ(iso_time_to_the_millisecond(day + milliseconds(7)), "2026-01-31T00:00:00.007Z");
  EXPECT_EQ(iso_time(sys_days(year(1969) / 12 / 31)), "1969-12-31T00:00:00Z");
}

TEST(IsoTime, ReadsWhatItWrote) {
  for (const char* text : {"2024-02-29T12:34:56Z", "1969-12-31T23:59:59Z", "9999-12-31T00:00:00Z"}) {
    const auto time = parse_iso_time(text);
    ASSERT_TRUE(time) << text;
    EXPECT_EQ(iso_time(*time), text);
  }
}

TEST(IsoTime, RejectsAnythingElse) {
  for (const char* text :
       {"", "2026-02-29T00:00:00Z", "2026-01-31T24:00:00Z", "2026-01-31T00:60:00Z", "2026-01-31T00:00:60Z",
        "2026-01-31 00:00:00Z", "2026-01-31T00:00:00", "2026-01-31T00:00:0xZ", "2026-01-31T00:00:00Z "}) {
    EXPECT_EQ(parse_iso_time(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace ec2mimic
