#include "cli/call/aftermath.h"

#include <gtest/gtest.h>

#include <new>

#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

using Words = std::vector<std::string_view>;

class Aftermath : public testing::Test {
 protected:
  TestSystem here;

  // Runs a command that must succeed and returns the id in its answer.
  std::string result_of(Words words, std::string_view query) {
    words.insert(words.end(), {"--output", "text", "--query", query});
    EXPECT_EQ(here.run(words), kSuccess) << here.streams.err;
    return here.streams.out.substr(0, here.streams.out.find('\n'));
  }
  std::string vpc() { return result_of({"ec2", "create-vpc", "--cidr-block", "10.0.0.0/16"}, "Vpc.VpcId"); }

  // The text on stderr after the message, for a command whose commit has an unknown outcome.
  std::string unknown_outcome_note(const Words& words) {
    auto& failure = here.engines.stores["/state.json"].failure;
    failure = state::StateErrorKind::unknown_outcome;
    EXPECT_EQ(here.run(words), kGeneralError);
    failure.reset();
    return after_message("\nthe commit failed\n");
  }
  // The same for a command that cannot write to stdout.
  std::string lost_answer_note(const Words& words) {
    here.streams.out_error = ENOSPC;
    EXPECT_EQ(here.run(words), kGeneralError);
    here.streams.out_error = 0;
    return after_message("\nUnable to write to standard output: No space left on device\n");
  }
  std::string after_message(const std::string& message) {
    EXPECT_TRUE(here.streams.err.starts_with(message)) << here.streams.err;
    return here.streams.err.substr(std::min(message.size(), here.streams.err.size()));
  }
};

TEST_F(Aftermath, SuggestsRepeatingACreateWithItsToken) {
  const std::string id = vpc();
  EXPECT_EQ(
      unknown_outcome_note({"ec2", "create-route-table", "--vpc-id", id, "--client-token", "it's"}),
      "rtb-00000000000000007 may have been created. Repeat the command with --client-token 'it'\\''s': it creates "
      "another only if that one was lost.\n");
  EXPECT_EQ(
      result_of({"ec2", "create-route-table", "--vpc-id", id, "--client-token", "it's"}, "RouteTable.RouteTableId"),
      "rtb-00000000000000007");
}

TEST_F(Aftermath, MentionsTheLifetimeOfTheToken) {
  const std::string id = vpc();
  here.environment.variables["EC2MIMIC_TOKEN_TTL"] = "60";
  EXPECT_EQ(
      unknown_outcome_note({"ec2", "create-route-table", "--vpc-id", id, "--client-token", "t"}),
      "rtb-00000000000000007 may have been created. Repeat the command with --client-token t within 60 seconds: it "
      "creates another only if that one was lost.\n");
}

TEST_F(Aftermath, ShowsAGeneratedToken) {
  const std::string id = vpc();
  const std::string note = unknown_outcome_note({"ec2", "create-route-table", "--vpc-id", id});
  const std::string begin = "rtb-00000000000000008 may have been created. Repeat the command with --client-token ";
  ASSERT_TRUE(note.starts_with(begin)) << note;
  const std::string token = note.substr(begin.size(), 36);
  EXPECT_EQ(
      result_of({"ec2", "create-route-table", "--vpc-id", id, "--client-token", token}, "RouteTable.RouteTableId"),
      "rtb-00000000000000008");
}

TEST_F(Aftermath, SuggestsLookingForTheResourceIfThereIsNoToken) {
  EXPECT_EQ(unknown_outcome_note({"ec2", "create-vpc", "--cidr-block", "10.0.0.0/16"}),
            "vpc-00000000000000001 may have been created. Look for it first with `aws ec2 describe-vpcs --vpc-ids "
            "vpc-00000000000000001`: repeating the command would create another.\n");
  here.system.program = "ec2mimic";
  EXPECT_EQ(unknown_outcome_note({"create-vpc", "--cidr-block", "10.0.0.0/16", "--region", "eu-west-1"}),
            "vpc-00000000000000007 may have been created. Look for it first with `ec2mimic describe-vpcs --vpc-ids "
            "vpc-00000000000000007 --region eu-west-1`: repeating the command would create another.\n");
}

TEST_F(Aftermath, TreatsABlankTokenAsNone) {
  const std::string id = vpc();
  const std::string said = unknown_outcome_note({"ec2", "create-route-table", "--vpc-id", id, "--client-token", " "});
  EXPECT_NE(said.find("repeating the command would create another"), std::string::npos) << said;
}

TEST_F(Aftermath, AllowsRepeatingAnyOtherWrite) {
  const std::string id = vpc();
  EXPECT_EQ(unknown_outcome_note({"ec2", "create-tags", "--resources", id, "--tags", "Key=a,Value=b"}),
            "It is safe to repeat the command.\n");
  EXPECT_EQ(unknown_outcome_note({"ec2", "delete-tags", "--resources", id}), "It is safe to repeat the command.\n");
  EXPECT_EQ(unknown_outcome_note({"ec2", "delete-vpc", "--vpc-id", id}),
            id + " may have been deleted. It is safe to repeat the command: if it was, the error is "
                 "InvalidVpcID.NotFound.\n");
  EXPECT_EQ(here.run({"ec2", "delete-vpc", "--vpc-id", id}), kServiceRefused);
  EXPECT_NE(here.streams.err.find("(InvalidVpcID.NotFound)"), std::string::npos);
  EXPECT_EQ(unknown_outcome_note({"state", "reset", "--yes"}), "It is safe to repeat the command, with --yes.\n");
  EXPECT_EQ(unknown_outcome_note({"state", "seed", "blog", "--yes"}),
            "It is safe to repeat the command, with --yes.\n");
}

