#include "state/new_file.h"

#include <fcntl.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "state/open_file.h"

namespace ec2mimic::state {
namespace {

/// Ours is the owner we cannot change unless we are root; of groups we may give away those we are in.
int take_after(FileSystem& files, int handle, const FileStatus& like) {
  FileStatus made;
  if (const int answer = files.status(handle, made); answer < 0) return answer;
  if (made.owner != like.owner || made.group != like.group) {
    const bool root = files.user() == 0;
    const int answer = files.set_owner(handle, root ? like.owner : made.owner, like.group);
    if (answer < 0 && root) return answer;
  }
  return made.mode == like.mode ? 0 : files.set_mode(handle, like.mode & 0777U);
}

int write_all(FileSystem& files, int handle, std::span<const std::string_view> pieces) {
  std::vector<std::string_view> left;
  left.reserve(pieces.size());
  std::copy_if(pieces.begin(), pieces.end(), std::back_inserter(left), [](auto piece) { return !piece.empty(); });
  for (std::span<std::string_view> rest(left); !rest.empty();) {
    const auto some = rest.first(std::min(rest.size(), FileSystem::kMostPieces));
    const auto answer = uninterrupted([&] { return files.write(handle, some); });
    if (answer < 0) return static_cast<int>(answer);
    if (answer == 0) return -EIO;  // Neither progress nor a reason: asking again could go on for ever.
    auto written = static_cast<std::size_t>(answer);
    while (!rest.empty() && written >= rest.front().size()) {
      written -= rest.front().size();
      rest = rest.subspan(1);
    }
    if (written > 0) rest.front().remove_prefix(written);
  }
  return 0;
}

int fill(FileSystem& files, OpenFile& file, const std::optional<FileStatus>& like,
         std::span<const std::string_view> pieces) {
  if (like) {
    if (const int answer = take_after(files, file.handle(), *like); answer < 0) return answer;
  }
  if (const int answer = write_all(files, file.handle(), pieces); answer < 0) return answer;
  if (const int answer = uninterrupted([&] { return files.sync(file.handle()); }); answer < 0) return answer;
  // Interrupted, Linux has closed it all the same, and what was written is already safe.
  const int answer = file.close();
  return answer == -EINTR ? 0 : answer;
}

}  // namespace

int make_file(FileSystem& files, const std::string& path, const std::optional<FileStatus>& like,
              std::span<const std::string_view> pieces) {
  auto file = open_file(files, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
  if (!file.is_open()) return -file.error();
  const int answer = fill(files, file, like, pieces);
  if (answer < 0) files.unlink(path);
  return answer;
}

}  // namespace ec2mimic::state
