// Signals: what this process makes of them, and how the programs that it starts find them.
//
// A write that fails is to be an error and not the end, so SIGPIPE and SIGXFSZ are ignored here, as Python ignores them
// under the AWS CLI. What is ignored stays ignored across exec, so whoever starts a program puts it back first.
#pragma once

#include <csignal>

namespace ec2mimic::cli {

/// Ignores SIGPIPE and SIGXFSZ from here on: a reader that went away is EPIPE, and a file at the limit of `ulimit -f`
/// is EFBIG. To be called once, before anything is written.
void ignore_write_signals();

/// For exec in this process: puts both back as they were before ignore_write_signals(), as if we had not been in
/// between. Handlers of ours need no care, exec forgets them. Does nothing if they were never ignored.
void restore_write_signals();

/// For posix_spawn: both, to be set to their defaults in the child, which is what Python does for the AWS CLI's pager,
/// however we were started.
[[nodiscard]] sigset_t write_signals();

}  // namespace ec2mimic::cli
