#include "cli/config/settings.h"

#include <gtest/gtest.h>

#include <limits>

#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

using std::chrono::seconds;

class SettingsTest : public testing::Test {
 protected:
  // The settings with the options in `globals`.
  [[nodiscard]] Settings used() const { return Settings(system.system, globals); }

  // The failure of reading a setting, reading the files again each time.
  template <class Ask>
  std::string failure(Ask ask) {
    const Settings fresh(system.system, globals);
    return failure_of([&] { static_cast<void>(ask(fresh)); });
  }

  void config(std::string text) { system.files.files["/home/t/.aws/config"] = std::move(text); }
  void credentials(std::string text) { system.files.files["/home/t/.aws/credentials"] = std::move(text); }

  TestSystem system{};
  TestEnvironment& environment = system.environment;
  std::map<std::string, std::string>& variables = system.environment.variables;
  GlobalOptions globals{};
};

TEST_F(SettingsTest, RegionComesFromOptionThenVariablesThenProfileThenDefault) {
  EXPECT_EQ(Settings(system.system).region(), "us-east-1");
  config("[default]\nregion = eu-north-1\n");
  EXPECT_EQ(Settings(system.system).region(), "eu-north-1");
  variables["AWS_DEFAULT_REGION"] = "eu-west-1";
  EXPECT_EQ(used().region(), "eu-west-1");
  variables["AWS_REGION"] = "eu-west-2";
  EXPECT_EQ(used().region(), "eu-west-2");
  globals.region = "eu-west-3";
  EXPECT_EQ(used().region(), "eu-west-3");
}

TEST_F(SettingsTest, RegionMustBeWellFormed) {
  const auto region = [](const Settings& fresh) { return fresh.region(); };
  for (const std::string_view name : {"us_bad!", "us east", "-us", "us-", "us.east"}) {
    globals.region = name;
    EXPECT_EQ(failure(region),
              "255 Provided region_name '" + std::string(name) + "' doesn't match a supported format.");
  }
}

TEST_F(SettingsTest, EmptyRegionIsUsed) {
  const auto region = [](const Settings& fresh) { return fresh.region(); };
  const std::string invalid = "255 Invalid endpoint: https://ec2..amazonaws.com";
  variables["AWS_DEFAULT_REGION"] = "eu-west-1";
  variables["AWS_REGION"] = "";
  EXPECT_EQ(failure(region), invalid);
  variables = {{"HOME", "/home/t"}};
  config("[default]\nregion =\n");
  EXPECT_EQ(failure(region), invalid);
  variables["AWS_REGION"] = "eu-west-1";
  globals.region = "";
  EXPECT_EQ(failure(region), invalid);
}

TEST_F(SettingsTest, UnknownRegionCannotBeReached) {
  globals.region = std::string_view("mars-north-1");
  EXPECT_EQ(failure([](const Settings& fresh) { return fresh.region(); }),
            "255 Could not connect to the endpoint URL: \"https://ec2.mars-north-1.amazonaws.com/\"");
}

TEST_F(SettingsTest, OutputFormatIsCheckedWhenItIsUsed) {
  const auto check = [](const Settings& fresh) {
    fresh.check_output();
    return 0;
  };
  EXPECT_EQ(Settings(system.system).output(), "json");
  config("[default]\noutput = yaml\n");
  EXPECT_EQ(Settings(system.system).output(), "yaml");
  EXPECT_EQ(failure(check), "nothing");
  config("[default]\noutput = xml\n");
  EXPECT_EQ(failure(check), "255 Unknown output type: xml");
  variables["AWS_DEFAULT_OUTPUT"] = "";
  EXPECT_EQ(used().output(), "");
  EXPECT_EQ(failure(check), "255 Unknown output type: ");
  globals.output = "text";
  EXPECT_EQ(used().output(), "text");
  EXPECT_EQ(failure(check), "nothing");
}

TEST_F(SettingsTest, ErrorFormatIsLowerCasedAndOptional) {
  EXPECT_EQ(Settings(system.system).error_format(), std::nullopt);
  config("[default]\ncli_error_format = Legacy\n");
  EXPECT_EQ(Settings(system.system).error_format(), "legacy");
  variables["AWS_CLI_ERROR_FORMAT"] = "BOGUS";
  EXPECT_EQ(used().error_format(), "bogus");
  globals.error_format = "json";
  EXPECT_EQ(used().error_format(), "json");
}

