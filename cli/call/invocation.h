// One run of the program on one line: what was typed, what follows from it, and the world it happens in.
//
// Made by run() once the line is known to be good, and handed on to whoever does a part of the work.
#pragma once

#include "cli/args/typed.h"
#include "cli/config/settings.h"
#include "cli/output/answers.h"
#include "cli/system/world.h"

namespace ec2mimic::cli {

/// All references must outlive the struct.
struct Invocation {
  World& world;
  const Typed& typed;
  const Settings& settings;
  const Answers& answers;  ///< For whoever shows a document.
  RunLine run;             ///< For a command that replays lines.
};

}  // namespace ec2mimic::cli
