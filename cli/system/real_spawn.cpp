#include "cli/system/real_spawn.h"

#include <spawn.h>
#include <unistd.h>

#include "cli/system/real_signals.h"

namespace ec2mimic::cli {

std::vector<char*> pointers_to(const std::vector<std::string>& words) {
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (const std::string& word : words) pointers.push_back(const_cast<char*>(word.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

int spawn(pid_t& id, const std::vector<std::string>& words, char* const* variables, const Spawning& how) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  const sigset_t usual = write_signals();
  posix_spawnattr_setsigdefault(&attributes, &usual);
  if (how.group) posix_spawnattr_setpgroup(&attributes, *how.group);
  if (how.mask != nullptr) posix_spawnattr_setsigmask(&attributes, how.mask);
  const int flags = POSIX_SPAWN_SETSIGDEF | (how.group ? POSIX_SPAWN_SETPGROUP : 0) |
                    (how.mask != nullptr ? POSIX_SPAWN_SETSIGMASK : 0);
  posix_spawnattr_setflags(&attributes, static_cast<short>(flags));
  posix_spawn_file_actions_adddup2(&actions, how.in, STDIN_FILENO);
  const std::vector<char*> pointers = pointers_to(words);
  const int error = ::posix_spawnp(&id, pointers.front(), &actions, &attributes, pointers.data(), variables);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

}  // namespace ec2mimic::cli
