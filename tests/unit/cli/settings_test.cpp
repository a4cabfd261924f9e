#include "cli/settings.h"

#include <gtest/gtest.h>

#include "tests/unit/cli/test_world.h"

namespace ec2mimic::cli {
namespace {

using std::chrono::seconds;

class Settings : public testing::Test {
 protected:
  Globals globals{};
  TestEnvironment environment{};
};

TEST_F(Settings, TheRegionIsTheOptionThenTheVariablesThenUsEast1) {
  EXPECT_EQ(region(globals, environment), "us-east-1");
  environment.variables["AWS_DEFAULT_REGION"] = "eu-west-1";
  EXPECT_EQ(region(globals, environment), "eu-west-1");
  environment.variables["AWS_REGION"] = "eu-west-2";
  EXPECT_EQ(region(globals, environment), "eu-west-2");
  globals.region = "eu-west-3";
  EXPECT_EQ(region(globals, environment), "eu-west-3");
}

TEST_F(Settings, ARegionHasTheFormOfAName) {
  for (const std::string_view name : {"us_bad!", "us east", "-us", "us-", "", "us.east"}) {
    globals.region = name;
    EXPECT_EQ(failure_of([&] { static_cast<void>(region(globals, environment)); }),
              "255 Provided region_name '" + std::string(name) + "' doesn't match a supported format.");
  }
}

TEST_F(Settings, ARegionThatThereIsNotCannotBeReached) {
  globals.region = std::string_view("mars-north-1");
  EXPECT_EQ(failure_of([&] { static_cast<void>(region(globals, environment)); }),
            "255 Could not connect to the endpoint URL: \"https://ec2.mars-north-1.amazonaws.com/\"");
}

TEST_F(Settings, TheFormatOfAVariableIsChecked) {
  EXPECT_EQ(output_format(globals, environment), "json");
  environment.variables["AWS_DEFAULT_OUTPUT"] = "xml";
  EXPECT_EQ(failure_of([&] { static_cast<void>(output_format(globals, environment)); }),
            "255 Unknown output type: xml");
  environment.variables["AWS_DEFAULT_OUTPUT"] = "";
  EXPECT_EQ(failure_of([&] { static_cast<void>(output_format(globals, environment)); }), "255 Unknown output type: ");
  globals.output = "text";
  EXPECT_EQ(output_format(globals, environment), "text");
}

TEST_F(Settings, TheStateIsWhereTheNearestSays) {
  EXPECT_EQ(failure_of([&] { static_cast<void>(state_path(globals, environment)); }),
            "253 There is no place for the state: set EC2MIMIC_STATE to the name of a file, or set HOME.");
  environment.variables["HOME"] = "/home/t";
  EXPECT_EQ(state_path(globals, environment), "/home/t/.local/state/ec2mimic/state.json");
  environment.variables["XDG_STATE_HOME"] = "relative";
  EXPECT_EQ(state_path(globals, environment), "/home/t/.local/state/ec2mimic/state.json");
  environment.variables["XDG_STATE_HOME"] = "/xdg";
  EXPECT_EQ(state_path(globals, environment), "/xdg/ec2mimic/state.json");
  environment.variables["EC2MIMIC_STATE"] = "";
  EXPECT_EQ(state_path(globals, environment), "/xdg/ec2mimic/state.json");
  environment.variables["EC2MIMIC_STATE"] = "s.json";
  EXPECT_EQ(state_path(globals, environment), "s.json");
  globals.state = "option.json";
  EXPECT_EQ(state_path(globals, environment), "option.json");
  globals.state = "";
  EXPECT_EQ(failure_of([&] { static_cast<void>(state_path(globals, environment)); }),
            "252 The option --state needs the name of a file.");
}

TEST_F(Settings, AnEndpointNeedsAnAddress) {
  check_endpoint(globals);
  globals.endpoint_url = "http://localhost:5603";
  check_endpoint(globals);
  globals.endpoint_url = "localhost:5603";
  EXPECT_EQ(failure_of([&] { check_endpoint(globals); }), "255 Invalid endpoint: localhost:5603");
}

TEST(Duration, ReadsSecondsMinutesHoursAndDays) {
  const std::pair<std::string_view, int> cases[] = {{"0", 0},      {"90", 90},     {"90s", 90},
                                                    {"30m", 1800}, {"24h", 86400}, {"7d", 604800}};
  for (const auto& [text, count] : cases) EXPECT_EQ(duration(text), seconds(count)) << text;
  EXPECT_EQ(duration("36500d"), seconds(std::int64_t{36500} * 86400));
  for (const std::string_view text :
       {"", "h", "-1", "+1", "1.5h", " 1", "1 h", "1w", "36501d", "99999999999", "9999999999h"}) {
    EXPECT_EQ(duration(text), std::nullopt) << text;
  }
}

TEST_F(Settings, TheEngineIsToldTheLifeOfTokensAndTheSeed) {
  EXPECT_EQ(engine_options(environment).token_lifetime, std::nullopt);
  EXPECT_EQ(engine_options(environment).seed, std::nullopt);
  environment.variables = {{"EC2MIMIC_TOKEN_TTL", "1h"}, {"EC2MIMIC_SEED", "s"}};
  EXPECT_EQ(engine_options(environment).token_lifetime, seconds(3600));
  EXPECT_EQ(engine_options(environment).seed, "s");
  environment.variables["EC2MIMIC_TOKEN_TTL"] = "soon";
  EXPECT_EQ(failure_of([&] { static_cast<void>(engine_options(environment)); }),
            "253 EC2MIMIC_TOKEN_TTL is 'soon', but should be a time such as 3600, 90s, 30m, 24h or 7d.");
}

}  // namespace
}  // namespace ec2mimic::cli
