#include "cli/config/variables.h"

#include <array>

namespace ec2mimic::cli {
namespace {

constexpr auto kVariables = std::to_array<Variable>({
    {"AWS_ACCESS_KEY_ID", "Shown by `configure list`. No call needs credentials."},
    {"AWS_CLI_ERROR_FORMAT", "How errors are printed, if --cli-error-format is not given."},
    {"AWS_CLI_OUTPUT_ENCODING", "No effect, as all output is UTF-8, but it must be an encoding known to Python."},
    {"AWS_CONFIG_FILE", "The configuration file, instead of ~/.aws/config."},
    {"AWS_DEFAULT_OUTPUT", "The output format, if --output is not given."},
    {"AWS_DEFAULT_PROFILE", "The profile, if neither --profile nor AWS_PROFILE is given."},
    {"AWS_DEFAULT_REGION", "The region, if neither --region nor AWS_REGION is given."},
    {"AWS_MAX_ATTEMPTS",
     "How often a call is tried if it is not answered, or with an error that may pass; 3 if not set."},
    {"AWS_PAGER", "The pager for answers on a terminal; no pager if empty."},
    {"AWS_PROFILE", "The profile, if --profile is not given."},
    {"AWS_REGION", "The region, if --region is not given."},
    {"AWS_RETRY_MODE",
     "How calls are retried: standard (the default) or adaptive, which pauses longer if the service asks for fewer "
     "calls. The AWS CLI v2 refuses legacy, and so does ec2mimic."},
    {"AWS_SECRET_ACCESS_KEY", "Shown by `configure list`, with all but the last four characters masked."},
    {"AWS_SHARED_CREDENTIALS_FILE", "The credentials file, instead of ~/.aws/credentials."},
    {"COMP_LINE", "The line that `aws_completer`, a link to the program, completes."},
    {"COMP_POINT", "The position of the cursor in that line, in bytes; its end if not set."},
    {"EC2MIMIC_FAULT",
     "What goes wrong between client and service, if --fault is not given: see FAULTS, CLOCK AND IDS."},
    {"EC2MIMIC_FAULT_FILE", "The file of the faults that `run --fault` sets for its command; set by `run`."},
    {"EC2MIMIC_KEEP",
     "How many earlier revisions of the state are kept beside it, up to 1000, for `state diff`; 0, the default, keeps "
     "none."},
    {"EC2MIMIC_LOG", "The file to append a line about each call to, if --log is not given."},
    {"EC2MIMIC_NOW",
     "The time that calls see: a point in time such as 2026-01-31T12:00:00Z, at which the clock is stopped, or an "
     "offset from the clock, such as +2h or -30m. The call log keeps the real time."},
    {"EC2MIMIC_QUOTAS",
     "Whether AWS's default quotas are enforced, such as five VPCs in a region: none (the default) or aws."},
    {"EC2MIMIC_SEED", "Any text; new ids are derived from it, so that they are the same in every run."},
    {"EC2MIMIC_SLEEP",
     "If 1, delays and the pauses before a retry take time; otherwise (0, the default) they are skipped."},
    {"EC2MIMIC_STATE", "The file that holds the account, if --state is not given."},
    {"EC2MIMIC_TOKEN_TTL",
     "How long client tokens are remembered, such as 3600, 90s, 30m, 24h or 7d; forever if not set."},
    {"EC2MIMIC_TRANSITIONS",
     "How long states such as pending last: until the next call (instant, the default), or about as long as in AWS "
     "(real); wait then sleeps between its polls."},
    {"HOME",
     "The folder of the default state file and the configuration files, and the meaning of `~` in a file name."},
    {"LESS", "Options of the pager; set to FRX for it if not set."},
    {"MANPAGER", "The pager of help on a terminal, before PAGER; `less -R` if neither is set."},
    {"NO_COLOR", "If not empty, tables and the walkthrough have no colours, unless --color is on."},
    {"PAGER", "The pager, if neither AWS_PAGER nor the profile names one; less if not set."},
    {"PATH", "Where `run` looks for its command, after the two folders that it puts first."},
    {"SHELL", "The shell that `activate` writes for, if it is not named and did not start the program itself."},
    {"TERM", "If `dumb`, tables and the walkthrough have no colours, unless --color is on."},
    {"TMPDIR", "Where the walkthrough creates its temporary folder; /tmp if not set."},
    {"XDG_STATE_HOME",
     "The folder for the default state file and for what `activate` puts on PATH, instead of ~/.local/state."},
});

}  // namespace

std::span<const Variable> variables() { return kVariables; }

}  // namespace ec2mimic::cli
