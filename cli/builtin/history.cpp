// `ec2mimic history`: the call log as calls, attempts and outcomes.
#include <array>
#include <cerrno>
#include <chrono>
#include <string>
#include <utility>

#include "cli/args/command_line.h"
#include "cli/builtin/commands.h"
#include "cli/builtin/history_counts.h"
#include "cli/builtin/history_diagram.h"
#include "cli/builtin/history_text.h"
#include "cli/call/invocation.h"
#include "cli/call/logged_call.h"
#include "cli/config/settings.h"
#include "cli/errors/failure.h"
#include "cli/output/stdout.h"

namespace ec2mimic::cli {
namespace {

constexpr std::chrono::milliseconds kPollTime(200);

std::string log_of(const Invocation& call) {
  auto path = log_path(call.typed.globals.log, call.system.environment);
  if (!path) throw failures::refused("There is no call log. Set EC2MIMIC_LOG, or pass --log.");
  return *std::move(path);
}

// Reads the log as it grows.
class LogReader {
 public:
  // What a log that is not there means.
  enum class Missing { fault, wait };

  LogReader(System& system, std::string path, Missing missing)
      : system_(system), path_(std::move(path)), missing_(missing) {}

  // The calls of the lines that are whole by now and were not returned before. Other lines are named on stderr and
  // passed over, but for those of runs that made no call.
  std::vector<LoggedCall> more() {
    // The last line is read once more: if it is no longer there, somebody has begun a new log, which may have grown
    // longer than the old one by now.
    Files::Content content = system_.files.read_on(path_, place_ - last_.size());
    if (content.error == EINVAL || (content.error == 0 && !content.text.starts_with(last_))) {
      restart();
      content = system_.files.read_on(path_, 0);
    }
    if (content.error == ENOENT && missing_ == Missing::wait) return wait();
    if (content.error != 0) throw unreadable(content.error);
    reported_missing_ = false;
    std::vector<LoggedCall> calls;
    std::string_view rest = std::string_view(content.text).substr(last_.size());
    for (std::size_t end = 0; (end = rest.find('\n')) != std::string_view::npos; rest.remove_prefix(end + 1)) {
      take(rest.substr(0, end), calls);
      place_ += end + 1;
      last_ = rest.substr(0, end + 1);
    }
    has_rest_ = !rest.empty();
    return calls;
  }

  // Like `tail -F`: reports a missing file once, so that a misspelt name is noticed, and starts over with the next one.
  std::vector<LoggedCall> wait() {
    restart();
    if (!std::exchange(reported_missing_, true)) {
      system_.streams.write_error("ec2mimic: there is no call log '" + path_ + "' yet.\n");
    }
    return {};
  }

  // Names a last line that has no end.
  void name_rest() const {
    if (has_rest_) complain(line_ + 1, "is incomplete");
  }

 private:
  [[nodiscard]] Failure unreadable(int error) const {
    if (error == ENOENT) return failures::refused("There is no call log '" + path_ + "'.");
    return failures::refused("Unable to read the call log '" + path_ +
                             "': " + (error == ESPIPE ? "it is not a regular file" : why_unread(error)));
  }

  void restart() {
    place_ = line_ = 0;
    last_.clear();
  }

  void take(std::string_view text, std::vector<LoggedCall>& calls) {
    ++line_;
    LoggedLine line = read_logged_line(text);
    if (auto* call = std::get_if<LoggedCall>(&line)) calls.push_back(std::move(*call));
    if (std::holds_alternative<DamagedLine>(line)) complain(line_, "is not one of a call log");
  }

  void complain(std::size_t line, const std::string& what) const {
    system_.streams.write_error("ec2mimic: line " + std::to_string(line) + " of '" + path_ + "' " + what +
                                " and was passed over.\n");
  }

