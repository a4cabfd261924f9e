#include "cli/call/call_log.h"

#include <gtest/gtest.h>

#include "core/seam/json.h"
#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

class CallLogTest : public testing::Test {
 protected:
  TestSystem here;

  CallLogTest() { here.environment.variables["EC2MIMIC_LOG"] = "log"; }

  // Runs `words` and returns the one line that this adds to the log.
  Json logged(const std::vector<std::string_view>& words) {
    here.files.files.erase("log");
    exit_code = here.run(words);
    const std::string& text = here.files.files["log"];
    EXPECT_EQ(text.find('\n'), text.size() - 1) << text;
    return Json::parse(text);
  }
  std::string outcome(const std::vector<std::string_view>& words) { return logged(words)["outcome"]; }
  std::string first_id(const std::vector<std::string_view>& words) { return logged(words)["ids"][0]; }

  int exit_code = 0;
};

TEST_F(CallLogTest, RecordsAllFieldsOfACall) {
  const std::string vpc = first_id({"ec2", "create-vpc", "--cidr-block", "10.0.0.0/16"});
  const Json line = logged({"ec2", "create-route-table", "--vpc-id", vpc, "--client-token", "t"});
  const std::string id = line["ids"][0];
  EXPECT_TRUE(id.starts_with("rtb-")) << id;
  const Json expected = {{"time", "2026-11-24T14:00:00.007Z"},
                         {"argv", {"aws", "ec2", "create-route-table", "--vpc-id", vpc, "--client-token", "t"}},
                         {"operation", "CreateRouteTable"},
                         {"region", "us-east-1"},
                         {"parameters", {{"ClientToken", "t"}, {"VpcId", vpc}}},
                         {"token", "t"},
                         {"outcome", "created"},
                         {"error", nullptr},
                         {"ids", {id}},
                         {"exit", 0},
                         {"duration_us", 1500}};
  EXPECT_EQ(line, expected) << line.dump(1);
}

TEST_F(CallLogTest, RecordsTheOutcome) {
  const Json made = logged({"ec2", "create-vpc", "--cidr-block", "10.0.0.0/16"});
  EXPECT_EQ(made["outcome"], "created");
  EXPECT_EQ(made["ids"].size(), 6U) << made["ids"];
  const std::string vpc = made["ids"][0];
  EXPECT_TRUE(vpc.starts_with("vpc-"));
  EXPECT_EQ(outcome({"ec2", "describe-vpcs"}), "read");
  const std::string table = first_id({"ec2", "create-route-table", "--vpc-id", vpc, "--client-token", "t"});
  const Json again = logged({"ec2", "create-route-table", "--vpc-id", vpc, "--client-token", "t"});
  EXPECT_EQ(again["outcome"], "replayed");
  EXPECT_EQ(again["ids"], Json({table}));
  const Json other = logged({"ec2", "create-route-table", "--vpc-id", "vpc-1", "--client-token", "t"});
  EXPECT_EQ(other["outcome"], "mismatch");
  EXPECT_EQ(other["error"]["code"], "IdempotentParameterMismatch");
  EXPECT_EQ(other["ids"], Json::array());
  EXPECT_EQ(other["exit"], 254);
  const Json tags = logged({"ec2", "create-tags", "--resources", table, "--tags", "Key=a,Value=b"});
  EXPECT_EQ(tags["outcome"], "changed");
  EXPECT_EQ(tags["ids"], Json({table}));
  const Json same = logged({"ec2", "create-tags", "--resources", table, "--tags", "Key=a,Value=b"});
  EXPECT_EQ(same["outcome"], "unchanged");
  EXPECT_EQ(same["ids"], Json::array());
  const Json gone = logged({"ec2", "delete-route-table", "--route-table-id", table});
  EXPECT_EQ(gone["outcome"], "deleted");
  EXPECT_EQ(gone["ids"], Json({table}));
  const Json missing = logged({"ec2", "delete-route-table", "--route-table-id", table});
  EXPECT_EQ(missing["outcome"], "InvalidRouteTableID.NotFound");
  EXPECT_EQ(missing["error"]["code"], "InvalidRouteTableID.NotFound");
  EXPECT_EQ(outcome({"ec2", "describe-vpcs", "--dry-run"}), "DryRunOperation");
}

