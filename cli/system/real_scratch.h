// A folder for files that are nobody's, removed however the program ends.
#pragma once

#include <csignal>
#include <string>

namespace ec2mimic::cli {

/// Makes a folder of this process's own under TMPDIR, else /tmp, and removes it with all files in it when it is
/// destroyed. One at a time.
///
/// SIGHUP (a terminal that was closed), SIGTERM, SIGQUIT and SIGXCPU remove it as well and then end the process as they
/// would have without it, so that the caller sees what ended it; a signal that whoever started us ignores stays
/// ignored. SIGINT has a handler of its own (real_world.h), which calls remove_present(). What SIGKILL leaves behind is
/// the system's to clean up.
class ScratchFolder {
 public:
  /// Throws AccountFailure where there is no place for it.
  ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder();

  [[nodiscard]] const std::string& path() const { return path_; }

  /// Removes the one that there is, if there is one. May be called in the handler of a signal.
  static void remove_present();

 private:
  std::string path_{};
};

}  // namespace ec2mimic::cli
