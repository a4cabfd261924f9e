#include "cli/complete/complete.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "cli/complete/complete_ids.h"
#include "cli/python/shell_words.h"
#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

using Words = std::vector<std::string>;

class Complete : public testing::Test {
 protected:
  Complete() { EXPECT_EQ(here.run({"state", "seed", "blog"}), kSuccess) << here.streams.err; }

  TestSystem here;

  Completion of(const std::vector<std::string_view>& words, std::size_t index = 0) {
    return complete(here.system, words, index == 0 ? words.size() - 1 : index);
  }
  Words texts(const std::vector<std::string_view>& words, std::size_t index = 0) {
    Words found;
    for (const Candidate& candidate : of(words, index).candidates) found.push_back(candidate.text);
    return found;
  }
  static bool has(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  }
};

// No other operation of EC2 begins with this, so new operations do not break the test.
TEST_F(Complete, OffersCommands) {
  EXPECT_EQ(texts({"ec2mimic", "create-route-t"}), Words{"create-route-table"});
  EXPECT_EQ(texts({"ec2mimic", "ec2", "create-route-t"}), Words{"create-route-table"});
  EXPECT_EQ(texts({"ec2mimic", "--region", "us-east-1", "create-route-t"}), Words{"create-route-table"});
  EXPECT_EQ(texts({"ec2mimic", "help", "create-route-t"}), Words{"create-route-table"});
  EXPECT_EQ(texts({"ec2mimic", "wal"}), Words{"walkthrough"});
  EXPECT_EQ(texts({"ec2mimic", "ec2", "wal"}), Words{});
  EXPECT_EQ(texts({"/usr/bin/aws", "create-route-t"}), Words{});
  EXPECT_EQ(texts({"/usr/bin/aws", "ec2", "create-route-t"}), Words{"create-route-table"});
  EXPECT_EQ(of({"ec2mimic", "create-vpc"}).candidates[0].doc, "Creates a VPC");
}

TEST_F(Complete, SkipsIdsThatWouldBreakALineOrTheShell) {
  auto& vpcs = here.engines.stores["/state.json"].tables["vpcs"];
  const std::string line = vpcs["vpc-00c84bd9dcad1d728"];
  for (const char* id : {"vpc-\n\tfiles /", "vpc-\x1b[2J", "vpc-\u009b", "vpc-$(reboot)", "vpc-a b", "vpc-`x`"}) {
    vpcs[id] = line;
  }
  const Words found = texts({"ec2mimic", "delete-vpc", "--vpc-id", "vpc-"});
  EXPECT_TRUE(has(found, "vpc-00c84bd9dcad1d728"));
  for (const std::string& id : found) EXPECT_EQ(id.find_first_not_of("vpc-0123456789abdef"), std::string::npos) << id;
  EXPECT_EQ(here.run({"ec2", "create-tags", "--resources", "vpc-00c84bd9dcad1d728", "--tags",
                      "Key=Name,Value=a\nvpc-b\tc\u009bd"}),
            kSuccess);
  EXPECT_EQ(of({"ec2mimic", "delete-vpc", "--vpc-id", "vpc-00c84"}).candidates[0].doc, "a\\nvpc-b\\tc\\u009bd");
}

TEST_F(Complete, OffersWaitersAndTheirOptions) {
  EXPECT_EQ(texts({"ec2mimic", "ec2", "wai"}), Words{"wait"});
  EXPECT_EQ(texts({"ec2mimic", "wait", "vpc-"}),
            (Words{"vpc-available", "vpc-exists", "vpc-peering-connection-deleted", "vpc-peering-connection-exists"}));
  EXPECT_EQ(texts({"aws", "ec2", "wait", "vpc-e"}), Words{"vpc-exists"});
  EXPECT_EQ(texts({"aws", "wait", "vpc-e"}), Words{});
  EXPECT_EQ(texts({"ec2mimic", "ec2", "wait", "vpc-exists", "--vpc"}), Words{"--vpc-ids"});
}

TEST_F(Complete, OffersChoicesOfClientOptions) {
  EXPECT_EQ(texts({"ec2mimic", "delete-vpc", "--generate-cli-skeleton", "o"}), Words{"output"});
  EXPECT_EQ(texts({"ec2mimic", "--output", "yaml"}), (Words{"yaml", "yaml-stream"}));
}

