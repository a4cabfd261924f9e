// One run of the program on one line: what was typed, what follows from it, and the world it happens in.
//
// Made by run() once the line is known to be good, and handed on to whoever does a part of the work.
#pragma once

#include "cli/args/typed.h"
#include "cli/config/settings.h"
#include "cli/output/presenter.h"
#include "cli/system/system.h"

namespace ec2mimic::cli {

/// All references must outlive the struct.
struct Invocation {
  System& system;
  const Typed& typed;
  const Settings& settings;
  const Presenter& answers;  ///< For whoever shows a document.
  RunLine run;               ///< For a command that replays lines.
};

}  // namespace ec2mimic::cli
