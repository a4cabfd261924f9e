// What this process changed of what it was started with, so that a program that takes its place finds it as it was.
#pragma once

namespace ec2mimic::cli {

/// Opens a stand-in for each of stdin, stdout and stderr that is closed: one that fails as a closed one does, so that
/// no file of ours takes its number.
void fill_closed_descriptors();

/// Takes back what fill_closed_descriptors() and ignore_write_signals() (real_signals.h) did. Handlers need nothing of
/// the kind: they go with the program.
void undo_set_up();

}  // namespace ec2mimic::cli
