// How often calls were replayed, according to a call log.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cli/system/system.h"

namespace ec2mimic::cli {

class Replays {
 public:
  /// Reads the log at `path`. Lines that are not of a call log are passed over.
  Replays(Files& files, const std::string& path);

  /// How often the first call with this token was answered again; nothing if the log cannot be read.
  [[nodiscard]] std::optional<std::uint64_t> of(const Engine::UsedToken& token) const;

 private:
  struct Line {
    std::string region, operation, token;
    Json ids;
    std::uint64_t replays;
  };

  bool is_read_ = false;
  std::vector<Line> lines_{};
};

}  // namespace ec2mimic::cli
