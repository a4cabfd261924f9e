#include "cli/output/error_text.h"

#include <gtest/gtest.h>

#include "cli/builtin/commands.h"
#include "cli/data/aws_names.h"
#include "core/operation/registry.h"
#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

constexpr const char* kUsage =
    "usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]\nTo see help text, you can run:\n\n"
    "  aws help\n  aws <command> help\n  aws <command> <subcommand> help\n";

std::string text_in(const Failure& failure, ErrorStyle::Format format) {
  return error_text(failure, {Era::current, format, false}, "aws");
}

class ErrorText : public testing::Test {
 protected:
  TestSystem here;
};

TEST_F(ErrorText, UsesTheOldWordingIfNoFormatIsChosen) {
  EXPECT_EQ(error_style_of(read_typed(std::vector<std::string_view>{"ec2", "x"}, builtin_commands()).early,
                           Settings(here.system))
                .era,
            Era::v2_30);
}

TEST_F(ErrorText, UsesTheCurrentWordingIfAFormatIsChosen) {
  for (const std::vector<std::string_view>& words : std::vector<std::vector<std::string_view>>{
           {"ec2", "--cli-error-format", "json"}, {"--cli-error-format=json"}, {"--cli-err", "JSON"}}) {
    const ErrorStyle style = error_style_of(read_typed(words, builtin_commands()).early, Settings(here.system));
    EXPECT_EQ(style.era, Era::current);
    EXPECT_EQ(style.format, ErrorStyle::Format::json);
  }
  here.environment.variables["AWS_CLI_ERROR_FORMAT"] = "Table";
  EXPECT_EQ(error_style_of({}, Settings(here.system)).format, ErrorStyle::Format::table);
  EXPECT_EQ(
      error_style_of(read_typed(std::vector<std::string_view>{"--cli-error-format=text"}, builtin_commands()).early,
                     Settings(here.system))
          .format,
      ErrorStyle::Format::text);
}

TEST_F(ErrorText, CanBeChosenByAProfileThatExists) {
  here.files.files["/home/t/.aws/config"] = "[profile p]\ncli_error_format = yaml\n";
  EXPECT_EQ(error_style_of({}, Settings(here.system)).era, Era::v2_30);
  here.environment.variables["AWS_PROFILE"] = "p";
  EXPECT_EQ(error_style_of({}, Settings(here.system)).format, ErrorStyle::Format::yaml);
  EXPECT_FALSE(error_style_of({}, Settings(here.system)).omit_code);
  here.environment.variables["AWS_PROFILE"] = "q";
  EXPECT_EQ(error_style_of({}, Settings(here.system)).era, Era::v2_30);
  here.environment.variables["AWS_CLI_ERROR_FORMAT"] = "enhanced";
  EXPECT_FALSE(error_style_of({}, Settings(here.system), Stage::options).omit_code);  // the variable is found first
  here.environment.variables.erase("AWS_CLI_ERROR_FORMAT");
  const EarlyOptions line{.error_format = "enhanced"};
  EXPECT_TRUE(error_style_of(line, Settings(here.system), Stage::options).omit_code);
  EXPECT_FALSE(error_style_of(line, Settings(here.system)).omit_code);
}

TEST_F(ErrorText, UsesTheFormatOfTheLineOnceTheLineIsParsed) {
  const auto format = [&](Stage stage) {
    return error_style_of({.error_format = "json"}, Settings(here.system), stage).format;
  };
  EXPECT_EQ(format(Stage::later), ErrorStyle::Format::json);
  EXPECT_EQ(format(Stage::options), ErrorStyle::Format::enhanced);
  here.environment.variables["AWS_CLI_ERROR_FORMAT"] = "text";
  EXPECT_EQ(format(Stage::options), ErrorStyle::Format::text);
  EXPECT_EQ(format(Stage::first_look), ErrorStyle::Format::enhanced);
}