TEST_F(SettingsTest, AttemptsDefaultToThree) {
  const auto ask = [](const Settings& fresh) { return fresh.retry_rules().attempts; };
  EXPECT_EQ(Settings(system.system).retry_rules().attempts, 3);
  config("[default]\nmax_attempts = 7\n");
  EXPECT_EQ(Settings(system.system).retry_rules().attempts, 7);
  variables["AWS_MAX_ATTEMPTS"] = " 0_1 ";
  EXPECT_EQ(used().retry_rules().attempts, 1);
  variables["AWS_MAX_ATTEMPTS"] = "99999999999999999999";
  EXPECT_EQ(used().retry_rules().attempts, std::numeric_limits<int>::max());
  variables["AWS_MAX_ATTEMPTS"] = "3000000000";
  EXPECT_EQ(used().retry_rules().attempts, std::numeric_limits<int>::max());
  for (const auto& [value, shown] :
       {std::pair("0", "0"), std::pair("-01", "-1"), std::pair("-99999999999999999999", "-99999999999999999999")}) {
    variables["AWS_MAX_ATTEMPTS"] = value;
    EXPECT_EQ(failure(ask), "255 Value provided to \"max_attempts\": " + std::string(shown) +
                                " must be an integer greater than or equal to one.");
  }
  variables["AWS_MAX_ATTEMPTS"] = "abc";
  EXPECT_EQ(failure(ask), "255 invalid literal for int() with base 10: 'abc'");
}

TEST_F(SettingsTest, RetryModeMustBeKnown) {
  const auto ask = [](const Settings& fresh) { return fresh.retry_rules().attempts; };
  EXPECT_FALSE(used().retry_rules().is_adaptive);
  variables["AWS_RETRY_MODE"] = "adaptive";
  EXPECT_TRUE(used().retry_rules().is_adaptive);
  variables["AWS_RETRY_MODE"] = "legacy";
  const std::string wrong =
      "255 Invalid value provided to \"mode\": \"legacy\" must be one of: \"standard\" or \"adaptive\"";
  EXPECT_EQ(failure(ask), wrong);
  variables = {{"HOME", "/home/t"}};
  config("[default]\nretry_mode = legacy\n");
  EXPECT_EQ(failure(ask), wrong);
}

TEST_F(SettingsTest, PagerComesFromTheFirstSourceThatIsSet) {
  EXPECT_EQ(Settings(system.system).pager(), "less");
  variables["PAGER"] = "most";
  EXPECT_EQ(Settings(system.system).pager(), "most");
  config("[default]\ncli_pager =\n");
  EXPECT_EQ(Settings(system.system).pager(), std::nullopt);
  variables["AWS_PAGER"] = "more -s";
  EXPECT_EQ(used().pager(), "more -s");
  globals.no_pager = true;
  EXPECT_EQ(used().pager(), std::nullopt);
}

TEST_F(SettingsTest, ProfileComesFromOptionThenVariablesThenDefault) {
  const auto region = [](const Settings& fresh) { return fresh.region(); };
  config("[default]\nregion = us-east-2\n[profile a]\nregion = us-west-1\n[profile \"b c\"]\nregion = us-west-2\n");
  EXPECT_EQ(used().profile_name(), std::nullopt);
  EXPECT_EQ(used().region(), "us-east-2");
  variables["AWS_DEFAULT_PROFILE"] = "a";
  EXPECT_EQ(used().region(), "us-west-1");
  variables["AWS_PROFILE"] = "b c";
  EXPECT_EQ(used().region(), "us-west-2");
  globals.profile = "";
  EXPECT_EQ(used().region(), "us-west-2");
  globals.profile = "a";
  EXPECT_EQ(used().region(), "us-west-1");
  globals.profile = "nope";
  EXPECT_EQ(failure(region), "255 The config profile (nope) could not be found");
  globals.profile = std::nullopt;
  variables["AWS_PROFILE"] = "";
  EXPECT_EQ(failure(region), "255 The config profile () could not be found");
}

