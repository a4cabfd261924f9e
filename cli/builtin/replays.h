// How often calls were replayed, according to a call log.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "cli/call/logged_call.h"
#include "cli/system/system.h"

namespace ec2mimic::cli {

class Replays {
 public:
  /// Reads the log at `path`. Lines that are not of a call log are passed over.
  Replays(Files& files, const std::string& path);

  /// Why the log could not be read, an errno; 0 if it was.
  [[nodiscard]] int error() const { return error_; }

  /// How often the first call with this token was answered again; nothing if the log cannot be read.
  [[nodiscard]] std::optional<std::uint64_t> of(const Engine::UsedToken& token) const;

 private:
  // The region, the operation, the token, and an id that was answered: the log may be older than the token, if that was
  // forgotten and used again.
  using Key = std::tuple<std::string, std::string, std::string, std::string>;

  void add(const LoggedCall& call);

  int error_ = 0;
  std::map<Key, std::uint64_t> counts_{};
};

}  // namespace ec2mimic::cli
