#include "state/neighbours.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "state/kept_revisions.h"
#include "state/layout.h"
#include "state/paths.h"

namespace ec2mimic::state {
namespace {

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool are_in_one_folder(FileSystem& files, const std::string& one, const std::string& other) {
  // With "/." appended, lstat looks at the folder and not at a symbolic link to it.
  FileStatus folder;
  return files.status_at(folder_of(one) + "/.", folder) == 0 && is_at(files, folder_of(other) + "/.", folder);
}

// `.v3` or `.v3.2`, with any version number: programs of other versions keep versions that we do not know.
bool is_kept_version(std::string_view suffix) {
  if (!suffix.starts_with(".v")) return false;
  return suffix.find_first_not_of("0123456789.", 2) == std::string_view::npos && suffix.size() > 2;
}

// The state, and what is made beside it, apart from the versions and revisions that are kept.
constexpr std::array<std::string_view, 5> kSuffixes{"", ".lock", ".new", ".fault", ".fault.new"};

bool is_suffix(std::string_view suffix) {
  return std::find(kSuffixes.begin(), kSuffixes.end(), suffix) != kSuffixes.end() || is_kept_version(suffix) ||
         kept_revision_number(suffix);
}

}  // namespace

bool belongs_to(FileSystem& files, const std::string& path, const std::string& owner) {
  const std::string place = resolve_links(files, path);
  FileStatus found;
  // A terminal or pipe is never part of a state, whatever its name.
  const bool exists = files.status_at(place, found) == 0;
  if (exists && found.kind != FileKind::regular) return false;
  const std::string state = resolve_links(files, owner);
  const std::string_view name = name_of(place);
  // Under another name (a hard link) it can only be a file that exists.
  const auto is_beside = [&](const std::string& one) {
    const std::string_view stem = name_of(one);
    if (name.starts_with(stem) && is_suffix(name.substr(stem.size())) && are_in_one_folder(files, place, one))
      return true;
    return exists && std::any_of(kSuffixes.begin(), kSuffixes.end(), [&](std::string_view suffix) {
             return is_at(files, one + std::string(suffix), found);
           });
  };
  // Faults are beside the name that was given, even if that is a link.
  if (is_beside(state) || (state != owner && is_beside(owner))) return true;
  if (!exists) return false;
  for (unsigned version = 1; version < kCurrentVersion; ++version) {
    if (is_at(files, state + ".v" + std::to_string(version), found)) return true;
  }
  // To find the revisions the folder is read, which every call with a log would do for nothing.
  if (found.links < 2) return false;
  const auto kept = kept_revisions(files, state);
  return std::any_of(kept.begin(), kept.end(), [&](const KeptRevision& one) { return is_at(files, one.path, found); });
}

}  // namespace ec2mimic::state
