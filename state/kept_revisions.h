// Earlier revisions of a state, kept beside it as `<file>.revision-<N>`.
//
// A kept revision is the file itself under a second name, given to it just before the next revision takes its place,
// so it costs no writing and can be read, copied and compared like the state.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "state/file_system.h"

namespace ec2mimic::state {

struct KeptRevision {
  std::uint64_t number = 0;
  std::string path{};
};

/// Where a revision of the state at `path` (resolved) is kept.
[[nodiscard]] std::string kept_revision_path(const std::string& path, std::uint64_t number);

/// The number of a revision that is kept under the name of its state and `suffix`; nothing if none would be.
[[nodiscard]] std::optional<std::uint64_t> kept_revision_number(std::string_view suffix);

/// What has the name of a kept revision of the state at `path` (resolved), by number. Empty if the folder cannot be
/// read.
[[nodiscard]] std::vector<KeptRevision> kept_revisions(FileSystem& files, const std::string& path);

/// True if the file was kept by us: it begins as the state of that revision does. Whatever else has such a name is
/// somebody else's, and nothing here removes it.
[[nodiscard]] bool is_ours(FileSystem& files, const KeptRevision& kept);

/// Removes all but the latest `most` revisions before `present`. Those from `present` on are of a state that was there
/// once and are removed too. What cannot be removed stays.
void prune_revisions(FileSystem& files, const std::string& path, std::uint64_t present, std::uint64_t most);

/// Removes all of them. 0, or a negated errno.
[[nodiscard]] int remove_revisions(FileSystem& files, const std::string& path);

}  // namespace ec2mimic::state
