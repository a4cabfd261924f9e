#include <gtest/gtest.h>

#include <cerrno>

#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

class Configure : public testing::Test {
 protected:
  Configure() {
    config() = "[default]\nregion = eu-west-1\n[profile q]\nregion = y\ns3 =\n  x = 1\n[plugins]\nfoo = bar\n";
    credentials() = "[k]\naws_access_key_id = AKIAABCD\naws_secret_access_key = secretWXYZ\n";
  }

  std::string& config() { return here.files.files["/home/t/.aws/config"]; }
  std::string& credentials() { return here.files.files["/home/t/.aws/credentials"]; }

  // The exit code and the output.
  std::string output_of(const std::vector<std::string_view>& words) {
    const int code = here.run(words);
    return std::to_string(code) + ' ' + here.streams.out + here.streams.err;
  }

  std::string got(std::string_view name) { return output_of({"configure", "get", name}); }

  TestSystem here;
};

TEST_F(Configure, GetsValuesByName) {
  EXPECT_EQ(got("region"), "0 eu-west-1\n");
  EXPECT_EQ(output_of({"configure", "get", "region", "--profile", "q"}), "0 y\n");
  for (const char* name : {"q.region", "profile.q.region"}) EXPECT_EQ(got(name), "0 y\n") << name;
  for (const char* name : {"q.s3.x", "profile.q.s3.x"}) EXPECT_EQ(got(name), "0 1\n") << name;
  EXPECT_EQ(got("default.region"), "0 eu-west-1\n");
  EXPECT_EQ(got("plugins.foo"), "0 bar\n");
  EXPECT_EQ(got("k.aws_access_key_id"), "0 AKIAABCD\n");
  here.environment.variables["AWS_PROFILE"] = "q";
  EXPECT_EQ(got("s3.x"), "0 1\n");
}

TEST_F(Configure, PrintsNothingForAMissingValue) {
  for (const char* name : {"nope", "", ".", "default.", "nope.region", "profile.nope.region", "q.s3.y", "region.x",
                           "plugins.nope", "a.b"}) {
    EXPECT_EQ(got(name), "1 ") << name;
  }
  EXPECT_EQ(got("q.s3"), "1 varname (q.s3) must reference a value, not a section or sub-section.");
  EXPECT_EQ(got("profile.q"), "255 \nlist index out of range\n");
}

TEST_F(Configure, RequiresTheProfileOnlyForNamesWithoutDots) {
  here.environment.variables["AWS_PROFILE"] = "nope";
  EXPECT_EQ(got("region"), "255 \nThe config profile (nope) could not be found\n");
  EXPECT_EQ(got("q.region"), "0 y\n");
}

TEST_F(Configure, SetsValuesInTheRightFileAndSection) {
  EXPECT_EQ(output_of({"configure", "set", "region", "us-east-2"}), "0 ");
  EXPECT_EQ(output_of({"configure", "set", "s3.x", "2", "--profile", "q"}), "0 ");
  EXPECT_EQ(output_of({"configure", "set", "plugins.foo", "baz"}), "0 ");
  EXPECT_EQ(output_of({"configure", "set", "profile.n w.region", "v"}), "0 ");
  EXPECT_EQ(output_of({"configure", "set", "--", "default.cli_x", "-5"}), "0 ");
  EXPECT_EQ(config(),
            "[default]\nregion = us-east-2\ncli_x = -5\n[profile q]\nregion = y\ns3 =\n  x = 2\n[plugins]\nfoo = baz\n"
            "[profile 'n w']\nregion = v\n");
  EXPECT_EQ(output_of({"configure", "set", "aws_session_token", "t", "--profile", "q"}), "0 ");
  EXPECT_EQ(credentials(),
            "[k]\naws_access_key_id = AKIAABCD\naws_secret_access_key = secretWXYZ\n[q]\naws_session_token = t\n");
}

TEST_F(Configure, CreatesAMissingProfile) {
  here.environment.variables["AWS_PROFILE"] = "new";
  EXPECT_EQ(output_of({"configure", "set", "region", "v"}), "0 ");
  EXPECT_EQ(got("region"), "0 v\n");
}

TEST_F(Configure, CreatesAMissingFile) {
  here.files.files.clear();
  here.environment.variables["AWS_CONFIG_FILE"] = "~/new";
  EXPECT_EQ(output_of({"configure", "set", "region", "v"}), "0 ");
  EXPECT_EQ(here.files.files["/home/t/new"], "[default]\nregion = v\n");
}

