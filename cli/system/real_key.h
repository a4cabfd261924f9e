// Reads single keys from the terminal on stdin.
#pragma once

#include <optional>

namespace ec2mimic::cli {

/// One key, which the terminal neither waits to be followed by Enter nor shows. A key that sends several bytes, such as
/// an arrow, is an ESC. Nothing at the end of the input, which Ctrl-D is too, and on failure. The terminal is as it was
/// when this returns, and while Ctrl-Z has stopped us, after which it returns Streams::kContinued. If a signal ends the
/// process meanwhile, its handler has to call restore_terminal().
[[nodiscard]] std::optional<char> read_terminal_key();

/// Gives the terminal back if a key is being read. Async-signal-safe.
void restore_terminal();

}  // namespace ec2mimic::cli
