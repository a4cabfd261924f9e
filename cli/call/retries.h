// The AWS CLI's own retries: a call that is not answered, or answered with an error that may pass, is tried again.
//
// All attempts of a call send the same request, and so the same client token, also one that the client made up. The
// rules are those of botocore's standard and adaptive modes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/call/wire.h"
#include "cli/config/settings.h"

namespace ec2mimic::cli {

struct RetrySettings {
  RetryRules rules{};
  bool sleeps = false;                ///< Whether pauses take time.
  bool reports = false;               ///< Whether each attempt is reported on stderr.
  std::optional<std::string> seed{};  ///< What pauses are drawn from; random if empty.
};

/// The client of one command.
class Retries {
 public:
  /// The system must outlive this.
  Retries(System& system, Wire wire, RetrySettings settings);

  [[nodiscard]] bool is_faulty() const { return wire_.is_faulty(); }

  /// Makes a call as EngineHost::call does, in as many attempts as it takes and the settings allow. Returns what the
  /// last one ended with; never Lost::killed, because the process has died then. Throws as Wire::call() does.
  [[nodiscard]] Answer call(const std::string& path, const Engine::Options& options, const Operation& operation,
                            const Json& request, std::string_view region);

  /// The number of retries that the last call made, if it was not allowed another one.
  [[nodiscard]] std::optional<int> all_retries() const { return all_retries_; }

 private:
  void report(const Operation& operation, int attempt, const Answer& answer);
  void pause(int retry, const Answer& answer);
  [[nodiscard]] double random(int retry);

  System& system_;
  Wire wire_;
  RetrySettings settings_;
  int quota_;  // what is left for retries in this run
  std::optional<int> all_retries_{};
};

}  // namespace ec2mimic::cli
