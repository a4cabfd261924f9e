// Where a path leads, and whether another user could have interfered.
//
// In a folder in which everybody may make files (/tmp), another user can place a link with a name that is about to be
// written to, and so choose which of our files is written. Linux refuses to follow such links if told to
// (fs.protected_symlinks), which is often not set in containers; the rules here are the same.
#pragma once

#include <sys/types.h>

#include <string>

namespace ec2mimic::cli {

/// The end of a path, with all links followed.
struct PathEnd {
  std::string failure{};  ///< Why the path must not be followed, as a clause; empty if it may be.
  bool is_there = true;   ///< True as well if something else is wrong with the path: that shows when it is opened.
  std::string place{};    ///< The same file as a path without links; empty for an open file under /proc.
};

/// Follows `path` for `user`. In a folder in which everybody may make files, a link is followed only if it belongs to
/// the user or to the folder's owner. Another user cannot change any link that is followed, so the result stays true.
[[nodiscard]] PathEnd follow_path(const std::string& path, uid_t user);

/// Why the open file at `place` (from follow_path) must not be written to, as a clause; empty if it may be. In a folder
/// in which everybody may make files, it must belong to the user or to the folder's owner and have no second name.
[[nodiscard]] std::string distrust(int descriptor, const std::string& place, uid_t user);

}  // namespace ec2mimic::cli
