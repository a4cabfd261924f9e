// The small parts of core: wildcards, CIDR blocks, names, regions, records.
#include <gtest/gtest.h>

#include <set>

#include "core/net/cidr.h"
#include "core/net/region_table.h"
#include "core/operation/filters.h"
#include "core/operation/registry.h"
#include "core/records/records.h"
#include "core/text/utf8.h"
#include "tests/harness/memory_store.h"

namespace ec2mimic {
namespace {

TEST(WildcardMatch, HandlesStarsQuestionMarksAndEscapes) {
  const struct {
    const char* pattern;
    const char* text;
    bool match;
  } cases[] = {
      {"", "", true},
      {"", "a", false},
      {"*", "", true},
      {"**", "abc", true},
      {"?", "", false},
      {"?", "a", true},
      {"?", "é", true},
      {"?", "ab", false},
      {"a*c", "abbc", true},
      {"a*c", "abb", false},
      {"a*b*c", "axbxbxc", true},
      {"*a", "bab", false},
      {"*ab", "aab", true},
      {"a?c", "abc", true},
      {"abc", "ABC", false},
      {"\\*", "*", true},
      {"\\*", "a", false},
      {"\\?", "?", true},
      {"\\?", "a", false},
      {"\\\\", "\\", true},
      {"\\", "\\", true},
      {"\\a", "a", true},
      {"a\\*b*", "a*bcd", true},
      {"*\\*", "ab*", true},
      {"*\\*", "abc", false},
      {"\\*amazon\\?\\\\", "*amazon?\\", true},
      {"*é?", "aéü", true},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(wildcard_match(one.pattern, one.text), one.match) << one.pattern << " against " << one.text;
  }
}

TEST(WildcardMatch, NeverTakesExponentialTime) {
  std::string pattern;
  for (int i = 0; i < 100; ++i) pattern += "*a";
  EXPECT_FALSE(wildcard_match(pattern + "b", std::string(100000, 'a')));
}

TEST(Cidr, ParsesStrictlyAndClearsHostBits) {
  EXPECT_EQ(net::Cidr::parse("10.237.19.7/20")->text(), "10.237.16.0/20");
  EXPECT_EQ(net::Cidr::parse("255.255.255.255/0")->text(), "0.0.0.0/0");
  EXPECT_EQ(net::Cidr::parse("1.2.3.4/32")->text(), "1.2.3.4/32");
  for (const char* wrong : {"", "10.0.0.0", "10.0.0/16", "10.0.0.0/33", "10.0.0.256/16", "10.0.0.0/", "10.0.0.0/016",
                            "010.0.0.0/16", "10.0.0.0/16 ", " 10.0.0.0/16", "10.0.0.0.0/16", "+10.0.0.0/16", "::/0",
                            "10.0.0.-1/16", "10..0.0/16", "4294967306.0.0.0/16"}) {
    EXPECT_EQ(net::Cidr::parse(wrong), std::nullopt) << wrong;
  }
}

TEST(Cidr, DetectsContainmentAndOverlap) {
  const auto cidr = [](const char* text) { return net::Cidr::parse(text).value(); };
  EXPECT_TRUE(cidr("10.0.0.0/16").contains(cidr("10.0.255.0/24")));
  EXPECT_TRUE(cidr("10.0.0.0/16").contains(cidr("10.0.0.0/16")));
  EXPECT_FALSE(cidr("10.0.0.0/24").contains(cidr("10.0.0.0/16")));
  EXPECT_TRUE(cidr("10.0.0.0/24").overlaps(cidr("10.0.0.0/16")));
  EXPECT_FALSE(cidr("10.0.0.0/24").overlaps(cidr("10.0.1.0/24")));
  EXPECT_TRUE(cidr("0.0.0.0/0").contains(cidr("255.0.0.0/8")));
}

TEST(KebabCase, SpellsNamesAsTheCommandLineDoes) {
  EXPECT_EQ(kebab_case("CreateRouteTable"), "create-route-table");
  EXPECT_EQ(kebab_case("VpcIds"), "vpc-ids");
  EXPECT_EQ(kebab_case("Ipv6CidrBlock"), "ipv6-cidr-block");
  EXPECT_EQ(kebab_case("EnableDns64"), "enable-dns64");
  EXPECT_EQ(kebab_case("MapPublicIpOnLaunch"), "map-public-ip-on-launch");
  EXPECT_EQ(kebab_case("AWSName"), "aws-name");
}

TEST(Registry, FindsOperationsByCommandAndNounsById) {
  ASSERT_NE(find_operation("create-route-table"), nullptr);
  EXPECT_EQ(find_operation("create-route-table")->name, "CreateRouteTable");
  EXPECT_EQ(find_operation("create-route-tabl"), nullptr);
  EXPECT_EQ(noun_of_id("rtb-1")->type, "route-table");
  EXPECT_EQ(noun_of_id("vpc-cidr-assoc-1"), nullptr);
  EXPECT_EQ(noun_of_id("rtb"), nullptr);
}

TEST(Regions, HaveConsistentNamesAndZones) {
  std::set<std::string> ids;
  for (const std::string_view region : region_names()) {
    EXPECT_TRUE(is_region(region));
    EXPECT_GE(zones_of(region).size(), 2U);
    for (const Zone& zone : zones_of(region)) {
      EXPECT_TRUE(zone.name.starts_with(region));
      EXPECT_TRUE(ids.insert(zone.id).second) << zone.id;
    }
  }
  EXPECT_EQ(zones_of("us-east-1")[0].id, "use1-az6");
  EXPECT_FALSE(is_region("us-east-1a"));
  EXPECT_TRUE(zones_of("mars-1").empty());
}

TEST(Utf8, CountsCharacters) {
  EXPECT_EQ(utf8::length("aé😀"), 3U);
  EXPECT_EQ(utf8::first("é"), 2U);
  EXPECT_EQ(utf8::first(""), 0U);
}

TEST(Records, OverlayChangesOnTheSnapshot) {
  test::MemoryStore store;
  store.tables["T"] = {{"a", "1x"}, {"b", "2x"}, {"c", "3x"}};
  const auto snapshot = store.read();
  Records records(*snapshot, "123456789012");
  EXPECT_FALSE(records.changed());
  records.put("T", "b", "2y");
  records.erase("T", "c");
  records.put("T", "d", "4x");
  const auto all = [&](std::string_view containing) {
    std::set<std::string> seen;
    records.scan("T", containing, [&](std::string_view key, std::string_view line) {
      seen.insert(std::string(key) + '=' + std::string(line));
    });
    return seen;
  };
  EXPECT_EQ(all(""), (std::set<std::string>{"a=1x", "b=2y", "d=4x"}));
  EXPECT_EQ(all("x"), (std::set<std::string>{"a=1x", "d=4x"}));
  EXPECT_EQ(records.find("T", "b"), "2y");
  EXPECT_EQ(records.find("T", "c"), std::nullopt);
  EXPECT_EQ(records.find("U", "c"), std::nullopt);
  EXPECT_TRUE(records.changed());
  records.mark_as_default();
  EXPECT_FALSE(records.changed());
  EXPECT_EQ(records.changes().tables.at("T").size(), 3U);
}

}  // namespace
}  // namespace ec2mimic
