// Where a path leads, and whether somebody else had a hand in it.
//
// In a folder where everybody may make files (/tmp) another user can place a link of a name that is going to be
// written to, and so choose which of our files is. Linux refuses to follow such links if it is told to
// (fs.protected_symlinks), which containers often are not; the rules here are the same ones.
#pragma once

#include <sys/types.h>

#include <string>

namespace ec2mimic::cli {

/// The end of a path once all links on its way are followed.
struct PathEnd {
  std::string failure{};  ///< Why it must not be followed, as a clause; empty if it may.
  bool is_there = true;   ///< Also where something else is wrong with the path: that shows when it is opened.
  std::string place{};    ///< The same file by a path without links; empty where it is an open file under /proc.
};

/// Follows `path` as `user`. A link counts if it is the user's own or that of the folder's owner, or if not everybody
/// may make files in the folder. No link that counts can be changed by another user, so that the answer keeps being
/// true.
[[nodiscard]] PathEnd follow_path(const std::string& path, uid_t user);

/// Why the open file at `place` (of follow_path) must not be written to, as a clause; empty if it may: in a folder
/// where everybody may make files it has to be the user's own or that of the folder's owner, and must have no second
/// name.
[[nodiscard]] std::string distrust(int descriptor, const std::string& place, uid_t user);

}  // namespace ec2mimic::cli