TEST_F(Complete, OffersOptionsNotYetUsed) {
  EXPECT_EQ(texts({"ec2mimic", "create-route-table", "--v"}), (Words{"--vpc-id", "--version"}));
  EXPECT_EQ(texts({"ec2mimic", "create-route-table", "--vpc-id", "x", "--v"}), Words{"--version"});
  EXPECT_EQ(texts({"ec2mimic", "create-route-table", "--vpc-id=x", "--v"}), Words{"--version"});
  EXPECT_EQ(texts({"ec2mimic", "create-route-table", "--v", "--vpc-id", "x"}, 2), Words{"--version"});
  EXPECT_FALSE(has(texts({"ec2mimic", "create-route-table", "--no-dry-run", ""}), "--dry-run"));
  EXPECT_TRUE(has(texts({"ec2mimic", "create-route-table", ""}), "--dry-run"));
  EXPECT_EQ(texts({"ec2mimic", "--reg"}), Words{"--region"});
}

TEST_F(Complete, OffersValuesOfGlobalOptions) {
  EXPECT_EQ(texts({"ec2mimic", "--region", "us-w"}), (Words{"us-west-1", "us-west-2"}));
  EXPECT_EQ(texts({"ec2mimic", "create-vpc-peering-connection", "--peer-region", "us-w"}),
            (Words{"us-west-1", "us-west-2"}));
  EXPECT_EQ(texts({"ec2mimic", "create-vpc", "--region=us-w"}), (Words{"--region=us-west-1", "--region=us-west-2"}));
  EXPECT_EQ(texts({"ec2mimic", "--color", "o"}), (Words{"on", "off"}));
  EXPECT_EQ(of({"ec2mimic", "--state", "x"}).files, "");
  EXPECT_EQ(of({"ec2mimic", "--state=x"}).files, "--state=");
  EXPECT_EQ(texts({"ec2mimic", "--profile", ""}), Words{});
}

TEST_F(Complete, OffersChoicesAndFiles) {
  EXPECT_EQ(texts({"ec2mimic", "create-vpc", "--instance-tenancy", "d"}), (Words{"default", "dedicated"}));
  EXPECT_EQ(texts({"ec2mimic", "create-vpc", "--cli-input-json", "fi"}), Words{"file://"});
  EXPECT_TRUE(of({"ec2mimic", "create-vpc", "--cli-input-json", "fi"}).open);
  EXPECT_EQ(of({"ec2mimic", "create-vpc", "--cli-input-json", "file://a"}).files, "file://");
  EXPECT_EQ(of({"ec2mimic", "create-vpc", "--cli-input-json=file://a"}).files, "--cli-input-json=file://");
}

TEST_F(Complete, OffersExistingIds) {
  const Words vpcs{"vpc-00c84bd9dcad1d728", "vpc-03683f950edba6643"};
  const Words offered = texts({"ec2mimic", "create-route-table", "--vpc-id", "vpc-0"});
  for (const std::string& id : texts({"ec2mimic", "create-route-table", "--vpc-id", ""})) {
    EXPECT_TRUE(id.starts_with("vpc-")) << id;
  }
  for (const std::string& vpc : vpcs) EXPECT_TRUE(has(offered, vpc)) << vpc;
  EXPECT_EQ(texts({"ec2mimic", "create-route-table", "--vpc-id=vpc-03683"}), Words{"--vpc-id=" + vpcs[1]});
  EXPECT_EQ(texts({"ec2mimic", "describe-vpcs", "--vpc-ids", vpcs[0], "vpc-03683"}), Words{vpcs[1]});
  EXPECT_EQ(texts({"ec2mimic", "create-tags", "--resources", "vpc-03683"}), Words{vpcs[1]});
  EXPECT_EQ(texts({"ec2mimic", "--region", "eu-west-1", "create-tags", "--resources", "vpc-03683"}), Words{});
  EXPECT_EQ(texts({"ec2mimic", "--region=eu-west-1", "create-tags", "--resources", "vpc-03683"}), Words{});
  EXPECT_EQ(texts({"ec2mimic", "--state", "/other", "create-tags", "--resources", "vpc-03683"}), Words{});
  ASSERT_EQ(here.run({"ec2", "create-tags", "--resources", vpcs[1], "--tags", "Key=Name,Value=lab"}), kSuccess);
  EXPECT_EQ(of({"ec2mimic", "delete-vpc", "--vpc-id", "vpc-03683"}).candidates[0].doc, "lab");
}

