#include "core/net/ipv6_cidr.h"

#include <gtest/gtest.h>

namespace ec2mimic::net {
namespace {

std::string canonical(std::string_view text) {
  const auto cidr = Ipv6Cidr::parse(text);
  return cidr ? cidr->text() : "nothing";
}

bool contains(std::string_view whole, std::string_view part) {
  return Ipv6Cidr::parse(whole).value().contains(Ipv6Cidr::parse(part).value());
}

bool overlaps(std::string_view one, std::string_view other) {
  return Ipv6Cidr::parse(one).value().overlaps(Ipv6Cidr::parse(other).value());
}

// The rules of RFC 5952, section 4, in their order there.
TEST(Ipv6Cidr, HasOneCanonicalText) {
  EXPECT_EQ(canonical("2001:0db8:0000:0001:0002:0003:0004:0005/128"), "2001:db8:0:1:2:3:4:5/128");
  EXPECT_EQ(canonical("2001:db8:0:0:0:0:2:1/128"), "2001:db8::2:1/128");
  EXPECT_EQ(canonical("2001:db8::1:1:1:1:1/128"), "2001:db8:0:1:1:1:1:1/128");
  EXPECT_EQ(canonical("2001:0:0:1:0:0:0:1/128"), "2001:0:0:1::1/128");
  EXPECT_EQ(canonical("2001:db8:0:0:1:0:0:1/128"), "2001:db8::1:0:0:1/128");
  EXPECT_EQ(canonical("2001:DB8::ABCD/128"), "2001:db8::abcd/128");
  EXPECT_EQ(canonical("0:0:0:0:0:0:0:0/0"), "::/0");
  EXPECT_EQ(canonical("0:0:0:0:0:0:0:1/128"), "::1/128");
}

TEST(Ipv6Cidr, AcceptsAnIpv4AddressAtTheEnd) {
  EXPECT_EQ(canonical("::ffff:192.0.2.1/128"), "::ffff:192.0.2.1/128");
  EXPECT_EQ(canonical("::FFFF:C000:201/128"), "::ffff:192.0.2.1/128");
  EXPECT_EQ(canonical("64:ff9b::192.0.2.33/128"), "64:ff9b::c000:221/128");
  EXPECT_EQ(canonical("::ffff:192.0.2.256/128"), "nothing");
  EXPECT_EQ(canonical("::ffff:192.0.2/128"), "nothing");
}

TEST(Ipv6Cidr, ClearsHostBits) {
  EXPECT_EQ(canonical("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff/0"), "::/0");
  EXPECT_EQ(canonical("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff/33"), "2001:db8:8000::/33");
  EXPECT_EQ(canonical("2001:db8:0:12ff::1/56"), "2001:db8:0:1200::/56");
  EXPECT_EQ(canonical("2001:db8:0:12ff::1/57"), "2001:db8:0:1280::/57");
  EXPECT_EQ(canonical("2001:db8:0:1234:ffff::/64"), "2001:db8:0:1234::/64");
  EXPECT_EQ(canonical("2001:db8::ffff/127"), "2001:db8::fffe/127");
  EXPECT_EQ(canonical("2001:db8::ffff/128"), "2001:db8::ffff/128");
}

TEST(Ipv6Cidr, RejectsAnythingElse) {
  const std::string zero("::1\0/64", 7);
  for (const std::string_view text : {std::string_view(),
                                      std::string_view("/64"),
                                      std::string_view("::"),
                                      std::string_view("::/"),
                                      std::string_view("::/129"),
                                      std::string_view("::/064"),
                                      std::string_view("::/+1"),
                                      std::string_view("::/-1"),
                                      std::string_view("::/64 "),
                                      std::string_view(" ::/64"),
                                      std::string_view("::/64/64"),
                                      std::string_view(":::/64"),
                                      std::string_view("1::2::3/64"),
                                      std::string_view("1:2:3:4:5:6:7/64"),
                                      std::string_view("1:2:3:4:5:6:7:8:9/64"),
                                      std::string_view("12345::/64"),
                                      std::string_view("g::/64"),
                                      std::string_view("[::]/64"),
                                      std::string_view("fe80::1%eth0/64"),
                                      std::string_view("10.0.0.0/8"),
                                      std::string_view(zero)}) {
    EXPECT_EQ(canonical(text), "nothing") << text;
  }
}

TEST(Ipv6Cidr, ContainsItsSubnets) {
  EXPECT_TRUE(contains("::/0", "2001:db8::/32"));
  EXPECT_TRUE(contains("2001:db8:0:1200::/56", "2001:db8:0:12ab::/64"));
  EXPECT_TRUE(contains("2001:db8:0:1200::/56", "2001:db8:0:1200::/56"));
  EXPECT_FALSE(contains("2001:db8:0:1200::/56", "2001:db8:0:1300::/64"));
  EXPECT_FALSE(contains("2001:db8:0:1200::/56", "2001:db8:0:1200::/55"));
  EXPECT_FALSE(contains("2001:db8:0:1280::/57", "2001:db8:0:1200::/57"));
}

TEST(Ipv6Cidr, OverlapsABlockThatContainsIt) {
  EXPECT_TRUE(overlaps("2001:db8:0:12ab::/64", "2001:db8:0:1200::/56"));
  EXPECT_TRUE(overlaps("2001:db8:0:1200::/56", "2001:db8:0:12ab::/64"));
  EXPECT_FALSE(overlaps("2001:db8:0:1200::/56", "2001:db8:0:1300::/56"));
}

}  // namespace
}  // namespace ec2mimic::net
