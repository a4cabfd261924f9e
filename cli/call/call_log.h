// The log of calls: a JSON document in one line for each run of the program, for tests of scripts to look into.
//
// It stands between the front end and the accounts, so that whoever makes calls need not know of it, and a run without
// a log goes past it. Of a command that makes several calls (pages, waiters) the log has one line: the parameters of
// the first call, the ids of all, the outcome of the last. The fields are described in the manual, CALL LOG.
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

/// Where a line is to be logged: --log, wherever it stands and whatever else is wrong, else EC2MIMIC_LOG.
[[nodiscard]] std::optional<std::string> log_path(const Anywhere& line, const Environment& environment);

class CallLog final : public EngineHost {
 public:
  /// Opens the log, before anything is done. Throws Failure if that cannot be, or if the log belongs to the state or to
  /// a configuration file, which a line would ruin. The system and the line must outlive this.
  CallLog(System& system, const Typed& line, std::string_view path);

  /// The same world, in which calls are noted.
  [[nodiscard]] System noted();

  /// The run ends with this failure.
  void failed(const Failure& failure);

  /// Appends the line, waiting for LineFile::kPatience if others are at it. One that cannot be written is told on
  /// stderr: what was done stands, and so does the exit code.
  void write(int exit_code);

  void with_engine(const std::string& path, const Engine::Options& options,
                   const std::function<void(Engine&)>& use) override;
  Outcome call(const std::string& path, const Engine::Options& options, const Operation& operation, const Json& request,
               std::string_view region) override;
  void with_scratch(const std::function<void(const std::string& path)>& use) override;

 private:
  void check_owner() const;
  [[nodiscard]] Failure unwritable(const std::string& why) const;
  [[nodiscard]] std::string line(int exit_code) const;
  [[nodiscard]] std::string outcome() const;

  System& system_;
  const Typed& typed_;
  std::string path_;
  std::unique_ptr<LineFile> file_{};
  Moment began_;
  const Operation* operation_ = nullptr;  // of the first call
  std::string parameters_ = "null";       // of the same, as text
  std::optional<std::string> token_{};
  std::string region_{};
  std::string answered_{};  // how the last call ended: a action, or the service's code; empty if it did not
  std::vector<std::string> ids_{};
  std::optional<Failure> failure_{};
};

}  // namespace ec2mimic::cli
