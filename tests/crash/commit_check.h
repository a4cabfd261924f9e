// What every commit has to survive: a power cut before each of its steps, and a failure of each of its calls.
//
// The check enumerates: it runs a scenario as often as it has steps, and looks at what is left each time. It returns
// what it found instead of failing a test itself, because it is tested too: on a disk that lies about syncing it must
// find something.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "state/file_store.h"
#include "tests/harness/memory_disk.h"

namespace ec2mimic::harness {

struct Scenario {
  std::string name;
  std::string path;   ///< Of the state.
  std::string place;  ///< Where the state file is in the end: the path, or where a link leads.
  std::function<void(MemoryDisk&)> prepare;
  std::function<void(state::Store&)> act;  ///< Ends with one commit.
  state::LoadRules rules;
  std::string keepsake;  ///< Where the file that was there before must be found after the commit; empty for nowhere.
};

/// The scenarios that cover every way through a commit.
[[nodiscard]] std::vector<Scenario> scenarios();

/// Cuts the power before every step, with every outcome for what was not synced. The state file must then hold what it
/// held before or what it was to hold, the latter for certain if the commit had returned, and the next commit must
/// work.
[[nodiscard]] std::vector<std::string> check_power_cuts(const Scenario& scenario,
                                                        const std::function<void(MemoryDisk&)>& spoil = {});

/// Fails every call with that errno. The commit must then have happened, or be told as not done with the old file in
/// place and no temporary left, or as of unknown outcome; and the next commit must work.
[[nodiscard]] std::vector<std::string> check_failures(const Scenario& scenario, int error);

}  // namespace ec2mimic::harness