TEST_F(SettingsTest, ProfileNamedDefaultMustExist) {
  const auto ask = [](const Settings& fresh) { return fresh.profile(); };
  EXPECT_EQ(Settings(system.system).profile(), nullptr);
  variables["AWS_PROFILE"] = "default";
  EXPECT_EQ(failure(ask), "255 The config profile (default) could not be found");
  credentials("[default]\n");
  EXPECT_EQ(failure(ask), "nothing");
}

TEST_F(SettingsTest, ConfigurationFilesAreReadOnceAndOnlyIfNeeded) {
  variables["AWS_REGION"] = "eu-west-1";
  const Settings settings = used();
  EXPECT_EQ(settings.region(), "eu-west-1");
  EXPECT_EQ(system.files.reads, 0);
  static_cast<void>(settings.output());
  static_cast<void>(settings.pager());
  EXPECT_EQ(system.files.reads, 2);
}

TEST_F(SettingsTest, BrokenFileIsNamed) {
  const auto ask = [](const Settings& fresh) { return fresh.output(); };
  config("[default\n");
  EXPECT_EQ(failure(ask), "255 Unable to parse config file: /home/t/.aws/config");
  variables["AWS_CONFIG_FILE"] = "$HOME/none";
  EXPECT_EQ(failure(ask), "nothing");
  variables["AWS_SHARED_CREDENTIALS_FILE"] = "~/c";
  system.files.files["/home/t/c"] = "x = 1\n";
  EXPECT_EQ(failure(ask), "255 Unable to parse config file: /home/t/c");
}

TEST_F(SettingsTest, EncodingIsCheckedOnlyWithTheCurrentWording) {
  const auto check = [](const Settings& fresh) {
    fresh.check_encoding();
    return 0;
  };
  variables["AWS_CLI_OUTPUT_ENCODING"] = "bogus";
  EXPECT_EQ(failure(check), "nothing");
  variables["AWS_CLI_ERROR_FORMAT"] = "enhanced";
  EXPECT_EQ(failure(check), "255 Unknown codec `bogus` specified for AWS_CLI_OUTPUT_ENCODING.");
  for (const char* known : {"utf-8", "UTF8", "latin_1", "cp1252"}) {
    variables["AWS_CLI_OUTPUT_ENCODING"] = known;
    EXPECT_EQ(failure(check), "nothing") << known;
  }
}

TEST_F(SettingsTest, StatePathComesFromOptionThenVariablesThenDefault) {
  variables.clear();
  EXPECT_EQ(failure_of([&] { static_cast<void>(state_path(globals, environment)); }),
            "253 There is no location for the state: set EC2MIMIC_STATE to a file name, or set HOME.");
  variables["HOME"] = "/home/t";
  EXPECT_EQ(state_path(globals, environment), "/home/t/.local/state/ec2mimic/state.json");
  variables["XDG_STATE_HOME"] = "relative";
  EXPECT_EQ(state_path(globals, environment), "/home/t/.local/state/ec2mimic/state.json");
  variables["XDG_STATE_HOME"] = "/xdg";
  EXPECT_EQ(state_path(globals, environment), "/xdg/ec2mimic/state.json");
  variables["EC2MIMIC_STATE"] = "";
  EXPECT_EQ(state_path(globals, environment), "/xdg/ec2mimic/state.json");
  variables["EC2MIMIC_STATE"] = "s.json";
  EXPECT_EQ(state_path(globals, environment), "s.json");
  globals.state = "option.json";
  EXPECT_EQ(state_path(globals, environment), "option.json");
  globals.state = "";
  EXPECT_EQ(failure_of([&] { static_cast<void>(state_path(globals, environment)); }),
            "252 The option --state needs a file name.");
}

TEST_F(SettingsTest, EndpointMustBeAUrl) {
  used().check_endpoint();
  globals.endpoint_url = "http://localhost:5603";
  used().check_endpoint();
  globals.endpoint_url = "localhost:5603";
  EXPECT_EQ(failure_of([&] { used().check_endpoint(); }), "255 Invalid endpoint: localhost:5603");
}

TEST(Duration, ParsesSecondsMinutesHoursAndDays) {
  const std::pair<std::string_view, int> cases[] = {{"0", 0},      {"90", 90},     {"90s", 90},
                                                    {"30m", 1800}, {"24h", 86400}, {"7d", 604800}};
  for (const auto& [text, count] : cases) EXPECT_EQ(duration(text), seconds(count)) << text;
  EXPECT_EQ(duration("36500d"), seconds(std::int64_t{36500} * 86400));
  for (const std::string_view text :
       {"", "h", "-1", "+1", "1.5h", " 1", "1 h", "1w", "36501d", "99999999999", "9999999999h"}) {
    EXPECT_EQ(duration(text), std::nullopt) << text;
  }
}

