// The world as it is: the process's streams and variables, the disk, the system's clock and randomness, states in
// files.
#pragma once

#include "cli/world.h"

namespace ec2mimic::cli {

/// Sets the process up (see below) and calls run() with the real doors. `argv` is main's.
///
/// A closed stdin, stdout or stderr gets a stand-in that fails, so that no file of ours takes its number and is written
/// to by accident. A reader that goes away is an error of the write and no signal. Ctrl-C ends the line and the program
/// with 130, as the AWS CLI does, unless whoever started us ignores it.
[[nodiscard]] int run_in_real_world(int argc, const char* const* argv);

}  // namespace ec2mimic::cli
