#include <gtest/gtest.h>

#include "core/seam/json.h"
#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

class TokensCommand : public ::testing::Test {
 protected:
  TokensCommand() { EXPECT_EQ(here.run({"state", "seed", "blog"}), kSuccess); }
  TestSystem here;

  int create(std::string_view token, const std::vector<std::string_view>& more = {}) {
    std::vector<std::string_view> words = {
        "ec2", "create-route-table", "--vpc-id", "vpc-00c84bd9dcad1d728", "--client-token", token};
    words.insert(words.end(), more.begin(), more.end());
    return here.run(words);
  }
  Json list(const std::vector<std::string_view>& more = {}) {
    std::vector<std::string_view> words = {"tokens", "--output", "json"};
    words.insert(words.end(), more.begin(), more.end());
    EXPECT_EQ(here.run(words), kSuccess) << here.streams.err;
    return Json::parse(here.streams.out)["Tokens"];
  }
  // That of a new subnet.
  std::string subnet_id() {
    const std::vector<std::string_view> words = {"ec2",          "create-subnet", "--vpc-id", "vpc-00c84bd9dcad1d728",
                                                 "--cidr-block", "10.0.9.0/24"};
    EXPECT_EQ(here.run(words), kSuccess) << here.streams.err;
    return Json::parse(here.streams.out)["Subnet"]["SubnetId"];
  }
  // What is said of a token, with a second call if there is one.
  std::string explained(std::string_view token, std::string_view call = {}) {
    std::vector<std::string_view> words = {"tokens", "explain", token};
    if (!call.empty()) words.insert(words.end(), {"--call", call});
    const int code = here.run(words);
    return (code == 0 ? "" : std::to_string(code)) + here.streams.out + here.streams.err;
  }
  std::string last_line_of(const std::string& text) {
    const std::size_t begin = text.rfind('\n', text.size() - 2);
    return text.substr(begin + 1, text.size() - begin - 2);
  }
};

TEST_F(TokensCommand, ListsTokensFromTheOldestOn) {
  EXPECT_EQ(list(), Json::array());
  EXPECT_EQ(create("z"), kSuccess);
  here.clock.time += std::chrono::minutes(90);
  EXPECT_EQ(create("a", {"--region", "us-east-1"}), kSuccess);
  EXPECT_EQ(here.run({"ec2", "delete-route-table", "--route-table-id", "rtb-0899b6226d3a3ef9a"}), kSuccess);
  here.clock.time += std::chrono::seconds(30);
  const Json tokens = list();
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(tokens[0], (Json{{"Token", "z"},
                             {"Operation", "CreateRouteTable"},
                             {"Region", "us-east-1"},
                             {"ResourceId", "rtb-0899b6226d3a3ef9a"},
                             {"State", "deleted"},
                             {"Time", tokens[0]["Time"]},
                             {"Age", "90m"},
                             {"Expired", false},
                             {"Replayed", nullptr}}));
  EXPECT_EQ(tokens[1]["State"], "alive");
  EXPECT_EQ(tokens[1]["Age"], "30s");
  EXPECT_LT(tokens[0]["Time"], tokens[1]["Time"]);
  here.environment.variables["EC2MIMIC_TOKEN_TTL"] = "1h";
  EXPECT_EQ(list()[0]["Expired"], true);
  EXPECT_EQ(list()[1]["Expired"], false);
  EXPECT_EQ(here.run({"tokens", "--query", "Tokens[].Token", "--output", "text"}), kSuccess);
  EXPECT_EQ(here.streams.out, "z\ta\n");
}

TEST_F(TokensCommand, CountsReplaysInTheLog) {
  here.environment.variables["EC2MIMIC_LOG"] = "/calls.log";
  for (const char* token : {"a", "a", " a ", "b"}) EXPECT_EQ(create(token), kSuccess);
  EXPECT_EQ(create("c", {"--fault", "lose-response:2attempts"}), kSuccess);
  EXPECT_EQ(create("a", {"--vpc-id", "vpc-03683f950edba6643"}), kServiceRefused);
  here.files.files["/calls.log"] += "not a line of a log: replayed\n{\"outcome\":\"replayed\",\"token\":\"a\"}\n";
  const auto counts = [&](const Json& tokens) {
    std::map<std::string, Json> found;
    for (const Json& token : tokens) found[token["Token"]] = token["Replayed"];
    return found;
  };
  EXPECT_EQ(counts(list()), (std::map<std::string, Json>{{"a", 2}, {"b", 0}, {"c", 2}}));
  EXPECT_EQ(counts(list({"--log", "/other.log"}))["a"], 0);
  EXPECT_EQ(here.streams.err, "");
  EXPECT_EQ(here.run({"tokens", "forget", "a"}), kSuccess);
  EXPECT_EQ(create("a"), kSuccess);
  EXPECT_EQ(counts(list())["a"], 0) << "those were replays of another table";
  EXPECT_EQ(here.run({"state", "seed", "blog", "--yes"}), kSuccess);
  for (const char* token : {"c", "d", "c"}) EXPECT_EQ(create(token), kSuccess);
  EXPECT_EQ(list()[0]["ResourceId"], "rtb-0899b6226d3a3ef9a") << "the id that `a` had at first";
  EXPECT_EQ(create("a"), kSuccess);
  EXPECT_EQ(here.run({"state", "seed", "blog", "--yes"}), kSuccess);
  EXPECT_EQ(create("c"), kSuccess);
  EXPECT_EQ(counts(list())["c"], 0) << "that was a replay in the account before this one";
}