TEST(ClockSetting, IsATimeOrAnOffset) {
  EXPECT_EQ(clock_setting("1970-01-02T00:00:01Z").value().fixed, std::chrono::sys_seconds(seconds(86401)));
  EXPECT_EQ(clock_setting("+2h").value().offset, seconds(7200));
  EXPECT_EQ(clock_setting("-30m").value().offset, seconds(-1800));
  EXPECT_EQ(clock_setting("+3d").value().fixed, std::nullopt);
  for (const std::string_view text :
       {"", "+", "-", "2h", "+-2h", "++2h", "+2w", "+36501d", "2026-01-31", "2026-02-30T00:00:00Z", "now", "@1"}) {
    EXPECT_FALSE(clock_setting(text).has_value()) << text;
  }
}

TEST_F(SettingsTest, EngineOptionsIncludeClockAndPace) {
  EXPECT_EQ(engine_options(environment).clock.fixed, std::nullopt);
  EXPECT_EQ(engine_options(environment).clock.offset, seconds(0));
  EXPECT_EQ(engine_options(environment).pace, Pace::instant);
  variables = {{"EC2MIMIC_NOW", "-1h"}, {"EC2MIMIC_TRANSITIONS", "real"}};
  EXPECT_EQ(engine_options(environment).clock.offset, seconds(-3600));
  EXPECT_EQ(engine_options(environment).pace, Pace::real);
  variables = {{"EC2MIMIC_NOW", ""}, {"EC2MIMIC_TRANSITIONS", "instant"}};
  EXPECT_EQ(engine_options(environment).pace, Pace::instant);
  variables = {{"EC2MIMIC_NOW", "noon"}};
  EXPECT_EQ(failure_of([&] { static_cast<void>(engine_options(environment)); }),
            "252 EC2MIMIC_NOW is 'noon', but should be a time before 9999 such as 2026-01-31T12:00:00Z, or an offset "
            "such as +2h or "
            "-30m, at most a century.");
  variables = {{"EC2MIMIC_QUOTAS", "yes"}};
  EXPECT_EQ(failure_of([&] { static_cast<void>(engine_options(environment)); }),
            "252 EC2MIMIC_QUOTAS is 'yes', but should be aws or none.");
  variables = {{"EC2MIMIC_KEEP", "1000"}};
  EXPECT_EQ(engine_options(environment).kept_revisions, 1000U);
  for (const char* bad : {"1001", "-1", "1x", "+1", " 1", "99999999999999999999"}) {
    variables = {{"EC2MIMIC_KEEP", bad}};
    EXPECT_EQ(failure_of([&] { static_cast<void>(engine_options(environment)); }),
              "252 EC2MIMIC_KEEP is '" + std::string(bad) + "', but should be a number from 0 to 1000.");
  }
  variables = {{"EC2MIMIC_TRANSITIONS", "Real"}};
  EXPECT_EQ(failure_of([&] { static_cast<void>(engine_options(environment)); }),
            "252 EC2MIMIC_TRANSITIONS is 'Real', but should be instant or real.");
}

TEST_F(SettingsTest, EngineOptionsIncludeTokenLifetimeAndSeed) {
  EXPECT_EQ(engine_options(environment).token_lifetime, std::nullopt);
  EXPECT_EQ(engine_options(environment).seed, std::nullopt);
  variables = {{"EC2MIMIC_TOKEN_TTL", "1h"}, {"EC2MIMIC_SEED", "s"}};
  EXPECT_EQ(engine_options(environment).token_lifetime, seconds(3600));
  EXPECT_EQ(engine_options(environment).seed, "s");
  variables["EC2MIMIC_TOKEN_TTL"] = "soon";
  EXPECT_EQ(failure_of([&] { static_cast<void>(engine_options(environment)); }),
            "252 EC2MIMIC_TOKEN_TTL is 'soon', but should be a duration such as 3600, 90s, 30m, 24h or 7d.");
}

}  // namespace
}  // namespace ec2mimic::cli
