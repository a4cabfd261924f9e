#include "cli/config/profiles.h"

#include <gtest/gtest.h>

namespace ec2mimic::cli {
namespace {

Profiles profiles(std::string_view config, std::string_view credentials = {}) {
  return {*parse_config(config), *parse_config(credentials)};
}

std::string names(const Profiles& profiles) {
  std::string names;
  for (const Profile& profile : profiles.all()) names += profile.name + '|';
  return names;
}

TEST(Profiles, AreTheSectionsNamedProfile) {
  EXPECT_EQ(names(profiles("[default]\n[profile a]\n[profile 'b c']\n[profile \"d\"]\n[profile  e ]\n")),
            "default|a|b c|d|e|");
  EXPECT_EQ(names(profiles("[profile]\n[profile a b]\n[profile \"a]\n[plugins]\n[sso-session x]\n[a]\n")), "");
  // Found by trying the AWS CLI: the first word need only begin with `profile`.
  EXPECT_EQ(names(profiles("[profiles a]\n")), "a|");
}

TEST(Profiles, AreAllSectionsOfTheCredentialsFile) {
  EXPECT_EQ(names(profiles("[profile a]\n", "[b]\n[profile c]\n[a]\n[default]\n")), "a|b|profile c|default|");
}

TEST(Profiles, PreferValuesFromTheCredentialsFile) {
  const Profiles both = profiles("[profile a]\nregion = x\noutput = y\n", "[a]\nregion = z\n");
  const Profile* profile = both.find("a");
  ASSERT_NE(profile, nullptr);
  EXPECT_EQ(profile->find("region")->text, "z");
  EXPECT_EQ(profile->find("output")->text, "y");
  EXPECT_EQ(profile->find("none"), nullptr);
  EXPECT_EQ(both.find("b"), nullptr);
}

TEST(Profiles, UseTheLaterOfTwoSpellings) {
  EXPECT_EQ(profiles("[profile a]\nk = 1\n[profile 'a']\nk = 2\n").find("a")->find("k")->text, "2");
}

TEST(Profiles, KeepOtherSectionsAccessible) {
  const Profiles some = profiles("[plugins]\nx = y\n[profile a]\n");
  ASSERT_NE(some.other_section("plugins"), nullptr);
  EXPECT_EQ(some.other_section("plugins")->find("x")->text, "y");
  EXPECT_EQ(some.other_section("profile a"), nullptr);
}

}  // namespace
}  // namespace ec2mimic::cli
