#include "cli/config/variables.h"

#include <array>

namespace ec2mimic::cli {
namespace {

constexpr auto kVariables = std::to_array<Variable>({
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
    {"EC2MIMIC_SEED", "Any text: new ids follow from it, so that they repeat from run to run."},
    {"EC2MIMIC_STATE", "The file that holds the account, where --state is not given."},
    {"EC2MIMIC_TOKEN_TTL",
     "How long client tokens are remembered, such as 3600, 90s, 30m, 24h or 7d; for ever if not set."},
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

}  // namespace

std::span<const Variable> variables() { return kVariables; }

}  // namespace ec2mimic::cli