TEST_F(Aftermath, GivesNoAdviceIfNothingWasDone) {
  here.engines.stores["/state.json"].failure = state::StateErrorKind::not_written;
  for (const Words& words :
       {Words{"ec2", "create-vpc", "--cidr-block", "10.0.0.0/16"}, Words{"state", "reset", "--yes"}}) {
    EXPECT_EQ(here.run(words), kGeneralError);
    EXPECT_EQ(here.streams.err, "\nthe commit failed\n");
  }
}

TEST_F(Aftermath, ReportsACreateWhoseResultWasNotShown) {
  const std::string look = "Look at it with `aws ec2 describe-vpcs --vpc-ids vpc-00000000000000001`";
  EXPECT_EQ(lost_answer_note({"ec2", "create-vpc", "--cidr-block", "10.0.0.0/16"}),
            "vpc-00000000000000001 was created. " + look + ": repeating the command would create another.\n");
  const std::string again = "Repeat the command with --client-token t: it returns the same resource.\n";
  const Words create{"ec2", "create-route-table", "--vpc-id", "vpc-00000000000000001", "--client-token", "t"};
  EXPECT_EQ(lost_answer_note(create), "rtb-00000000000000007 was created. " + again);
  EXPECT_EQ(lost_answer_note(create), "rtb-00000000000000007 was created by an earlier call. " + again);
}

TEST_F(Aftermath, ReportsACallWhoseOutputFailed) {
  const std::string id = vpc();
  const auto last_line = [&] {
    const std::string text = here.streams.err.substr(0, here.streams.err.size() - 1);
    return text.substr(text.rfind('\n') + 1);
  };
  const std::string tagged = "The change was made. It is safe to repeat the command.";
  Words tag{"ec2", "create-tags", "--resources", id, "--tags", "Key=a,Value=1", "--query", "abs(@)"};
  EXPECT_EQ(here.run(tag), kGeneralError);
  EXPECT_EQ(last_line(), tagged);
  EXPECT_EQ(here.run(tag), kGeneralError);
  EXPECT_EQ(last_line(), "There was nothing to change. It is safe to repeat the command.");
  here.environment.variables["AWS_DEFAULT_OUTPUT"] = "bogus";
  EXPECT_NE(here.run({"ec2", "delete-vpc", "--vpc-id", id}), kSuccess);
  EXPECT_EQ(last_line(), id + " was deleted. Repeating the command would fail with InvalidVpcID.NotFound.");
  here.environment.variables.erase("AWS_DEFAULT_OUTPUT");
  here.streams.terminal = true;
  here.environment.variables["AWS_PAGER"] = "nowhere";
  here.process.start_error = ENOENT;
  EXPECT_EQ(here.run({"ec2", "create-vpc", "--cidr-block", "10.0.0.0/16"}), kBadConfiguration);
  EXPECT_NE(last_line().find(" was created. Look at it with `aws ec2 describe-vpcs"), std::string::npos);
}

class GreedyStreams final : public Streams {
 public:
  std::string err{};
  Written write_out(std::string_view) override { throw std::bad_alloc(); }
  std::string read_in(std::size_t) override { return {}; }
  std::optional<std::string> read_line() override { return std::nullopt; }
  bool in_is_terminal() const override { return false; }
  bool out_is_terminal() const override { return false; }
  int width() const override { return 80; }

 private:
  void put_error(std::string_view text) override { err += text; }
};

TEST_F(Aftermath, ReportsTheIdEvenIfMemoryRunsOut) {
  GreedyStreams streams;
  System system{"aws", streams, here.environment, here.files, here.clock, here.identifiers, here.engines, here.process};
  EXPECT_EQ(run(system, Words{"ec2", "create-vpc", "--cidr-block", "10.0.0.0/16"}), kGeneralError);
  EXPECT_TRUE(streams.err.starts_with("\nThere is not enough memory.\nvpc-00000000000000001 was created. "))
      << streams.err;
}

TEST_F(Aftermath, SaysNothingAboutReadsAndRefusals) {
  EXPECT_EQ(lost_answer_note({"ec2", "describe-vpcs"}), "");
  EXPECT_EQ(lost_answer_note({"ec2", "describe-vpcs", "--page-size", "5"}), "");
  EXPECT_EQ(here.run({"ec2", "delete-vpc", "--vpc-id", "vpc-1"}), kServiceRefused);
  EXPECT_EQ(
      after_message("\nAn error occurred (InvalidVpcID.NotFound) when calling the DeleteVpc operation: The vpc ID "
                    "'vpc-1' does not exist\n"),
      "");
}

TEST_F(Aftermath, SaysNothingIfTheReaderWentAway) {
  here.streams.out_error = EPIPE;
  EXPECT_EQ(here.run({"ec2", "create-vpc", "--cidr-block", "10.0.0.0/16"}), kSuccess);
  EXPECT_EQ(here.streams.err, "");
}

TEST_F(Aftermath, LogsAnUnknownOutcome) {
  here.environment.variables["EC2MIMIC_LOG"] = "log";
  unknown_outcome_note({"ec2", "create-vpc", "--cidr-block", "10.0.0.0/16"});
  const Json line = Json::parse(here.files.files["log"]);
  EXPECT_EQ(line["outcome"], "unknown");
  EXPECT_EQ(line["ids"].at(0), "vpc-00000000000000001");
  EXPECT_EQ(line["exit"], 255);
}

}  // namespace
}  // namespace ec2mimic::cli
