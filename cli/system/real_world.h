// The world as it is: the process's streams and variables, the disk, the system's clock and randomness, states in
// files.
#pragma once

#include "cli/system/world.h"

namespace ec2mimic::cli {

/// Sets the process up (see below), calls `run` with the real doors and ends the process with what it returned. `argv`
/// is main's. Nothing that is still in memory is taken apart: no destructor of a static object runs.
///
/// A closed stdin, stdout or stderr gets a stand-in that fails, so that no file of ours takes its number and is written
/// to by accident. A reader that goes away, and a file that reaches the limit of its size, are errors of the write and
/// no signals. Ctrl-C ends the line and the program with 130, as the AWS CLI does, unless whoever started us ignores
/// it.
[[noreturn]] void run_in_real_world(int argc, const char* const* argv, RunLine run);

}  // namespace ec2mimic::cli
