#include "cli/output/stdout.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include "cli/config/settings.h"
#include "cli/errors/failure.h"
#include "cli/python/shell_words.h"
#include "cli/python/text.h"

namespace ec2mimic::cli {
namespace {

Failure no_pager(int error, const std::string& program) {
  return Failure(Failure::Kind::message,
                 "Unable to redirect output to pager. Received the following error when opening pager:\n[Errno " +
                     std::to_string(error) + "] " + std::strerror(error) + ": " + python::repr(program) +
                     "\n\nLearn more about configuring the output pager by running \"aws help config-vars\".",
                 kBadConfiguration)
      .coded("Pager");
}

}  // namespace

bool print(System& system, std::string_view text) {
  if (text.empty()) return true;
  const Written written = system.streams.write_out(text);
  // A reader that has seen enough, such as `head`, is no failure.
  if (written.error == 0 || written.error == EPIPE) return written.error == 0;
  throw failures::general("Unable to write to standard output: " + std::string(std::strerror(written.error)));
}

void reset_colours(System& system) try { print(system, "\x1b[0m"); } catch (const Failure&) {
  // The text before it could not be written either, and that has been reported.
}

void PagedOutput::write(std::string_view text) {
  if (text.empty()) return;
  if (pager_) start();
  if (child_) return child_->write(text);
  print(system_, text);
}

void PagedOutput::start() {
  const Pager pager = std::exchange(pager_, nullptr);
  const auto command = system_.streams.out_is_terminal() ? pager() : std::nullopt;
  if (!command) return;
  const ShellWords split = shell_words(*command);
  if (split.unclosed) throw failures::general("No closing quotation");
  if (split.words.empty()) return;
  Process::Started started = system_.process.start(split.words, {"LESS", less_options(system_.environment)});
  child_ = std::move(started.child);
  // `less` is only the default, so a system without it goes without a pager; any other pager was asked for.
  if (started.error == 0 || (started.error == ENOENT && split.words.front() == "less")) return;
  throw no_pager(started.error, split.words.front());
}

}  // namespace ec2mimic::cli