TEST_F(Configure, TakesAValueFromAFile) {
  here.files.files["v"] = "text\n";
  EXPECT_EQ(output_of({"configure", "set", "x", "file://v"}), "0 ");
  EXPECT_EQ(got("x"), "0 text\n");
  EXPECT_EQ(output_of({"configure", "set", "x", "file://none"}),
            "252 \nError parsing parameter 'value': Unable to load paramfile file://none: [Errno 2] No such file or "
            "directory: 'none'\n");
}

TEST_F(Configure, ChangesNothingOnFailure) {
  const std::string before = config();
  EXPECT_EQ(output_of({"configure", "set", "x", "a\nb"}),
            "255 \nA configuration file cannot store the value 'a\\nb' of the key 'x' in the section 'default'.\n");
  here.files.change_error = EACCES;
  EXPECT_EQ(output_of({"configure", "set", "x", "a"}), "255 \n[Errno 13] Permission denied: '/home/t/.aws/config'\n");
  EXPECT_EQ(config(), before);
}

TEST_F(Configure, ListsWhereValuesComeFrom) {
  const std::string head =
      "      Name                    Value             Type    Location\n"
      "      ----                    -----             ----    --------\n";
  EXPECT_EQ(output_of({"configure", "list"}),
            "0 " + head +
                "   profile                <not set>             None    None\n"
                "access_key                <not set>             None    None\n"
                "secret_key                <not set>             None    None\n"
                "    region                eu-west-1      config-file    ~/.aws/config\n");
  here.environment.variables["AWS_DEFAULT_REGION"] = "r";
  EXPECT_EQ(output_of({"configure", "list", "--profile", "k"}),
            "0 " + head +
                "   profile                        k           manual    --profile\n"
                "access_key     ****************ABCD shared-credentials-file    \n"
                "secret_key     ****************WXYZ shared-credentials-file    \n"
                "    region                        r              env    ['AWS_REGION', 'AWS_DEFAULT_REGION']\n");
  here.environment.variables["AWS_PROFILE"] = "q";
  here.environment.variables["AWS_ACCESS_KEY_ID"] = "abc";
  EXPECT_EQ(output_of({"configure", "list"}),
            "255 " + head +
                "   profile                        q              env    ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE']\n"
                "\nPartial credentials found in env, missing: AWS_SECRET_ACCESS_KEY\n");
  here.environment.variables["AWS_SECRET_ACCESS_KEY"] = "x";
  EXPECT_EQ(here.run({"configure", "list", "--profile", ""}), kSuccess);
  EXPECT_NE(here.streams.out.find("access_key      ****************abc              env    \n"), std::string::npos);
  EXPECT_NE(here.streams.out.find("secret_key        ****************x              env    \n"), std::string::npos);
}

TEST_F(Configure, ListsProfiles) { EXPECT_EQ(output_of({"configure", "list-profiles"}), "0 default\nq\nk\n"); }

TEST_F(Configure, RejectsMissingAndSurplusWords) {
  EXPECT_EQ(output_of({"configure", "get"}),
            "252 " + with_usage("aws: error: the following arguments are required: varname"));
  EXPECT_EQ(output_of({"configure", "set", "region", "-x"}),
            "252 " + with_usage("aws: error: the following arguments are required: value"));
  EXPECT_EQ(output_of({"configure", "get", "a", "b", "c"}), "252 \nUnknown options: b,c\n");
  EXPECT_EQ(output_of({"configure", "get", "-x", "region"}), "252 \nUnknown options: -x\n");
  EXPECT_EQ(output_of({"configure"}), "252 \nconfigure does not prompt here. Use: configure set NAME VALUE.\n");
  EXPECT_EQ(here.run({"configure", "lst"}), kBadUsage);
  EXPECT_NE(here.streams.err.find("  * list\n"), std::string::npos);
  EXPECT_EQ(here.run({"configure", "sso"}), kBadUsage);
  EXPECT_NE(here.streams.err.find("mimic"), std::string::npos);
  EXPECT_EQ(here.run({"configure", "get", "help"}), kSuccess);
  EXPECT_NE(here.streams.out.find("configure"), std::string::npos);
}

TEST_F(Configure, ReportsABrokenFileFirst) {
  config() = "[default\n";
  EXPECT_EQ(output_of({"configure", "bogus"}), "255 \nUnable to parse config file: /home/t/.aws/config\n");
}

}  // namespace
}  // namespace ec2mimic::cli
