#include "cli/call/secret_words.h"

#include <gtest/gtest.h>

namespace ec2mimic::cli {
namespace {

using Line = std::vector<std::string_view>;

std::string shown(const Line& words) {
  const SafeWords safe = without_secrets(words);
  std::string line;
  for (const std::string& word : safe.words) line += (line.empty() ? "" : " ") + word;
  EXPECT_EQ(safe.masked, line.find(kMasked) != std::string::npos) << line;
  return line;
}

TEST(SecretWords, AValueIsMaskedHoweverItsNameIsSpelt) {
  for (const char* name : {"aws_secret_access_key", "aws_session_token", "aws_access_key_id",
                           "profile.p.aws_secret_access_key", "default.aws_session_token", "AWS_SECRET_ACCESS_KEY",
                           "aws-secret-access-key", "aws_security_token", "aws_secret_key", "plugins.password"}) {
    EXPECT_EQ(shown({"configure", "set", name, "S"}), "configure set " + std::string(name) + " ***");
  }
}

TEST(SecretWords, AValueIsMaskedThoughItLooksLikeAName) {
  for (const char* value : {"my-secret-passphrase", "FwoGtoKenX", "qwertypassword1", "access_key", "aws_session_token",
                            "TOKEN=x", "secret"}) {
    EXPECT_EQ(shown({"configure", "set", "aws_secret_access_key", value}), "configure set aws_secret_access_key ***");
    EXPECT_EQ(shown({"configure", "set", "plugins.password", value, "--profile", "x"}),
              std::string(value) == "aws_session_token" ? "configure set *** aws_session_token --profile x"
                                                        : "configure set plugins.password *** --profile x");
  }
  EXPECT_EQ(shown({"configure", "set", "my-secret", "profile.p.aws_secret_access_key"}),
            "configure set *** profile.p.aws_secret_access_key");
}

TEST(SecretWords, GlobalOptionsMayStandAnywhere) {
  EXPECT_EQ(shown({"--region", "r", "configure", "--profile", "p", "set", "--debug", "aws_secret_access_key",
                   "--output=text", "S", "--prof", "q", "--log", "l"}),
            "--region r configure --profile p set --debug aws_secret_access_key --output=text *** --prof q --log l");
  EXPECT_EQ(shown({"configure", "set", "--", "aws_secret_access_key", "--region"}),
            "configure set -- aws_secret_access_key ***");
}

TEST(SecretWords, LinesThatAreWrongAreMaskedToo) {
  EXPECT_EQ(shown({"configure", "set", "aws_secret_access_key=S"}), "configure set aws_secret_access_key=***");
  EXPECT_EQ(shown({"configure", "set", "aws_secret_access_key", "--value", "S", "--value=S", "-S", "more"}),
            "configure set aws_secret_access_key *** *** *** *** ***");
  EXPECT_EQ(shown({"configure", "set", "aws_secret_access_key", "--profile", "-S"}),
            "configure set aws_secret_access_key --profile ***");
  EXPECT_EQ(shown({"configure", "set", "S", "aws_secret_access_key"}), "configure set *** aws_secret_access_key");
  EXPECT_EQ(shown({"configure", "aws_secret_access_key", "S"}), "configure aws_secret_access_key ***");
  EXPECT_EQ(shown({"confgure", "set", "aws_secret_access_key", "S"}), "confgure set aws_secret_access_key ***");
  EXPECT_EQ(shown({"confgure", "set", "aws-secret-access-key", "S"}), "confgure set aws-secret-access-key ***");
  EXPECT_EQ(shown({"--c", "x", "configure", "set", "aws_secret_access_key", "S"}),
            "--c x configure set aws_secret_access_key ***")
      << "an ambiguous option";
}

TEST(SecretWords, EverythingElseStays) {
  for (const Line& line :
       {Line{"configure", "set", "region", "eu-west-1"}, Line{"configure", "set", "mfa_serial", "a"},
        Line{"configure", "get", "aws_secret_access_key"},
        Line{"create-route-table", "--vpc-id", "v", "--client-token", "t"},
        Line{"create-tags", "--resources", "r", "--tags", "Key=token,Value=secret"}, Line{"", "set"}, Line{}}) {
    EXPECT_FALSE(without_secrets(line).masked);
    EXPECT_EQ(without_secrets(line).words, std::vector<std::string>(line.begin(), line.end()));
  }
}

}  // namespace
}  // namespace ec2mimic::cli