TEST_F(Complete, ReadsGlobalOptionsAsACallDoes) {
  here.files.files["/home/t/.aws/config"] = "[profile p]\nregion = eu-west-1\n";
  ASSERT_EQ(here.run({"ec2", "create-vpc", "--cidr-block", "10.0.0.0/16", "--profile", "p"}), kSuccess)
      << here.streams.err;
  Words vpcs = texts({"ec2mimic", "--region", "eu-west-1", "describe-vpcs", "--vpc-ids", ""});
  ASSERT_EQ(vpcs.size(), 2U) << "the default VPC and the new one";
  EXPECT_EQ(texts({"ec2mimic", "--profile", "p", "describe-vpcs", "--vpc-ids", ""}), vpcs);
  EXPECT_EQ(texts({"ec2mimic", "--profile=p", "describe-vpcs", "--vpc-ids", ""}), vpcs);
  EXPECT_EQ(texts({"ec2mimic", "--prof", "p", "describe-vpcs", "--vpc-ids", ""}), vpcs);
  EXPECT_EQ(texts({"ec2mimic", "--regio", "eu-west-1", "describe-vpcs", "--vpc-ids", ""}), vpcs);
  EXPECT_EQ(texts({"ec2mimic", "describe-vpcs", "--regi=eu-west-1", "--vpc-ids", ""}), vpcs);
  EXPECT_EQ(texts({"ec2mimic", "--endpoint", "http://x", "--regio", "eu-west-1", "describe-vpcs", "--vpc-i", ""}),
            vpcs);
  EXPECT_EQ(texts({"ec2mimic", "--output", "bogus", "--regio", "eu-west-1", "describe-vpcs", "--vpc-ids", ""}), vpcs)
      << "a fault elsewhere on the line does not matter";
  EXPECT_EQ(texts({"ec2mimic", "--profile", "nobody", "describe-vpcs", "--vpc-ids", ""}), Words{});
  EXPECT_EQ(texts({"ec2mimic", "--regio", "us-w"}), (Words{"us-west-1", "us-west-2"}));
  EXPECT_EQ(texts({"ec2mimic", "--regio=us-w"}), (Words{"--regio=us-west-1", "--regio=us-west-2"}));
  EXPECT_FALSE(has(texts({"ec2mimic", "describe-vpcs", "--regio", "eu-west-1", ""}), "--region"));
}

TEST_F(Complete, OffersTheTokensUsedWithTheOperation) {
  const Words create{"ec2", "create-route-table", "--vpc-id", "vpc-03683f950edba6643", "--client-token"};
  for (const char* token : {"first", "se cond"}) {
    Words words = create;
    words.emplace_back(token);
    ASSERT_EQ(here.run({words.begin(), words.end()}), kSuccess) << here.streams.err;
  }
  const auto offered = of({"ec2mimic", "create-route-table", "--client-token", ""}).candidates;
  ASSERT_EQ(offered.size(), 1U) << "a token that is not a single word to the shell is left out";
  EXPECT_EQ(offered[0].text, "first");
  EXPECT_TRUE(offered[0].doc.starts_with("Created rtb-")) << offered[0].doc;
  EXPECT_EQ(texts({"ec2mimic", "create-network-acl", "--client-token", ""}), Words{});
  EXPECT_EQ(texts({"ec2mimic", "tokens", "explain", ""}), Words{"first"});
  EXPECT_EQ(texts({"ec2mimic", "tokens", "forget", "f"}), Words{"first"});
  EXPECT_EQ(texts({"ec2mimic", "tokens", "x"}), Words{});
  EXPECT_EQ(texts({"ec2mimic", "--region", "eu-west-1", "create-route-table", "--client-token", ""}), Words{});
}

