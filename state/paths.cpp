#include "state/paths.h"

#include <fcntl.h>

#include "state/open_file.h"
#include "state/throw_error.h"

namespace ec2mimic::state {
namespace {

constexpr int kMostLinks = 40;  // As many as Linux follows.

/// The umask can take rights away even from the owner of a folder, who could then put nothing into it.
int open_to_owner(FileSystem& files, const std::string& folder) {
  FileStatus made;
  const int answer = files.status_at(folder, made);
  return answer < 0 || (made.mode & 0700U) == 0700U ? answer : files.set_mode_at(folder, made.mode | 0700U);
}

int sync_parent(FileSystem& files, const std::string& folder) {
  const auto parent = open_file(files, folder_of(folder), O_RDONLY | O_DIRECTORY);
  return parent.is_open() ? sync_folder(files, parent.handle()) : -parent.error();
}

[[noreturn]] void fail_to_make_safe(const std::string& path, const std::string& folder, int error) {
  fail(StateErrorKind::not_written, path, "sync the folder " + folder + " to disk", -error);
}

}  // namespace

bool is_at(FileSystem& files, const std::string& path, const FileStatus& file) {
  FileStatus found;
  return files.status_at(path, found) == 0 && found.same_file(file);
}

std::string folder_of(const std::string& path) {
  const auto slash = path.find_last_of('/');
  if (slash == std::string::npos) return ".";
  const auto end = path.find_last_not_of('/', slash);
  return end == std::string::npos ? "/" : path.substr(0, end + 1);
}

std::string resolve_links(FileSystem& files, const std::string& path) {
  std::string place = path;
  for (int followed = 0; followed <= kMostLinks; ++followed) {
    std::string target;
    // Anything else wrong with the path is reported when the file is opened.
    if (files.read_link(place, target) < 0) return place;
    place = target.starts_with('/') ? target : place.substr(0, place.find_last_of('/') + 1) + target;
  }
  fail(StateErrorKind::unreadable, path, "resolve the link " + path, ELOOP);
}

int sync_folder(FileSystem& files, int handle) {
  const int answer = uninterrupted([&] { return files.sync(handle); });
  // EINVAL is how a file system says that it cannot sync folders; more certainty is not to be had from it.
  return answer == -EINVAL ? 0 : answer;
}

void make_folders(FileSystem& files, const std::string& folder, const std::string& path) {
  int answer = files.make_folder(folder, 0700);
  if (answer == -ENOENT && folder_of(folder) != folder) {
    make_folders(files, folder_of(folder), path);
    answer = files.make_folder(folder, 0700);
  }
  if (answer == -EEXIST) return;
  if (answer == 0) answer = open_to_owner(files, folder);
  if (answer < 0) fail(StateErrorKind::not_written, path, "create the folder " + folder, -answer);
  answer = sync_parent(files, folder);
  if (answer == 0) return;
  // Left there, it would be taken for a safe one by the next attempt.
  files.remove_folder(folder);
  fail_to_make_safe(path, folder, answer);
}

void sync_folders_above(FileSystem& files, const std::string& folder, const std::string& path) {
  FileStatus status;
  // A folder of another user was not made by this program.
  if (folder_of(folder) == folder || files.status_at(folder, status) < 0 || status.owner != files.user()) return;
  const int answer = sync_parent(files, folder);
  // If we may not open a folder, we have not made anything in it.
  if (answer < 0 && answer != -EACCES) fail_to_make_safe(path, folder, answer);
  sync_folders_above(files, folder_of(folder), path);
}

}  // namespace ec2mimic::state
