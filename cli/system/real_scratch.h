// A temporary folder that is removed however the program ends.
#pragma once

#include <csignal>
#include <string>

namespace ec2mimic::cli {

/// Makes a private folder under TMPDIR, or else /tmp; the destructor removes it with all that is in it. Only one may
/// exist at a time.
///
/// SIGHUP (the terminal was closed), SIGTERM, SIGQUIT and SIGXCPU remove it too, and then end the process as they would
/// have without it, so that the parent sees which signal ended it. A signal that was ignored when we started stays
/// ignored. SIGINT has its own handler (real_system.h), which calls clean_up(). After SIGKILL the folder stays.
class ScratchFolder {
 public:
  /// Throws AccountFailure if the folder cannot be made.
  ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  /// Removes the folder with all that is in it.
  ~ScratchFolder();

  /// Absolute, unless TMPDIR is relative.
  [[nodiscard]] const std::string& path() const { return path_; }

  /// Removes the current folder, if there is one. Async-signal-safe.
  static void remove_current();

 private:
  std::string path_{};
};

/// What a handler does before a signal ends the process: gives the terminal back, ends what was started, which may
/// still write to the scratch folder, and removes that. Async-signal-safe.
void clean_up(int signal);

/// The pattern of mkdtemp() for a folder of that name in TMPDIR, or else /tmp.
[[nodiscard]] std::string temporary_folder(const std::string& name);

/// Removes a folder and all that is in it, as far as possible. Async-signal-safe.
void remove_folder(const char* path);

}  // namespace ec2mimic::cli
