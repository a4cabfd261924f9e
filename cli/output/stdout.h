// Standard output. Everything that the program writes there goes through print(), or, on a terminal, some of it through
// a pager, as in the AWS CLI.
//
// The pager command is split into words as a shell would do, and run without one. It is started when the first text is
// written and reads until the output is destroyed, which waits for it; a command without output starts none. While it
// runs, Ctrl-C is left to it. If stdout is not a terminal, text is printed at once.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "cli/system/system.h"

namespace ec2mimic::cli {

/// Writes to stdout. Throws Failure if that fails. Returns false if the reader has gone away, which is not a failure.
bool print(System& system, std::string_view text);

/// Resets the colours of the terminal, as the AWS CLI does on exit if it used any. A failure is ignored.
void reset_colours(System& system);

class PagedOutput {
 public:
  /// Returns the pager command; nothing for no pager.
  using Pager = std::function<std::optional<std::string>()>;

  /// `pager` is called at most once, for the first text, and only if stdout is a terminal. The system must outlive
  /// this.
  PagedOutput(System& system, Pager pager) : system_(system), pager_(std::move(pager)) {}

  /// Shows a text. Throws Failure (253) if the pager cannot be started. A missing `less` is not an error, because it is
  /// the default and nobody may have asked for it: the text is printed without a pager. A pager that has quit ignores
  /// further text.
  void write(std::string_view text);

 private:
  void start();

  System& system_;
  Pager pager_;  // null once called
  std::unique_ptr<Child> child_{};
};

}  // namespace ec2mimic::cli
