#include "state/place.h"

#include <fcntl.h>

#include "state/failure.h"
#include "state/open_file.h"

namespace ec2mimic::state {
namespace {

constexpr int kMostLinks = 40;  // As many as Linux follows.

}  // namespace

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
    // Whatever else is wrong with the path shows when the file is opened, and is worded there.
    if (files.read_link(place, target) < 0) return place;
    place = target.starts_with('/') ? target : place.substr(0, place.find_last_of('/') + 1) + target;
  }
  fail(StateErrorKind::unreadable, path, "find the file that " + path + " stands for", ELOOP);
}

int sync_folder(FileSystem& files, int handle) {
  const int answer = uninterrupted([&] { return files.sync(handle); });
  return answer == -EINVAL ? 0 : answer;
}

void make_folders(FileSystem& files, const std::string& folder, const std::string& path) {
  int answer = files.make_folder(folder, 0700);
  if (answer == -ENOENT && folder_of(folder) != folder) {
    make_folders(files, folder_of(folder), path);
    answer = files.make_folder(folder, 0700);
  }
  if (answer == -EEXIST) return;
  if (answer < 0) fail(StateErrorKind::not_written, path, "make the folder " + folder, -answer);
  auto parent = open_file(files, folder_of(folder), O_RDONLY | O_DIRECTORY);
  answer = parent.is_open() ? sync_folder(files, parent.handle()) : -parent.error();
  if (answer == 0) return;
  files.remove_folder(folder);
  fail(StateErrorKind::not_written, path, "make the folder " + folder + " safe on the disk", -answer);
}

}  // namespace ec2mimic::state
