// The real system: the process's streams and variables, the disk, the system's clock and randomness, states in files.
#pragma once

#include "cli/system/system.h"

namespace ec2mimic::cli {

/// Sets the process up (see below), calls `run` with the real implementations and exits with the code it returns.
/// `argv` is main's. Memory is not freed: no destructor of a static object runs.
///
/// A closed stdin, stdout or stderr gets a placeholder that fails, so that no file of ours gets its number and is
/// written to by accident. A reader that goes away and a file that reaches its size limit are write errors, not
/// signals. Ctrl-C ends the line and the program with 130, as in the AWS CLI, unless SIGINT was ignored when we
/// started.
[[noreturn]] void run_on_real_system(int argc, const char* const* argv, RunLine run);

/// Calls `use` with the engine. Turns StateError into AccountFailure, so that the rest of the front end need not know
/// state/; other exceptions pass through.
void use_engine(Engine& engine, const std::function<void(Engine&)>& use);

}  // namespace ec2mimic::cli
