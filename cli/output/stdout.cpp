#include "cli/output/stdout.h"

#include <cerrno>
#include <cstring>
#include <utility>

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

void print(System& system, std::string_view text) {
  if (text.empty()) return;
  const Written written = system.streams.write_out(text);
  // A reader that has seen enough, such as `head`, is no failure.
  if (written.error == 0 || written.error == EPIPE) return;
  throw failures::general("Unable to write to standard output: " + std::string(std::strerror(written.error)));
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
  // The AWS CLI sets LESS=FRX too, unless LESS is set: no paging if the text fits on the screen, and colours are kept.
  Process::Started started =
      system_.process.start(split.words, {"LESS", std::string(system_.environment.variable("LESS").value_or("FRX"))});
  child_ = std::move(started.child);
  // `less` is only the default, so a system without it goes without a pager; any other pager was asked for.
  if (started.error == 0 || (started.error == ENOENT && split.words.front() == "less")) return;
  throw no_pager(started.error, split.words.front());
}

std::optional<std::string> help_pager(const Environment& environment) {
  auto pager = environment.variable("MANPAGER");
  if (!pager) pager = environment.variable("PAGER");
  if (!pager) pager = "less -R";
  return pager->empty() ? std::nullopt : std::optional(std::string(*pager));
}

}  // namespace ec2mimic::cli
