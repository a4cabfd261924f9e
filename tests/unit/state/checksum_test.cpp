#include "state/checksum.h"

#include <gtest/gtest.h>

#include <vector>

namespace ec2mimic::state {
namespace {

// From the test vectors of XXH3: the digest of the empty string, seed 0.
TEST(Checksum, IsXxh3) { EXPECT_EQ(checksum(""), "2d06800538d394c2"); }

TEST(Checksum, OfPiecesEqualsThatOfTheWhole) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += static_cast<char>(i * 7);
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0, length = 0; at < text.size(); at += length++) {
    pieces.push_back(std::string_view(text).substr(at, length));
  }
  EXPECT_EQ(checksum(pieces), checksum(text));
}

TEST(Checksum, DistinguishesTexts) { EXPECT_NE(checksum("cat"), checksum("cut")); }

}  // namespace
}  // namespace ec2mimic::state
