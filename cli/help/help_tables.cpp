#include "cli/help/help_tables.h"

#include <array>

namespace ec2mimic::cli {
namespace {

constexpr auto kGlobalOptions = std::to_array<GlobalOption>({
    {"--debug", "", "No effect."},
    {"--endpoint-url", "URL", "No effect, but it must look like a URL."},
    {"--no-verify-ssl", "", "No effect."},
    {"--no-paginate", "", "Makes one call and shows its answer, where otherwise pages are joined."},
    {"--output", "json|text|table|yaml|yaml-stream|off", "How answers are written; off is not at all."},
    {"--query", "EXPRESSION", "What to show of an answer, in the JMESPath language, such as Vpcs[].VpcId."},
    {"--profile", "NAME", "The profile of the configuration files whose settings count; it must exist."},
    {"--region", "NAME", "The region of the call; us-east-1 where nothing says otherwise."},
    {"--version", "", "Shows the version and does nothing else."},
    {"--color", "on|off|auto", "Whether tables and the walkthrough have colours; by itself only on a terminal."},
    {"--no-sign-request", "", "No effect."},
    {"--ca-bundle", "FILE", "No effect; the file is not looked at."},
    {"--cli-read-timeout", "SECONDS", "No effect, but it must be a number."},
    {"--cli-connect-timeout", "SECONDS", "No effect, but it must be a number."},
    {"--cli-binary-format", "base64|raw-in-base64-out", "No effect, as no option is binary."},
    {"--no-cli-pager", "", "Shows answers without a pager, also on a terminal."},
    {"--cli-auto-prompt", "", "No effect: nothing is prompted for."},
    {"--no-cli-auto-prompt", "", "No effect."},
    {"--cli-error-format", "enhanced|legacy|json|yaml|text|table",
     "How errors are told. Any of these chooses the words of today's AWS "
     "CLI; without it errors read as in AWS CLI v2 up to 2.30."},
    {"--state", "FILE", "The file that holds the account, instead of the usual one. Not an option of AWS."},
    {"--log", "FILE", "A file to which one line about the call is appended, as JSON. Not an option of AWS."},
});

constexpr auto kEnvironment = std::to_array<EnvironmentDoc>({
    {"AWS_ACCESS_KEY_ID", "Shown by configure list. No call needs credentials."},
    {"AWS_CLI_ERROR_FORMAT", "How errors are told, where --cli-error-format is not given."},
    {"AWS_CLI_OUTPUT_ENCODING", "No effect: all output is UTF-8. A name that Python does not know is refused."},
    {"AWS_CONFIG_FILE", "The configuration file, instead of ~/.aws/config."},
    {"AWS_DEFAULT_OUTPUT", "The output format, where --output is not given."},
    {"AWS_DEFAULT_PROFILE", "The profile, where neither --profile nor AWS_PROFILE says it."},
    {"AWS_DEFAULT_REGION", "The region, where neither --region nor AWS_REGION says it."},
    {"AWS_MAX_ATTEMPTS",
     "How often the AWS CLI would try a call. There is nothing to try again here, but 1 shows in the words of errors."},
    {"AWS_PAGER", "The command that shows long answers on a terminal; no pager if it is empty."},
    {"AWS_PROFILE", "The profile, where --profile is not given."},
    {"AWS_REGION", "The region, where --region is not given."},
    {"AWS_RETRY_MODE", "No effect, but it must be standard or adaptive."},
    {"AWS_SECRET_ACCESS_KEY", "Shown by configure list, all but the last four characters covered."},
    {"AWS_SHARED_CREDENTIALS_FILE", "The credentials file, instead of ~/.aws/credentials."},
    {"COMP_LINE", "The line that `aws_completer`, a link to the program, completes."},
    {"COMP_POINT", "Where the cursor is in that line, counted in bytes; at its end if not set."},
    {"EC2MIMIC_LOG", "The file to which a line about each call is appended, where --log is not given."},
    {"EC2MIMIC_NOW",
     "The time that calls see: a moment such as 2026-01-31T12:00:00Z, at which the clock stands still, or an offset "
     "from the clock, such as +2h or -30m. The log of calls keeps the true time."},
    {"EC2MIMIC_SEED", "Any text: new ids follow from it, so that they repeat from run to run."},
    {"EC2MIMIC_STATE", "The file that holds the account, where --state is not given."},
    {"EC2MIMIC_TOKEN_TTL",
     "How long client tokens are remembered, such as 3600, 90s, 30m, 24h or 7d; for ever if not set."},
    {"EC2MIMIC_TRANSITIONS",
     "How long states such as pending last: until the next look (instant, the default), or about as long as in AWS "
     "(real); wait then sleeps between its polls."},
    {"HOME", "Where the usual state file, the configuration files and `~` in the name of a file are looked for."},
    {"LESS", "Set to FRX for the pager unless it is set already."},
    {"MANPAGER", "The pager of help on a terminal, before PAGER; `less -R` if neither is set."},
    {"NO_COLOR", "Keeps the walkthrough from using colours, if it is not empty."},
    {"PAGER", "The pager, where neither AWS_PAGER nor the profile names one; less if not set."},
    {"PATH", "Where `run` looks for its command, behind the two folders that it puts in front."},
    {"SHELL", "The shell that `activate` writes for, where neither its line nor the program that started it tells."},
    {"TERM", "Keeps the walkthrough from using colours, if it is `dumb`."},
    {"TMPDIR", "Where the walkthrough makes its scratch folder; /tmp if not set."},
    {"XDG_STATE_HOME",
     "The folder of the usual state file and of what `activate` puts on PATH, instead of ~/.local/state."},
});

struct ClientOption {
  std::string_view name;
  std::string_view doc;
};

constexpr std::array<ClientOption, 6> kClientOptions{{
    {"--starting-token", "Goes on where --max-items stopped: the NextToken of that answer."},
    {"--page-size", "How many to ask for at a time; the answer is the same."},
    {"--max-items", "How many to show at most; NextToken says where to go on."},
    {"--cli-input-json", "The whole request as JSON, or file://NAME to read it from a file; options win over it."},
    {"--cli-input-yaml", "The same as YAML."},
    {"--generate-cli-skeleton",
     "Makes no call and shows what one is like: input, the request as JSON (so without a value); yaml-input, the same "
     "as "
     "YAML with explanations; output, an answer."},
}};

}  // namespace

std::span<const GlobalOption> global_option_docs() { return kGlobalOptions; }

std::span<const EnvironmentDoc> environment_docs() { return kEnvironment; }

std::string_view client_option_doc(std::string_view name) {
  for (const ClientOption& option : kClientOptions) {
    if (option.name == name) return option.doc;
  }
  return {};
}

}  // namespace ec2mimic::cli