  System& system_;
  std::string path_;
  Missing missing_;
  bool reported_missing_ = false;  // that it is missing
  std::size_t place_ = 0;          // after the last whole line
  std::string last_{};             // the last whole line, with its end
  std::size_t line_ = 0;
  bool has_rest_ = false;
};

std::vector<LoggedCall> all_calls(const Invocation& call) {
  LogReader reader(call.system, log_of(call), LogReader::Missing::fault);
  std::vector<LoggedCall> calls = reader.more();
  reader.name_rest();
  return calls;
}

std::string text_of_calls(const Invocation& call, const std::vector<LoggedCall>& calls) {
  const Streams& streams = call.system.streams;
  Screen screen{.colours = call.settings.colours()};
  if (streams.out_is_terminal()) screen.width = static_cast<std::size_t>(streams.width());
  std::string text;
  for (const LoggedCall& one : calls) text += text_of_call(one, screen);
  return text;
}

// Until the reader of our output goes away, or Ctrl-C.
int follow(const Invocation& call) {
  LogReader reader(call.system, log_of(call), LogReader::Missing::wait);
  for (;; call.system.process.sleep(kPollTime)) {
    const std::string text = text_of_calls(call, reader.more());
    if (!print(call.system, text)) return kSuccess;
  }
}

void check_alone(const BuiltinLine& line) {
  if (line.given.size() < 2) return;
  throw failures::bad_usage("argument " + line.given[1].name + ": not allowed with argument " + line.given[0].name);
}

int show_history(const Invocation& call, const BuiltinLine& line) {
  check_alone(line);
  if (find_option(line.given, "--follow") != nullptr) return follow(call);
  if (const OptionValue* counted = find_option(line.given, "--count")) {
    check_counted(counted->values.front(), "--count");
    print(call.system, std::to_string(count_of(counted->values.front(), all_calls(call))) + '\n');
    return kSuccess;
  }
  if (const OptionValue* claimed = find_option(line.given, "--assert")) {
    const auto claims = read_claims(claimed->values.front());
    const std::string differs = difference(claims, all_calls(call));
    call.system.streams.write_error(differs);
    return differs.empty() ? kSuccess : kProblemsFound;
  }
  if (const OptionValue* format = find_option(line.given, "--diagram")) {
    if (!is_sequence_format(format->values.front())) {
      throw failures::bad_parameter("--diagram", "'" + format->values.front() + "' is not one of text, mermaid, svg.");
    }
    print(call.system, drawn(sequence_of(all_calls(call)), format->values.front()));
    return kSuccess;
  }
  const GlobalOptions& globals = call.typed.globals;
  if (globals.output || globals.query) {
    call.presenter.show(document_of(all_calls(call)), "History");
  } else {
    print(call.system, text_of_calls(call, all_calls(call)));
  }
  return kSuccess;
}

constexpr std::array<std::string_view, 3> kDiagramFormats{"text", "mermaid", "svg"};
constexpr std::array<BuiltinOption, 5> kHistoryOptions{{
    {"--log", {.placeholder = "FILE", .completes = Completes::file}, "The call log, instead of EC2MIMIC_LOG."},
    {"--follow",
     {},
     "Goes on with new calls as they are logged, until Ctrl-C. If the log is missing, or is removed, waits until there "
     "is one."},
    {"--count",
     {.placeholder = "OUTCOME", .completes = Completes::counted},
     "Prints how many attempts had that outcome."},
    {"--assert",
     {.placeholder = "CLAIM", .completes = Completes::claim},
     "Compares numbers with those expected, such as `CreateRouteTable created=1 replayed=2`, and shows what differs on "
     "standard error."},
    {"--diagram",
     {.words = kDiagramFormats},
     "Draws the messages between client, wire and service: as text, for Mermaid, or as a picture (SVG)."},
}};
constexpr std::array<BuiltinForm, 1> kHistoryForms{{{.run = &show_history, .options = kHistoryOptions}}};
constexpr std::array<ExitDoc, 4> kHistoryExits{{
    {"0", "Success."},
    {"1", "An assertion failed."},
    {"130", "`--follow` was ended by Ctrl-C."},
    {"252",
     "The command line, OUTCOME or CLAIM is wrong, or there is no call log, or it cannot be read or is not a regular "
     "file."},
}};

}  // namespace

constinit const BuiltinCommand kHistory{
    .name = "history",
    .summary = "Shows the calls in the call log and what became of them",
    .description =
        "Shows the calls to the service that are recorded in the call log (--log or EC2MIMIC_LOG), oldest first: the "
        "time (UTC), the operation, its client token, the outcome, and the first id. A call that met a fault or lost "
        "an answer is followed by its attempts. Lines of the log that are damaged or incomplete are named on standard "
        "error and passed over. The log is only read: what shows it is not logged. A client that really was killed, "
        "and not by the fault kill, has left no line.\n\nThe outcome of an attempt is what the service did: created, "
        "replayed, deleted, changed, unchanged, read, mismatch (of a client token), or unknown; lost besides, if the "
        "answer did not arrive or could not be shown; or failed and the code of the error. Adding or deleting a "
        "route, a network ACL entry or a tag counts as a change to the resource it belongs to, because these have no "
        "ids; a rule of a security group has one, and is created and deleted. Attempts are the client's own retries, "
        "which are logged while faults are set; otherwise a call counts as one. "
        "--output and --query show the calls and their attempts as a document.\n\n--count takes an outcome, the code "
        "of an error, `calls` or `attempts`.\n\nCLAIM is [OPERATION] COUNTER=N ..., for example created=1; without "
        "OPERATION it is for all of them. Several claims are separated by commas. Counters that are not mentioned are "
        "not checked.",
    .forms = kHistoryForms,
    .options = kHistoryOptions,
    .exits = kHistoryExits,
    .see_also = kAboutLostAnswers,
    .reads_log = true};

}  // namespace ec2mimic::cli
