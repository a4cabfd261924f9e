// A folder of the user's own, reached by a way that nobody else can change.
#pragma once

#include <string>

namespace ec2mimic::cli {

/// An open folder, closed at the end, or why there is none.
struct RealFolder {
  RealFolder(int opened, std::string what) : descriptor(opened), problem(std::move(what)) {}
  RealFolder(const RealFolder&) = delete;
  RealFolder& operator=(const RealFolder&) = delete;
  ~RealFolder();

  int descriptor;       ///< -1 if there is a problem.
  std::string problem;  ///< A sentence; empty if all is well.
};

/// Opens the folder at `path`, which is absolute. It and whatever is missing on the way is made with mode 0700,
/// whatever the umask says.
///
/// Each folder on the way, the root and those that symbolic links lead through among them, must belong to us or to
/// root, and nobody else may be able to write to it; a sticky one such as /tmp may be written to by all, since what is
/// in it belongs to whoever made it. A link must belong to us or to root as well. Otherwise somebody could put a folder
/// of his own in the place of one on the way. In a user namespace an owner that has no number there counts as root,
/// who made the namespace's file systems; nobody inside can become that owner.
[[nodiscard]] RealFolder open_real_folder(const std::string& path);

}  // namespace ec2mimic::cli
