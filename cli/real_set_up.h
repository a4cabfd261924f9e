// What this process changed of what it was started with, so that a program that takes its place finds it as it was.
#pragma once

namespace ec2mimic::cli {

/// Opens a stand-in for each of stdin, stdout and stderr that is closed: one that fails as a closed one does, so that
/// no file of ours takes its number.
void fill_closed_descriptors();

/// Ignores a signal from now on.
void ignore_signal(int signal);

/// Takes all of that back: the signals are as they were, and the stand-ins are closed. Handlers need nothing of the
/// kind: they go with the program.
void undo_set_up();

}  // namespace ec2mimic::cli
