// The faults that are in effect for one run of the program.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/call/fault_spec.h"
#include "cli/system/system.h"

namespace ec2mimic::cli {

class Faults {
 public:
  /// Faults that are counted in this process alone.
  explicit Faults(std::vector<FaultRule> rules);
  /// Faults that are counted in the file at `path` (fault_file.h), which has these rules now. `files` must outlive
  /// this.
  Faults(Files& files, std::string path, std::vector<FaultRule> rules);

  /// Begins a call: the attempts that follow belong to it.
  void begin_call();

  /// Draws the numbers of the next attempt and returns the rule that acts on it, or null; valid until the next draw.
  /// Faults in a file are those that it has by now, none if it was removed. Throws Failure (252) if the file cannot be
  /// changed.
  [[nodiscard]] const FaultRule* draw(const Operation& operation);

 private:
  // For each rule that counts calls, whether it acts on the present call; nothing if it has not been reached yet.
  using OfCall = std::vector<std::optional<bool>>;

  static const FaultRule* draw(std::vector<FaultRule>& rules, OfCall& of_call, const Operation& operation);

  std::vector<FaultRule> rules_;
  OfCall of_call_;
  Files* files_ = nullptr;
  std::string path_{};
};

/// The faults in effect: those of the option --fault, otherwise of EC2MIMIC_FAULT, otherwise those that
/// `ec2mimic run --fault` keeps for its command (EC2MIMIC_FAULT_FILE), otherwise those that are set for `state`.
/// Nothing if there are none, which takes one failed open to find out. Throws Failure (252) if they are not valid, or
/// their file cannot be read.
[[nodiscard]] std::optional<Faults> faults_in_effect(System& system, std::optional<std::string_view> option,
                                                     const std::string& state);

}  // namespace ec2mimic::cli