TEST_F(CallLogTest, RecordsTheFirstRequestAndTheLastOutcomeOfSeveralCalls) {
  for (int i = 0; i < 6; ++i) static_cast<void>(here.run({"ec2", "create-vpc", "--cidr-block", "10.0.0.0/16"}));
  const Json pages = logged({"ec2", "describe-vpcs", "--page-size", "5"});
  EXPECT_EQ(pages["parameters"], (Json{{"MaxResults", 5}}));
  EXPECT_EQ(pages["outcome"], "read");
  const Json waited = logged({"ec2", "wait", "vpc-exists", "--vpc-ids", "vpc-1"});
  EXPECT_EQ(waited["parameters"], (Json{{"VpcIds", {"vpc-1"}}}));
  EXPECT_EQ(waited["outcome"], "InvalidVpcID.NotFound");
}

TEST_F(CallLogTest, RecordsEachIdOnce) {
  const std::string vpc = first_id({"ec2", "create-vpc", "--cidr-block", "10.0.0.0/16"});
  const Json tags = logged({"ec2", "create-tags", "--resources", vpc, vpc, "--tags", "Key=a,Value=b"});
  EXPECT_EQ(tags["ids"], Json({vpc}));
}

TEST_F(CallLogTest, DoesNotAttributeTheDefaultVpcToTheFirstCall) {
  const Json line = logged({"ec2", "create-tags", "--resources", "rtb-1", "--tags", "Key=a"});
  EXPECT_EQ(line["ids"], Json::array());
  const Json vpcs = logged({"ec2", "create-vpc", "--cidr-block", "10.0.0.0/16"});
  EXPECT_EQ(vpcs["ids"].size(), 6U) << vpcs["ids"];
}

TEST_F(CallLogTest, HasTheLineOfAClientThatAFaultKills) {
  const std::string vpc = first_id({"ec2", "create-vpc", "--cidr-block", "10.0.0.0/16"});
  const auto killed = [&](const char* faults) {
    here.files.files.erase("log");
    EXPECT_THROW(here.run({"ec2", "create-route-table", "--vpc-id", vpc, "--fault", faults}), TestProcess::Died);
    return Json::parse(here.files.files["log"]);
  };
  const Json after = killed("throttle:1attempts,lose-response:1attempts,kill");
  EXPECT_EQ(after["outcome"], "created");
  EXPECT_EQ(after["exit"], 137);
  EXPECT_EQ(after["error"], nullptr);
  EXPECT_EQ(after["ids"].size(), 1U);
  const Json attempts = {
      {{"attempt", 1}, {"fault", "throttle"}, {"outcome", nullptr}, {"client", "RequestLimitExceeded"}},
      {{"attempt", 2}, {"fault", "lose-response"}, {"outcome", "created"}, {"client", "connection closed"}},
      {{"attempt", 3}, {"fault", "kill"}, {"outcome", "replayed"}, {"client", "killed"}}};
  EXPECT_EQ(after["attempts"], attempts) << after["attempts"].dump(1);
  const Json before = killed("kill:before");
  EXPECT_EQ(before["outcome"], "failed");
  EXPECT_EQ(before["attempts"][0]["outcome"], nullptr);
  EXPECT_EQ(before["attempts"][0]["client"], "killed");
}

TEST_F(CallLogTest, DoesNotRecordReservedIds) {
  here.run({"state", "seed", "blog"});
  const Json line = logged({"ec2", "create-route-table", "--vpc-id", "vpc-00c84bd9dcad1d728"});
  EXPECT_EQ(line["ids"], Json({"rtb-0899b6226d3a3ef9a"}));
}

TEST_F(CallLogTest, DoesNotRecordTheCallsOfALesson) {
  const Json line = logged({"walkthrough", "blog"});
  EXPECT_EQ(line["exit"], 0);
  EXPECT_EQ(line["outcome"], "done");
  EXPECT_EQ(line["ids"], Json::array());
}

TEST_F(CallLogTest, RecordsNoOperationForBuiltinCommandsAndFaultyLines) {
  const Json own = logged({"state", "path"});
  EXPECT_EQ(own["operation"], nullptr);
  EXPECT_EQ(own["parameters"], nullptr);
  EXPECT_EQ(own["outcome"], "done");
  const Json bad = logged({"ec2", "create-vpc", "--bogus", "\xff"});
  EXPECT_EQ(bad["operation"], nullptr);
  EXPECT_EQ(bad["outcome"], "ParamValidation");
  EXPECT_EQ(bad["exit"], 252);
  EXPECT_EQ(bad["argv"][4], "\xef\xbf\xbd");
  here.engines.failure = "The disk is gone.";
  const Json lost = logged({"ec2", "describe-vpcs"});
  EXPECT_EQ(lost["operation"], "DescribeVpcs");
  EXPECT_EQ(lost["outcome"], "failed");
  EXPECT_EQ(lost["error"], Json({{"code", nullptr}, {"message", "The disk is gone."}}));
}

