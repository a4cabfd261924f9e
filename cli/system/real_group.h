// A process group whose members end with this process.
#pragma once

#include <string>
#include <vector>

#include "cli/system/system.h"

namespace ec2mimic::cli {

/// The group is not that of the terminal, so its members learn of Ctrl-C from us. A program that leaves the group, as a
/// daemon does, is left alone.
class RealGroup final : public ProcessGroup {
 public:
  RealGroup();
  RealGroup(const RealGroup&) = delete;
  RealGroup& operator=(const RealGroup&) = delete;
  ~RealGroup() override;

  [[nodiscard]] Ended run(const std::vector<std::string>& words) override;

  /// Ends all members of the current group, if there is one, and waits for them: sends `signal`, and a little later
  /// SIGTERM and SIGKILL to those that do not heed it. Async-signal-safe.
  static void end_current(int signal);
};

}  // namespace ec2mimic::cli
