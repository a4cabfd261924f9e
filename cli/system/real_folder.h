// Opens a folder of the user's own by a path that nobody else can change.
#pragma once

#include <string>

namespace ec2mimic::cli {

/// An open folder, closed by the destructor, or the reason why there is none.
struct RealFolder {
  RealFolder(int opened, std::string what) : descriptor(opened), problem(std::move(what)) {}
  RealFolder(const RealFolder&) = delete;
  RealFolder& operator=(const RealFolder&) = delete;
  ~RealFolder();

  int descriptor;       ///< -1 if there is a problem.
  std::string problem;  ///< A sentence; empty if there is none.
};

/// Opens the folder at `path`, which must be absolute. Missing folders are made with mode 0700, whatever the umask.
///
/// Every folder on the way, including the root and those behind symbolic links, must belong to us or to root, and
/// nobody else may be able to write to it; only sticky folders such as /tmp may be writable for all, since what is in
/// them belongs to whoever made it. A link must belong to us or to root too. Otherwise somebody could put a folder of
/// their own in place of one on the way. In a user namespace an owner that the namespace does not map counts as root:
/// nobody inside can become that user, and the namespace's file systems were made outside.
[[nodiscard]] RealFolder open_real_folder(const std::string& path);

}  // namespace ec2mimic::cli
