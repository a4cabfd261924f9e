// Standard output: whatever the program writes there goes through print(), and on a terminal some of it through a
// pager, as the AWS CLI has it.
//
// A pager is a command that is split into words as a shell would, and started without one. It is started by the first
// text and reads until the output is destroyed, which waits for it; an answer without text starts none. Ctrl-C is the
// pager's while it runs. Off a terminal text is printed as it comes.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "cli/system/system.h"

namespace ec2mimic::cli {

/// Writes to stdout. Throws Failure if the text cannot be written; a reader that went away is not a failure.
void print(System& system, std::string_view text);

class PagedOutput {
 public:
  /// Tells the command of a pager; nothing if there is to be none.
  using Pager = std::function<std::optional<std::string>()>;

  /// `pager` is asked once, when the first text is shown on a terminal. The world must outlive this.
  PagedOutput(System& system, Pager pager) : system_(system), pager_(std::move(pager)) {}

  /// Shows a text. Throws Failure (253) if the pager cannot be started, but for `less`, which may well not be installed
  /// where nobody chose it: without it text is plain. A pager that was left has seen enough.
  void write(std::string_view text);

 private:
  void start();

  System& system_;
  Pager pager_;  // until it was asked
  std::unique_ptr<Child> child_{};
};

/// The pager of help: MANPAGER, PAGER, else `less -R`; nothing if it is empty.
[[nodiscard]] std::optional<std::string> help_pager(const Environment& environment);

}  // namespace ec2mimic::cli
