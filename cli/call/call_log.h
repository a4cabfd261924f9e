// The call log: one line of JSON for each run of the program, for tests of scripts.
//
// It wraps the EngineHost, so that the code that makes calls does not know about it, and a run without a log does not
// pay for it. A command that makes several calls (pages, waiters) gets one line, with the parameters of the first call,
// the ids of all, and the outcome of the last. Calls in a scratch account are not recorded. The manual describes the
// fields under CALL LOG.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/args/typed.h"
#include "cli/errors/failure.h"
#include "cli/system/system.h"

namespace ec2mimic::cli {

class CallLog final : public EngineHost {
 public:
  /// Opens the log, which must be done before the command does anything. Throws Failure if that fails, or if `path`
  /// belongs to the state or a configuration file, which a line of log would damage. The system and the line must
  /// outlive this.
  CallLog(System& system, const Typed& line, std::string_view path);

  /// A copy of the system in which calls are logged. This must outlive it.
  [[nodiscard]] System logged_system();

  /// Records the failure with which the run ends.
  void failed(const Failure& failure);

  /// Appends the line, waiting up to LineFile::kPatience for other writers. A failure is only reported on stderr,
  /// because the call has been made: its result and exit code do not change.
  void write(int exit_code);

  void with_engine(const std::string& path, const Engine::Options& options,
                   const std::function<void(Engine&)>& use) override;
  void announce(const Operation& operation, const Json& request, std::string_view region) override;
  void begin_attempt(int number, std::string_view fault, bool are_set) override;
  void end_attempt(std::string_view received) override;
  void before_death() override;
  Outcome call(const std::string& path, const Engine::Options& options, const Operation& operation, const Json& request,
               std::string_view region) override;
  void with_scratch(const std::function<void(const std::string& path)>& use) override;

 private:
  void check_owner() const;
  [[nodiscard]] Failure unwritable(const std::string& why) const;
  [[nodiscard]] std::string line(int exit_code) const;
  [[nodiscard]] std::string outcome() const;
  void note(const std::string& outcome, const std::vector<std::string>& ids);

  System& system_;
  const Typed& typed_;
  std::string path_;
  std::unique_ptr<LineFile> file_{};
  Moment began_;
  const Operation* operation_ = nullptr;  // of the first call
  std::string parameters_ = "null";       // of the first call, as JSON text
  std::optional<std::string> token_{};
  std::string region_{};
  std::string answered_{};  // the last call's action or error code, or `unknown`; empty if there is none
  std::vector<std::string> ids_{};
  Json attempts_ = Json::array();  // only while faults are set
  std::optional<Failure> failure_{};
  bool is_dying_ = false;
  bool is_in_scratch_ = false;
};

}  // namespace ec2mimic::cli