TEST_F(Complete, OffersIdsOfParts) {
  const auto found = ids_of_type(here.system, {}, "rtbassoc-");
  ASSERT_EQ(found.size(), 3U) << "one of each VPC's main table";
  EXPECT_TRUE(found[0].text.starts_with("rtbassoc-"));
  EXPECT_TRUE(found[0].doc.starts_with("vpc-")) << found[0].doc;
  EXPECT_EQ(ids_of_type(here.system, {}, "vpc-cidr-assoc-").size(), 3U);
  EXPECT_TRUE(ids_of_type(here.system, {}, "bogus-").empty());
}

TEST_F(Complete, OffersNoIdsIfTheStateCannotBeRead) {
  here.engines.failure = "broken";
  EXPECT_EQ(texts({"ec2mimic", "create-route-table", "--vpc-id", ""}), Words{});
  EXPECT_EQ(texts({"ec2mimic", "--region", "nowhere", "create-route-table", "--vpc-id", ""}), Words{});
}

TEST_F(Complete, OffersShorthand) {
  EXPECT_EQ(texts({"ec2mimic", "describe-vpcs", "--filters", ""}), (Words{"Name=", "Values="}));
  EXPECT_EQ(texts({"ec2mimic", "describe-vpcs", "--filters", "Name=vpc"}), Words{"Name=vpc-id,Values="});
  EXPECT_TRUE(of({"ec2mimic", "describe-vpcs", "--filters", "Name=vpc"}).open);
  EXPECT_TRUE(has(texts({"ec2mimic", "describe-vpcs", "--filters", "Name=tag"}), "Name=tag:"));
  EXPECT_EQ(texts({"ec2mimic", "describe-vpcs", "--filters", "Name=vpc-id,Values=vpc-03"}),
            Words{"Name=vpc-id,Values=vpc-03683f950edba6643"});
  EXPECT_EQ(texts({"ec2mimic", "describe-vpcs", "--filters", "Name=vpc-id,"}), Words{"Name=vpc-id,Values="});
  EXPECT_EQ(texts({"ec2mimic", "describe-vpcs", "--filters", "Name=state,Values=vpc-0"}), Words{});
  EXPECT_EQ(texts({"ec2mimic", "create-vpc-peering-connection", "--tag-specifications", "ResourceType=vpc-p"}),
            Words{"ResourceType=vpc-peering-connection"});
}

TEST_F(Complete, OffersFilterValuesOfTheTypeOfTheirMember) {
  const auto values = [&](std::string_view command, std::string_view name, std::string_view typed = {}) {
    const std::string before = "Name=" + std::string(name) + ",Values=";
    const std::string word = before + std::string(typed);
    Words found = texts({"ec2mimic", command, "--filters", word});
    for (std::string& text : found) text.erase(0, before.size());
    return found;
  };
  EXPECT_EQ(values("describe-vpcs", "state"), (Words{"pending", "available"}));
  EXPECT_EQ(values("describe-internet-gateways", "attachment.state"), Words{"available"});
  EXPECT_EQ(values("describe-network-interfaces", "status"), (Words{"pending", "available", "in-use"}));
  EXPECT_EQ(values("describe-vpc-endpoints", "vpc-endpoint-state"), (Words{"pending", "available", "deleting"}));
  EXPECT_EQ(values("describe-availability-zones", "state"), Words{"available"});
  EXPECT_EQ(values("describe-vpcs", "is-default"), (Words{"true", "false"}));
  EXPECT_EQ(values("describe-vpcs", "dhcpOptionsId").size(), 1U);
  EXPECT_EQ(values("describe-route-tables", "association.main", "t"), Words{"true"});
  EXPECT_EQ(values("describe-route-tables", "association.subnet-id").size(),
            texts({"ec2mimic", "describe-subnets", "--subnet-ids", ""}).size());
  EXPECT_EQ(values("describe-route-tables", "association.route-table-association-id").size(), 3U);
  EXPECT_EQ(values("describe-internet-gateways", "attachment.vpc-id", "vpc-03"), Words{"vpc-03683f950edba6643"});
  EXPECT_EQ(values("describe-tags", "resource-id", "vpc-03"), Words{"vpc-03683f950edba6643"});
  EXPECT_EQ(values("describe-tags", "resource-type", "vpc-p"), Words{"vpc-peering-connection"});
  EXPECT_EQ(values("describe-vpcs", "owner-id"), Words{});
  EXPECT_EQ(values("describe-vpcs", "bogus-id"), Words{});
}