TEST_F(TokensCommand, ExplainsTheFirstCall) {
  EXPECT_EQ(create("a"), kSuccess);
  here.clock.time += std::chrono::hours(50);
  const std::string start = explained("a").substr(0, explained("a").find('('));
  EXPECT_EQ(start, "CreateRouteTable in us-east-1, 2d ago ");
  EXPECT_NE(explained("a").find("with these parameters:\n  VpcId: \"vpc-00c84bd9dcad1d728\"\nIt created "
                                "rtb-0899b6226d3a3ef9a, which is alive.\nThe same call returns it again; a call with "
                                "other parameters is refused with IdempotentParameterMismatch.\n"),
            std::string::npos)
      << explained("a");
  EXPECT_EQ(explained(" a\t"), explained("a")) << "the service trims tokens";
  EXPECT_EQ(explained("A"), "1ec2mimic: there is no client token 'A'\n");
  EXPECT_EQ(here.run({"ec2", "delete-route-table", "--route-table-id", "rtb-0899b6226d3a3ef9a"}), kSuccess);
  EXPECT_NE(explained("a").find("which was deleted.\nEvery call with this token is refused with "), std::string::npos);
  here.environment.variables["EC2MIMIC_TOKEN_TTL"] = "1h";
  EXPECT_NE(explained("a").find("The token has expired, so the same call creates a new resource.\n"),
            std::string::npos);
}

TEST_F(TokensCommand, ShowsWhereASecondCallDiffers) {
  EXPECT_EQ(create("a", {"--tag-specifications", "ResourceType=route-table,Tags=[{Key=k,Value=v}]"}), kSuccess);
  const std::string same =
      "aws ec2 create-route-table --client-token a --vpc-id vpc-00c84bd9dcad1d728 --tag-specifications "
      "'ResourceType=route-table,Tags=[{Key=k,Value=v}]' --no-dry-run";
  EXPECT_EQ(last_line_of(explained("a", same)),
            "Nothing differs: the second call returns rtb-0899b6226d3a3ef9a and creates nothing.");
  const std::string other = explained("a", "create-route-table --vpc-id vpc-03683f950edba6643");
  EXPECT_EQ(last_line_of(other),
            "TagSpecifications, VpcId differ: the second call is refused with IdempotentParameterMismatch.");
  EXPECT_NE(other.find("\n  VpcId              \"vpc-00c84bd9dcad1d728\""), std::string::npos) << other;
  EXPECT_EQ(create("a"), kServiceRefused) << "as the comparison says";
  for (const char* command : {"create-vpc --cidr-block 10.0.0.0/16", "describe-vpcs", "describe-vpcs --dry-run"}) {
    const std::string said = last_line_of(explained("a", command));
    EXPECT_EQ(said.substr(said.find(',')), ", which takes no token.") << command;
  }
  EXPECT_EQ(last_line_of(explained("a", same + " --dry-run")),
            "The second call is a dry run: it is answered with DryRunOperation and creates nothing.");
  EXPECT_EQ(last_line_of(explained("a", same + " --client-token ' a'")),
            "Nothing differs: the second call returns rtb-0899b6226d3a3ef9a and creates nothing.");
  EXPECT_EQ(last_line_of(explained("a", same + " --client-token A")), "The second call has another token.");
  EXPECT_EQ(last_line_of(explained("a", "create-network-acl --vpc-id vpc-00c84bd9dcad1d728")),
            "The second call is CreateNetworkAcl, which has tokens of its own: this one does not matter to it.");
  EXPECT_EQ(last_line_of(explained("a", same + " --region eu-west-1")),
            "The second call is in eu-west-1, which has tokens of its own: this one does not matter to it.");
  EXPECT_EQ(last_line_of(explained("a", same + " --client-token b")), "The second call has another token.");
  EXPECT_EQ(here.run({"ec2", "delete-route-table", "--route-table-id", "rtb-0899b6226d3a3ef9a"}), kSuccess);
  EXPECT_EQ(last_line_of(explained("a", same)),
            "Nothing differs, but rtb-0899b6226d3a3ef9a was deleted: the second call is refused with "
            "IdempotentParameterMismatch.");
  here.environment.variables["EC2MIMIC_TOKEN_TTL"] = "0s";
  EXPECT_EQ(last_line_of(explained("a", same)), "The token has expired: the second call creates a new resource.");
}

