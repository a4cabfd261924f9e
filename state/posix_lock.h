// Waiting for a lock of the system with a limit, and asking who holds it.
//
// flock has no time limit. Asking again and again was measured with 64 writers and took 1.4 times as long as waiting in
// the kernel, which also hands the lock on in turn. So we wait there, and a timer ends the wait: it sends this thread
// SIGALRM, whose handler does nothing but interrupt the call. The lock belongs to the open file and ends with the
// process, so that a writer that was killed leaves none behind.
#pragma once

#include <chrono>

#include "state/file_system.h"

namespace ec2mimic::state {

/// FileSystem::lock on a file descriptor. While it waits, and only then, it sets a handler for SIGALRM and unblocks
/// that signal for this thread; both are put back. Two threads of one process must not wait at the same time: the first
/// to be done would put back the handler under the other.
int lock_patiently(int descriptor, std::chrono::milliseconds patience);

/// FileSystem::lock_holder, from /proc/locks. In a container the holder can be invisible: 0.
int find_lock_holder(const FileStatus& file);

/// The holder that `table`, a text like that of /proc/locks, names for the file. For the test.
int find_lock_holder(const FileStatus& file, std::string_view table);

}  // namespace ec2mimic::state