TEST_F(Complete, LeavesTheLineOfAnotherProgramAlone) {
  EXPECT_TRUE(has(texts({"ec2mimic", "run", "--"}), "--seed"));
  EXPECT_TRUE(has(texts({"ec2mimic", "run", "--"}), "--log"));
  EXPECT_EQ(texts({"ec2mimic", "run", "--seed", "b"}), Words{"blog"});
  EXPECT_EQ(of({"ec2mimic", "run", "--seed", ""}).files, "");
  EXPECT_EQ(texts({"ec2mimic", "run", "--seed=b"}), Words{"--seed=blog"});
  EXPECT_EQ(of({"ec2mimic", "run", "--state", ""}).files, "");
  EXPECT_EQ(of({"ec2mimic", "run", "--seed", "blog", "t"}).files, "");
  EXPECT_TRUE(has(texts({"ec2mimic", "run", "--seed", "blog", "--"}), "--yes"));
  for (const char* word : {"", "--", "--reg", "x"}) {
    EXPECT_EQ(of({"ec2mimic", "run", "make", word}).files, "") << word;
    EXPECT_EQ(texts({"ec2mimic", "run", "make", word}), Words{}) << word;
    EXPECT_EQ(texts({"ec2mimic", "run", "--", word}), Words{}) << word;
    EXPECT_EQ(texts({"ec2mimic", "run", "--yes", "make", "--region", word}), Words{}) << word;
  }
}

TEST_F(Complete, OffersOperandsOfBuiltinCommands) {
  EXPECT_EQ(texts({"ec2mimic", "state", "se"}), Words{"seed"});
  EXPECT_EQ(texts({"ec2mimic", "state", "seed", "b"}), Words{"blog"});
  EXPECT_EQ(of({"ec2mimic", "state", "seed", ""}).files, "");
  EXPECT_EQ(texts({"ec2mimic", "state", "path", ""}), Words{});
  EXPECT_TRUE(has(texts({"ec2mimic", "state", "reset", "--"}), "--yes"));
  EXPECT_FALSE(has(texts({"ec2mimic", "state", "reset", "--yes", "--"}), "--yes"));
  EXPECT_TRUE(has(texts({"ec2mimic", "query", "--"}), "--operation"));
  EXPECT_TRUE(has(texts({"ec2mimic", "query", "Vpcs", "--"}), "--operation"));
  EXPECT_FALSE(has(texts({"ec2mimic", "query", "--operation", "DescribeVpcs", "--"}), "--operation"));
  EXPECT_FALSE(has(texts({"ec2mimic", "state", "path", "--"}), "--yes"));
  EXPECT_EQ(texts({"ec2mimic", "completion", ""}), (Words{"bash", "zsh", "fish"}));
  EXPECT_TRUE(has(texts({"ec2mimic", "walkthrough", "--no-p"}), "--no-pause"));
  EXPECT_EQ(texts({"ec2mimic", "walkthrough", "bl"}), Words{"blog"});
}

TEST_F(Complete, OffersAnOptionOfOneEraOnlyInIt) {
  EXPECT_FALSE(has(texts({"ec2mimic", "configure", "get", "region", "--"}), "--services"));
  here.environment.variables["AWS_CLI_ERROR_FORMAT"] = "enhanced";
  EXPECT_TRUE(has(texts({"ec2mimic", "configure", "get", "region", "--"}), "--services"));
  EXPECT_FALSE(has(texts({"ec2mimic", "configure", "list", "--"}), "--services"));
}