// The service looks at the address before it looks at the token.
TEST_F(TokensCommand, SaysIfARetryIsRefusedForAnotherReason) {
  const std::string subnet = subnet_id();
  const std::vector<std::string_view> call = {"ec2",  "create-network-interface", "--client-token", "a", "--subnet-id",
                                              subnet, "--private-ip-address",     "10.0.9.7"};
  EXPECT_EQ(here.run(call), kSuccess);
  const std::string line = "create-network-interface --private-ip-address 10.0.9.7 --subnet-id " + subnet;
  EXPECT_EQ(here.run({"state", "show"}), kSuccess);
  const std::string before = here.streams.out;
  EXPECT_EQ(last_line_of(explained("a")), "The same call is refused with InvalidIPAddress.InUse.");
  EXPECT_NE(explained("a").find("\nTags are not compared, so they are not remembered.\n"), std::string::npos);
  EXPECT_EQ(last_line_of(explained("a", line)),
            "Nothing differs: the second call is refused with InvalidIPAddress.InUse.");
  EXPECT_EQ(here.run(call), kServiceRefused) << "as the explanation says";
  here.environment.variables["EC2MIMIC_TOKEN_TTL"] = "0s";
  EXPECT_EQ(last_line_of(explained("a", line)),
            "The token has expired: the second call is refused with InvalidIPAddress.InUse.");
  EXPECT_EQ(last_line_of(explained("a", "create-network-interface --subnet-id " + subnet)),
            "The token has expired: the second call creates a new resource.");
  EXPECT_EQ(here.run({"state", "show"}), kSuccess);
  EXPECT_EQ(here.streams.out, before) << "nothing of it is done";
}

TEST_F(TokensCommand, SaysIfLettersOfAnotherCaseAreRefused) {
  const std::string subnet = subnet_id();
  const std::string call = "create-network-interface --subnet-id " + subnet + " --client-token ";
  EXPECT_EQ(here.run({"ec2", "create-network-interface", "--subnet-id", subnet, "--client-token", "a"}), kSuccess);
  EXPECT_EQ(last_line_of(explained("a", call + "A")),
            "The token differs in capital letters: the second call is refused with IdempotentParameterMismatch.");
}

// A repeated call is answered with a NAT gateway for as long as that is listed.
TEST_F(TokensCommand, SaysOfWhatEndedAndIsListedThatItWasDeleted) {
  const std::string subnet = subnet_id();
  const std::vector<std::string_view> call = {"ec2",  "create-nat-gateway",  "--client-token", "a", "--subnet-id",
                                              subnet, "--connectivity-type", "private"};
  EXPECT_EQ(here.run(call), kSuccess);
  const std::string id = Json::parse(here.streams.out)["NatGateway"]["NatGatewayId"];
  const std::string line = "create-nat-gateway --connectivity-type private --subnet-id " + subnet;
  EXPECT_EQ(list()[0]["State"], "alive");
  EXPECT_EQ(here.run({"ec2", "delete-nat-gateway", "--nat-gateway-id", id}), kSuccess);
  EXPECT_EQ(list()[0]["State"], "deleted");
  EXPECT_NE(explained("a").find("which was deleted, or failed, and is still listed.\nThe same call returns it again"),
            std::string::npos)
      << explained("a");
  EXPECT_EQ(last_line_of(explained("a", line)),
            "Nothing differs: the second call returns " + id + " and creates nothing.");
  EXPECT_EQ(here.run(call), kSuccess) << "as the comparison says";
  here.clock.time += std::chrono::hours(1);
  EXPECT_EQ(list()[0]["State"], "deleted");
  EXPECT_NE(explained("a").find("which was deleted.\nEvery call with this token is refused"), std::string::npos);
  EXPECT_EQ(here.run(call), kServiceRefused) << "as the explanation says";
}