TEST_F(CallLogTest, PrefersTheOptionEvenOnAFaultyLine) {
  here.run({"--log", "a", "state", "path"});
  here.run({"state", "path", "--log=b"});
  here.run({"--bogus", "--log", "c", "nothing"});
  here.run({"state", "path", "--lo", "d"});
  for (const char* name : {"a", "b", "c", "log"}) EXPECT_EQ(here.files.files.count(name), 1U) << name;
  EXPECT_EQ(here.files.files.count("d"), 0U);
  here.files.files.clear();
  here.run({"__complete", "words", "1", "aws", ""});
  EXPECT_TRUE(here.files.files.empty());
}

TEST_F(CallLogTest, PreventsTheCallIfItCannotBeOpened) {
  EXPECT_EQ(here.run({"ec2", "create-vpc", "--cidr-block", "10.0.0.0/16", "--log", "."}), kBadUsage);
  EXPECT_EQ(here.streams.err, "\nUnable to write to the call log '.': Is a directory. Nothing was done.\n");
  EXPECT_EQ(here.engines.visits, 0);
}

TEST_F(CallLogTest, KeepsTheResultIfTheLineCannotBeWritten) {
  here.files.append_error = ENOSPC;
  EXPECT_EQ(here.run({"ec2", "describe-vpcs"}), kSuccess);
  EXPECT_EQ(here.streams.err,
            "Unable to write to the call log 'log': No space left on device. The call itself was made and is missing "
            "from the log.\n");
}

TEST_F(CallLogTest, RejectsAFileOfTheStateOrConfiguration) {
  const auto refused = [&](const std::vector<std::string_view>& words) {
    EXPECT_EQ(here.run(words), kBadUsage);
    EXPECT_TRUE(here.files.files.empty());
    return here.streams.err;
  };
  EXPECT_EQ(
      refused({"ec2", "describe-vpcs", "--log", "/state.json"}),
      "\nUnable to write to the call log '/state.json': it belongs to the state '/state.json'. Nothing was done.\n");
  EXPECT_EQ(refused({"state", "path", "--log=a", "--state", "b", "--state=a"}),
            "\nUnable to write to the call log 'a': it belongs to the state 'a'. Nothing was done.\n");
  EXPECT_EQ(refused({"state", "path", "--log=/home/t/.aws/config"}),
            "\nUnable to write to the call log '/home/t/.aws/config': it belongs to the configuration file "
            "'/home/t/.aws/config'. Nothing was done.\n");
  here.environment.variables["AWS_SHARED_CREDENTIALS_FILE"] = "c";
  EXPECT_EQ(refused({"state", "path", "--log=c"}),
            "\nUnable to write to the call log 'c': it belongs to the credentials file 'c'. Nothing was done.\n");
  EXPECT_EQ(here.engines.visits, 0);
}

TEST_F(CallLogTest, ReadsNoOptionsAfterTwoDashes) {
  EXPECT_EQ(logged({"state", "path", "--", "--log", "other"})["exit"], 252);
  EXPECT_EQ(here.files.files.count("other"), 0U);
}

TEST_F(CallLogTest, DoesNotRecordSecrets) {
  const Json set = logged({"configure", "set", "profile.p.aws_secret_access_key", "wJalrXUtnFEMI"});
  EXPECT_EQ(set["argv"], Json({"aws", "configure", "set", "profile.p.aws_secret_access_key", "***"}));
  EXPECT_EQ(set["exit"], 0);
  EXPECT_EQ(here.files.files["/home/t/.aws/credentials"], "[p]\naws_secret_access_key = wJalrXUtnFEMI\n");
  const Json unset = logged({"configure", "set", "aws_session_token", "wJalrXUtnFEMI", "wJalrXUtnFEMI"});
  EXPECT_EQ(unset["error"], Json({{"code", "ParamValidation"}, {"message", "***"}}));
  EXPECT_NE(here.streams.err.find("wJalrXUtnFEMI"), std::string::npos) << "which is why the message is not kept";
  EXPECT_EQ(unset.dump().find("wJalrXUtnFEMI"), std::string::npos);
  EXPECT_EQ(logged({"configure", "set", "region", "eu-west-1"})["argv"][4], "eu-west-1");
}

}  // namespace
}  // namespace ec2mimic::cli
