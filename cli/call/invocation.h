// One run of the program on one command line: what was typed, what follows from it, and the system it runs on.
//
// Created by run() once the line has no known fault, and passed to the code that does the work.
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
  const Presenter& presenter;  ///< Shows response documents.
  RunLine run;                 ///< For commands that run other command lines of ours.
};

}  // namespace ec2mimic::cli