TEST_F(TokensCommand, ForgetsWhatEndedAndIsListedAsDeleted) {
  const std::string subnet = subnet_id();
  EXPECT_EQ(here.run({"ec2", "create-nat-gateway", "--client-token", "a", "--subnet-id", subnet, "--connectivity-type",
                      "private"}),
            kSuccess);
  const std::string id = Json::parse(here.streams.out)["NatGateway"]["NatGatewayId"];
  EXPECT_EQ(here.run({"ec2", "delete-nat-gateway", "--nat-gateway-id", id}), kSuccess);
  EXPECT_EQ(here.run({"tokens", "forget", "--deleted"}), kSuccess);
  EXPECT_EQ(here.streams.out, "1 client token forgotten, 0 kept\n");
}

TEST_F(TokensCommand, RefusesASecondCallThatIsNotOne) {
  EXPECT_EQ(create("a"), kSuccess);
  for (const char* line :
       {"", "aws", "state show", "create-cat", "create-route-table --vpc 1 --foo", "create-route-table",
        "create-route-table --vpc-id 'v", "--output nonsense create-route-table --vpc-id v",
        "--state other.json create-route-table --vpc-id v"}) {
    EXPECT_EQ(here.run({"tokens", "explain", "a", "--call", line}), kBadUsage) << line;
    EXPECT_EQ(here.streams.out, "") << line;
  }
  for (const std::vector<std::string_view>& words : {std::vector<std::string_view>{"tokens", "list"},
                                                     {"tokens", "explain"},
                                                     {"tokens", "explain", "a", "b"},
                                                     {"tokens", "--all"},
                                                     {"tokens", "explain", "a", "--all"}}) {
    EXPECT_EQ(here.run(words), kBadUsage) << words.back();
  }
}

TEST_F(TokensCommand, ForgetsOnlyOnRequest) {
  const auto forget = [&](const std::vector<std::string_view>& options) {
    std::vector<std::string_view> words{"tokens", "forget"};
    words.insert(words.end(), options.begin(), options.end());
    const int code = here.run(words);
    return std::to_string(code) + ' ' + here.streams.out + here.streams.err;
  };
  EXPECT_EQ(create("a"), kSuccess);
  here.clock.time += std::chrono::hours(1);
  EXPECT_EQ(create("b"), kSuccess);
  EXPECT_EQ(create("c"), kSuccess);
  EXPECT_EQ(here.run({"ec2", "delete-route-table", "--route-table-id", "rtb-0899b6226d3a3ef9a"}), kSuccess);
  EXPECT_EQ(forget({"--older-than", "61m"}), "0 0 client tokens forgotten, 3 kept\n");
  EXPECT_EQ(forget({"--deleted"}), "0 1 client token forgotten, 2 kept\n");
  EXPECT_EQ(create("a"), kSuccess) << "as if it were new";
  here.clock.time += std::chrono::minutes(30);
  EXPECT_EQ(forget({"--older-than=30m"}), "0 3 client tokens forgotten, 0 kept\n");
  EXPECT_EQ(create("a"), kSuccess);
  EXPECT_EQ(forget({"--expired"}),
            "252 \nNo token expires unless EC2MIMIC_TOKEN_TTL is set. Set it, or pass --older-than.\n");
  here.environment.variables["EC2MIMIC_TOKEN_TTL"] = "1h";
  EXPECT_EQ(forget({"--expired"}), "0 0 client tokens forgotten, 1 kept\n");
  here.clock.time += std::chrono::hours(1);
  EXPECT_EQ(forget({"--expired"}), "0 1 client token forgotten, 0 kept\n");
  EXPECT_EQ(forget({"--older-than", "yesterday"}),
            "252 \nError parsing parameter '--older-than': 'yesterday' is not an "
            "age such as 3600, 90s, 30m, 24h or 7d.\n");
  EXPECT_EQ(
      forget({}),
      "252 " + with_usage("aws: error: one of the arguments TOKEN --expired --older-than --deleted --all is required"));
  EXPECT_EQ(forget({"--deleted", "--expired"}),
            "252 " + with_usage("aws: error: argument --deleted: not allowed with argument --expired"));
  EXPECT_EQ(forget({"t", "--all"}), "252 " + with_usage("aws: error: argument --all: not allowed with argument TOKEN"));
  for (const char* token : {"x", "y", "z"}) EXPECT_EQ(create(token), kSuccess);
  EXPECT_EQ(forget({"Y"}), "1 ec2mimic: there is no client token 'Y'\n");
  EXPECT_EQ(forget({" y "}), "0 1 client token forgotten, 2 kept\n");
  EXPECT_EQ(forget({"--all"}), "0 2 client tokens forgotten, 0 kept\n");
}

}  // namespace
}  // namespace ec2mimic::cli
