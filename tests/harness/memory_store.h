// A store in memory, a fixed clock and consecutive ids, for the unit tests of core.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "core/seam/clock.h"
#include "core/seam/identifiers.h"
#include "state/state_error.h"
#include "state/store.h"

namespace ec2mimic::test {

using Tables = std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>>;

class MemoryStore final : public state::Store {
 public:
  const std::string& path() const override { return path_; }
  std::unique_ptr<const state::Snapshot> read() override;
  void change(const Decide& decide) override;
  bool replace(const Decide& decide, Loss loss) override;

  state::Header header{};
  Tables tables{};
  bool foreign = false;  ///< Something that is not a state is there.
  bool edited = false;   ///< What snapshots say of themselves; a commit makes it false.
  int commits = 0;
  int reads = 0;
  /// The error that a commit fails with; with unknown_outcome it is made nevertheless.
  std::optional<state::StateErrorKind> failure{};

 private:
  std::string path_ = "/m";
};

class FixedClock final : public Clock {
 public:
  std::chrono::sys_seconds now() override { return time; }

  std::chrono::sys_seconds time{std::chrono::sys_days(std::chrono::year(2026) / 1 / 31)};
};

class CountingIdentifiers final : public Identifiers {
 public:
  std::string hex17() override;
  std::string uuid() override;

 private:
  unsigned count_ = 0;
};

}  // namespace ec2mimic::test
