// Starts other programs.
#pragma once

#include <sys/types.h>

#include <csignal>
#include <optional>
#include <string>
#include <vector>

namespace ec2mimic::cli {

/// The words as exec wants them, with a null pointer at the end. They point into `words`.
[[nodiscard]] std::vector<char*> pointers_to(const std::vector<std::string>& words);

struct Spawning {
  int in = 0;                      ///< The descriptor of its stdin.
  std::optional<pid_t> group{};    ///< The process group that it joins, 0 for one of its own; otherwise it is in ours.
  const sigset_t* mask = nullptr;  ///< The signals blocked in it; if null, those that we block.
};

/// Starts a program, found on PATH, with its arguments and the variables (null-terminated). The signals that we ignore
/// so that writing fails instead have their defaults in it. Returns an errno, or 0 and its process id.
[[nodiscard]] int spawn(pid_t& id, const std::vector<std::string>& words, char* const* variables, const Spawning& how);

}  // namespace ec2mimic::cli
