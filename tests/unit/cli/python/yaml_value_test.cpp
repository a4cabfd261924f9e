#include "cli/python/yaml_value.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "cli/python/non_json.h"

namespace ec2mimic::cli {
namespace {

std::string shown(YamlKind kind, std::string_view text) try {
  const Json value = yaml_value(kind, text);
  return value.is_binary() ? non_json_text(value) : value.dump();
} catch (const std::invalid_argument& error) {
  return error.what();
}

TEST(YamlValue, ReadsIntegersWithBasesSignsAndUnderscores) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"0", "0"},
      {"-0", "0"},
      {"017", "17"},
      {"0o17", "15"},
      {"-0x_ff", "-255"},
      {"+0b1_1", "3"},
      {"1_000_", "1000"},
      {"-9223372036854775808", "-9223372036854775808"},
      {"18446744073709551615", "18446744073709551615"},
      {"18446744073709551616", "an integer of more than 64 bits"},
      {"-9223372036854775809", "an integer of more than 64 bits"},
      {"0b_", "\"0b_\" is not of its kind"},
      {"-_", "\"-_\" is not of its kind"},
      {"x", "\"x\" is not of its kind"},
  };
  for (const auto& [text, value] : cases) EXPECT_EQ(shown(YamlKind::integer, text), value) << text;
}

TEST(YamlValue, ReadsRealsLikePython) {
  const std::pair<std::string_view, double> cases[] = {
      {"1.5", 1.5},   {"-1_0.5", -10.5},   {"1.", 1.0},        {".5", 0.5},          {"1e3", 1000},
      {"1E-2", 0.01}, {"1e999", HUGE_VAL}, {".inf", HUGE_VAL}, {"-.INF", -HUGE_VAL},
  };
  for (const auto& [text, value] : cases) EXPECT_EQ(yaml_value(YamlKind::real, text), value) << text;
  EXPECT_TRUE(std::isnan(yaml_value(YamlKind::real, ".NaN").get<double>()));
  EXPECT_EQ(shown(YamlKind::real, "._"), "\"._\" is not of its kind");
}

TEST(YamlValue, AcceptsYaml11BooleansIfTagged) {
  for (const std::string_view yes : {"true", "TRUE", "Yes", "y", "on"})
    EXPECT_EQ(shown(YamlKind::boolean, yes), "true");
  for (const std::string_view no : {"false", "No", "n", "OFF"}) EXPECT_EQ(shown(YamlKind::boolean, no), "false");
  EXPECT_EQ(shown(YamlKind::boolean, "maybe"), "\"maybe\" is not of its kind");
}

TEST(YamlValue, ShowsTimestampsLikePython) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"2024-01-02", "2024-01-02"},
      {"2024-1-2t3:04:05", "2024-01-02 03:04:05"},
      {"2024-01-02T03:04:05Z", "2024-01-02 03:04:05"},
      {"2024-01-02 03:04:05.6", "2024-01-02 03:04:05.600000"},
      {"2024-01-02 03:04:05.1234564", "2024-01-02 03:04:05.123456"},
      {"2024-01-02 03:04:05.1234565", "2024-01-02 03:04:05.123457"},
      {"2024-01-02 03:04:05.9999999", "2024-01-02 03:04:06"},
      {"2024-01-02 03:04:05.9999999-00:30", "2024-01-02 03:34:06"},
      {"2024-01-02 03:04:05.9999999 +01:30", "2024-01-02 01:34:04"},
      {"2024-02-29 23:04:05 -1", "2024-03-01 00:04:05"},
      {"0001-01-01 00:00:00", "0001-01-01 00:00:00"},
      {"0001-01-01 00:00:00+1", "no year of Python's"},
      {"9999-12-31 23:59:59-1", "no year of Python's"},
      {"0000-01-01", "no day of the calendar"},
      {"2023-02-29", "no day of the calendar"},
      {"2024-13-01", "no day of the calendar"},
      {"2024-01-02 24:00:00", "no time of a day"},
      {"2024-01-02 00:00:60", "no time of a day"},
      {"today", "\"today\" is not of its kind"},
  };
  for (const auto& [text, value] : cases) EXPECT_EQ(shown(YamlKind::timestamp, text), value) << text;
}

}  // namespace
}  // namespace ec2mimic::cli