TEST_F(Complete, OffersZonesServicesAndProtocols) {
  EXPECT_EQ(texts({"ec2mimic", "create-subnet", "--region", "eu-north-1", "--availability-zone", ""}),
            (Words{"eu-north-1a", "eu-north-1b", "eu-north-1c"}));
  EXPECT_EQ(texts({"ec2mimic", "create-subnet", "--region", "nowhere", "--availability-zone", ""}), Words{});
  EXPECT_EQ(texts({"ec2mimic", "create-vpc-endpoint", "--service-name", "com.amazonaws.us-east-1.s3"}),
            texts({"ec2mimic", "describe-vpc-endpoint-services", "--service-names", "com.amazonaws.us-east-1.s3"}));
  EXPECT_TRUE(has(texts({"ec2mimic", "create-vpc-endpoint", "--service-name", ""}), "com.amazonaws.us-east-1.s3"));
  EXPECT_EQ(texts({"ec2mimic", "authorize-security-group-ingress", "--protocol", ""}),
            (Words{"tcp", "udp", "icmp", "all"}));
}

TEST_F(Complete, OffersOnlyTheTypeThatIsCreated) {
  const auto type = [&](std::string_view command) {
    return texts({"ec2mimic", command, "--tag-specifications", "ResourceType="});
  };
  EXPECT_EQ(type("create-vpc"), Words{"ResourceType=vpc"});
  EXPECT_EQ(type("create-nat-gateway"), Words{"ResourceType=natgateway"});
  EXPECT_EQ(type("allocate-address"), Words{"ResourceType=elastic-ip"});
  EXPECT_EQ(type("authorize-security-group-ingress"), Words{"ResourceType=security-group-rule"});
}

TEST_F(Complete, OffersFaults) {
  EXPECT_EQ(texts({"ec2mimic", "fault", ""}), (Words{"set", "list", "clear"}));
  EXPECT_EQ(texts({"ec2mimic", "fault", "set", "lose-"}), (Words{"lose-response", "lose-request"}));
  EXPECT_TRUE(of({"ec2mimic", "fault", "set", "lose-"}).open) << "its parts may follow";
  EXPECT_EQ(texts({"ec2mimic", "describe-vpcs", "--fault", "th"}), Words{"throttle"});
  EXPECT_EQ(texts({"ec2mimic", "fault", "set", "create-rou"}), (Words{"create-route/", "create-route-table/"}));
  EXPECT_EQ(texts({"ec2mimic", "fault", "set", "kill,delete-vpc"}).back(), "kill,delete-vpc-peering-connection/");
  EXPECT_EQ(texts({"ec2mimic", "fault", "set", "create-vpc/create-rou"}), Words{});
  EXPECT_FALSE(has(texts({"ec2mimic", "fault", "set", ""}), "create-route/")) << "the faults come first";
  EXPECT_EQ(texts({"ec2mimic", "describe-vpcs", "--fault=create-vpc/k"}), Words{"--fault=create-vpc/kill"});
  EXPECT_EQ(texts({"ec2mimic", "run", "--fault", "delay:2s,thr"}), Words{"delay:2s,throttle"});
}

TEST_F(Complete, OffersWhatCanBeCountedInTheLog) {
  EXPECT_EQ(texts({"ec2mimic", "history", "--count", "c"}), (Words{"calls", "created", "changed"}));
  EXPECT_EQ(texts({"ec2mimic", "history", "--assert", "CreateRoute"}), (Words{"CreateRoute", "CreateRouteTable"}));
  EXPECT_EQ(texts({"ec2mimic", "history", "--assert", "create-route-t"}), Words{"create-route-table"});
  EXPECT_EQ(texts({"ec2mimic", "history", "--assert", "replay"}), Words{"replayed="});
  EXPECT_EQ(texts({"ec2mimic", "history", "--assert=CreateVpc cr"}), Words{"--assert=CreateVpc created="});
  EXPECT_TRUE(of({"ec2mimic", "history", "--assert", "repla"}).open) << "its number follows";
  EXPECT_FALSE(has(texts({"ec2mimic", "history", "--assert", "created=1 "}), "created=1 CreateVpc"));
  EXPECT_TRUE(has(texts({"ec2mimic", "history", "--assert", "created=1, Create"}), "created=1, CreateVpc"));
}

