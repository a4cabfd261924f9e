// What every commit has to survive: a power cut before any of its steps, and a failure of any of its calls.
//
// The checks enumerate: they run a scenario once for each of its steps and look at what is left each time. They return
// what they found instead of failing a test, because they are tested too: on a disk that only pretends to sync they
// must find something.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "state/file_store.h"
#include "tests/harness/memory_disk.h"

namespace ec2mimic::harness {

struct Scenario {
  std::string name;
  std::string path;   ///< The state's path.
  std::string place;  ///< Where the state file actually is: the path, or the target of a link.
  std::function<void(MemoryDisk&)> prepare;
  std::function<void(state::Store&)> act;  ///< Ends with one commit.
  state::LoadRules rules;
  std::string forgotten;  ///< What must be gone after the commit; empty for nothing.
  std::string backup;     ///< Where the previous file must be found after the commit; empty for nowhere.
};

/// The scenarios that cover every way through a commit.
[[nodiscard]] std::vector<Scenario> scenarios();

/// Cuts the power before every step, with every outcome for what was not synced. The state file must then hold its
/// previous or its new content, and the new one if the commit had returned; and the next commit must work. Returns the
/// problems found.
[[nodiscard]] std::vector<std::string> check_power_cuts(const Scenario& scenario,
                                                        const std::function<void(MemoryDisk&)>& spoil = {});

/// Fails every call in turn with that errno. The commit must then either have happened, or report that it was not made,
/// with the old file in place and no temporary left, or report that its outcome is unknown; and the next commit must
/// work. Returns the problems found.
[[nodiscard]] std::vector<std::string> check_failures(const Scenario& scenario, int error);

}  // namespace ec2mimic::harness