TEST_F(ErrorText, TreatsAnUnknownFormatAsEnhanced) {
  here.environment.variables["AWS_CLI_ERROR_FORMAT"] = "bogus";
  const ErrorStyle style = error_style_of({}, Settings(here.system));
  EXPECT_EQ(style.era, Era::current);
  EXPECT_EQ(style.format, ErrorStyle::Format::enhanced);
  EXPECT_EQ(error_style_of(read_typed(std::vector<std::string_view>{"--cli-error-format"}, builtin_commands()).early,
                           Settings(here.system))
                .era,
            Era::current);
}

TEST_F(ErrorText, HasCodeAndMessageOfAServiceErrorInStructuredFormats) {
  const Failure failure = failures::service_error({"InvalidVpcID.NotFound", "no such"}, "DeleteVpc", {});
  EXPECT_EQ(text_in(failure, ErrorStyle::Format::json),
            "{\n    \"Code\": \"InvalidVpcID.NotFound\",\n    \"Message\": \"no such\"\n}\n");
  EXPECT_EQ(
      text_in(failure, ErrorStyle::Format::enhanced),
      "\naws: [ERROR]: An error occurred (InvalidVpcID.NotFound) when calling the DeleteVpc operation: no such\n");
  EXPECT_EQ(text_in(failure, ErrorStyle::Format::legacy), text_in(failure, ErrorStyle::Format::enhanced));
  EXPECT_EQ(error_text(failure, {}, "aws"),
            "\nAn error occurred (InvalidVpcID.NotFound) when calling the DeleteVpc operation: no such\n");
}

TEST_F(ErrorText, ShowsNoneForAnEmptyServiceMessage) {
  const Failure failure = failures::service_error({"Odd", ""}, "DeleteVpc", {});
  EXPECT_EQ(text_in(failure, ErrorStyle::Format::json), "{\n    \"Code\": \"Odd\",\n    \"Message\": null\n}\n");
  EXPECT_TRUE(text_in(failure, ErrorStyle::Format::enhanced).ends_with("operation: None\n"));
}

TEST_F(ErrorText, MentionsRetriesIfTheClientGaveUp) {
  const auto message = [](std::optional<int> all_retries) {
    return failures::service_error({"InvalidVpcID.NotFound", "m"}, "O", all_retries).message();
  };
  EXPECT_EQ(message(2),
            "An error occurred (InvalidVpcID.NotFound) when calling the O operation (reached max retries: 2): m");
  EXPECT_EQ(message({}), "An error occurred (InvalidVpcID.NotFound) when calling the O operation: m");
  EXPECT_EQ(message(0),
            "An error occurred (InvalidVpcID.NotFound) when calling the O operation (reached max retries: 0): m");
}

TEST_F(ErrorText, PutsUsageBeforeTheOldWordingAndAfterTheCurrentOne) {
  const Failure failure = failures::bad_usage("argument --x: expected one argument");
  EXPECT_EQ(error_text(failure, {}, "aws"), with_usage("aws: error: argument --x: expected one argument"));
  const std::string start = "\naws: [ERROR]: ";
  EXPECT_EQ(text_in(failure, ErrorStyle::Format::enhanced),
            start + "An error occurred (ParamValidation): argument --x: expected one argument\n\n" + kUsage);
  EXPECT_EQ(text_in(failure, ErrorStyle::Format::legacy), start + "argument --x: expected one argument\n\n" + kUsage);
  EXPECT_EQ(error_text(failure, {Era::current, ErrorStyle::Format::enhanced, true}, "aws"),
            text_in(failure, ErrorStyle::Format::legacy));
}

TEST_F(ErrorText, IsNeverStructuredForUnknownOptions) {
  const Failure failure = failures::unknown_options({"--a", "b"});
  EXPECT_EQ(text_in(failure, ErrorStyle::Format::json),
            std::string("\n") + kUsage + "\n\naws: [ERROR]: Unknown options: --a, b\n");
  EXPECT_EQ(error_text(failure, {}, "aws"), with_usage("Unknown options: --a, b"));
}