TEST_F(Complete, NeverFails) {
  for (const std::vector<std::string_view>& words :
       std::vector<std::vector<std::string_view>>{{"__complete"},
                                                  {"__complete", "words"},
                                                  {"__complete", "words", "0", "create"},
                                                  {"__complete", "words", "9", "ec2mimic", "c"},
                                                  {"__complete", "words", "x", "ec2mimic", "c"},
                                                  {"__complete", "line", "", "", ""},
                                                  {"__complete", "line", "ec2mimic", "", "ec2mimic"},
                                                  {"__complete", "words", "2", "ec2mimic", "bogus", "c"}}) {
    EXPECT_EQ(here.run(words), 0);
    EXPECT_EQ(here.streams.out, "");
    EXPECT_EQ(here.streams.err, "");
  }
}

TEST_F(Complete, PrintsOneCandidatePerLine) {
  EXPECT_EQ(here.run({"__complete", "words", "2", "ec2mimic", "ec2", "create-route-t"}), 0);
  EXPECT_EQ(here.streams.out, "create-route-table\tCreates a route table in a VPC\n");
  EXPECT_EQ(here.run({"__complete", "words", "3", "ec2mimic", "describe-vpcs", "--filters", "Name=tag-k"}), 0);
  EXPECT_EQ(here.streams.out, "\topen\nName=tag-key,Values=\tThe key of any tag, whatever its value.\n");
  EXPECT_EQ(here.run({"__complete", "words", "2", "ec2mimic", "--ca-bundle", "x"}), 0);
  EXPECT_EQ(here.streams.out, "\tfiles \n");
}

TEST_F(Complete, ReplacesOnlyTheFragmentThatBashReplaces) {
  const auto line = [&](std::string_view before, std::string_view after, std::string_view fragment) {
    EXPECT_EQ(here.run({"__complete", "line", before, after, fragment}), 0);
    return here.streams.out.substr(0, here.streams.out.find_first_of("\t\n", 1));
  };
  EXPECT_EQ(line("ec2mimic create-route-t", "", "create-route-t"), "create-route-table");
  EXPECT_EQ(line("ec2mimic --region=eu-n", "", "eu-n"), "eu-north-1");
  EXPECT_EQ(line("ec2mimic describe-vpcs --filters Name=vpc-id,Values=vpc-03", "", "vpc-03"), "vpc-03683f950edba6643");
  EXPECT_EQ(line("ec2mimic describe-vpcs --filters 'Name=vpc-id,Values=vpc-03", "", "Name=vpc-id,Values=vpc-03"),
            "Name=vpc-id,Values=vpc-03683f950edba6643");
  EXPECT_EQ(line("ec2mimic create-route-table --v", " --vpc-id x", "--v"), "--version");
  EXPECT_EQ(line("ec2mimic create-vpc --cli-input-json file:///x", "", "///x"), "\tfiles //");
}

TEST(ShellWords, AreSplitAsByAShell) {
  for (const std::string word : {"", "a-b_1.c/d:e@f%g+h,i", "it's", "a b", "$(x)", "*", "~", "ü", "\\", "\"\n"}) {
    EXPECT_EQ(shell_words(shell_word(word)).words, Words{word}) << shell_word(word);
  }
  EXPECT_EQ(shell_word("vpc-1"), "vpc-1");
  EXPECT_EQ(shell_word("it's"), "'it'\\''s'");
  EXPECT_EQ(shell_words("a  b\tc\n").words, (Words{"a", "b", "c"}));
  EXPECT_EQ(shell_words("'a b' \"c \\\" d\" e\\ f g'h'").words, (Words{"a b", "c \" d", "e f", "gh"}));
  EXPECT_EQ(shell_words("a \\\n  b").words, (Words{"a", "b"}));
  EXPECT_EQ(shell_words("a ''").words, (Words{"a", ""}));
  EXPECT_EQ(shell_words("\"a\\b\" 'c\\\\d'").words, (Words{"a\\b", "c\\\\d"}));
  EXPECT_TRUE(shell_words("a b").open);
  EXPECT_TRUE(shell_words("a 'b ").open);
  EXPECT_FALSE(shell_words("a b ").open);
  EXPECT_FALSE(shell_words("").open);
}

}  // namespace
}  // namespace ec2mimic::cli