TEST_F(ErrorText, IsNotStructuredWithoutACode) {
  EXPECT_EQ(text_in(failures::general("no such profile"), ErrorStyle::Format::json),
            "\naws: [ERROR]: no such profile\n");
}

TEST_F(ErrorText, UsesTheWordingOfTheEra) {
  const Failure failure = failures::refused("old").current_wording("new").coded("Pager");
  EXPECT_EQ(error_text(failure, {}, "aws"), "\nold\n");
  EXPECT_EQ(text_in(failure, ErrorStyle::Format::enhanced), "\naws: [ERROR]: An error occurred (Pager): new\n");
}

TEST_F(ErrorText, SuggestsSimilarChoices) {
  const Failure failure = failures::invalid_choice("operation", "create-vpcs", {"create-vpc", "help"});
  EXPECT_EQ(failure.message(Era::current),
            "argument operation: Found invalid choice 'create-vpcs'\n\nMaybe you meant:\n\n  * create-vpc");
  EXPECT_EQ(failures::invalid_choice("--output", "xml", {"json"}).message(Era::current),
            "argument --output: Found invalid choice 'xml'\n");
}

TEST_F(ErrorText, SaysSoIfOnlyAwsHasTheCommand) {
  const std::string last = "\nec2mimic does not mimic `aws ec2 run-instances`.\n";
  EXPECT_EQ(here.run({"ec2", "run-instances", "--image-id", "x"}), kBadUsage);
  EXPECT_TRUE(here.streams.err.ends_with(last)) << here.streams.err;
  EXPECT_EQ(here.run({"ec2", "run-instances", "--cli-error-format", "enhanced"}), kBadUsage);
  EXPECT_EQ(here.streams.err,
            "\naws: [ERROR]: An error occurred (ParamValidation): argument operation: Found invalid "
            "choice 'run-instances'\n\n\n" +
                std::string(kUsage) + last.substr(1));
  EXPECT_EQ(here.run({"s3", "ls"}), kBadUsage);
  EXPECT_TRUE(here.streams.err.ends_with("ec2mimic does not mimic `aws s3`.\n"));
  EXPECT_EQ(here.run({"ec2", "run-instances", "--cli-error-format", "json"}), kBadUsage);
  // Nothing follows a document.
  const Json document = Json::parse(here.streams.err);
  EXPECT_EQ(document.at("Message").get<std::string>().find("ec2mimic"), std::string::npos);
}

TEST_F(ErrorText, DoesNotBlameTheProgramForAMisspeltWord) {
  EXPECT_EQ(here.run({"ec2", "run-instanzes"}), kBadUsage);
  EXPECT_TRUE(here.streams.err.ends_with("  * run-instances\n\n")) << here.streams.err;
}

TEST_F(ErrorText, HasNoHelpOptionInTheCurrentWording) {
  EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--help"}), kSuccess);
  here.environment.variables["AWS_CLI_ERROR_FORMAT"] = "enhanced";
  EXPECT_EQ(here.run({"ec2", "describe-vpcs", "--help"}), kBadUsage);
  EXPECT_TRUE(here.streams.err.ends_with("\n\naws: [ERROR]: Unknown options: --help\n")) << here.streams.err;
}

TEST(AwsNames, IncludeEverythingWeImplement) {
  for (const Operation* operation : operations()) EXPECT_TRUE(is_aws_ec2_operation(kebab_case(operation->name)));
  EXPECT_TRUE(is_aws_service("s3"));
  EXPECT_FALSE(is_aws_service("ec3"));
  const auto all = aws_ec2_operations();
  EXPECT_TRUE(std::is_sorted(all.begin(), all.end()));
}

}  // namespace
}  // namespace ec2mimic::cli
