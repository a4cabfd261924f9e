#include "state/new_file.h"

#include <fcntl.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "state/open_file.h"

namespace ec2mimic::state {
namespace {

int write_all(FileSystem& files, int handle, std::span<const std::string_view> pieces) {
  // Without empty pieces, because a write of nothing but those would look like one without progress.
  std::vector<std::string_view> left;
  left.reserve(pieces.size());
  std::copy_if(pieces.begin(), pieces.end(), std::back_inserter(left), [](auto piece) { return !piece.empty(); });
  for (std::span<std::string_view> rest(left); !rest.empty();) {
    const auto some = rest.first(std::min(rest.size(), FileSystem::kMostPieces));
    const auto answer = uninterrupted([&] { return files.write(handle, some); });
    if (answer < 0) return static_cast<int>(answer);
    if (answer == 0) return -EIO;  // No progress and no error: trying again could go on forever.
    auto written = static_cast<std::size_t>(answer);
    while (!rest.empty() && written >= rest.front().size()) {
      written -= rest.front().size();
      rest = rest.subspan(1);
    }
    if (written > 0) rest.front().remove_prefix(written);
  }
  return 0;
}

}  // namespace

OpenFile create_file(FileSystem& files, const std::string& path, const std::optional<Permissions>& like,
                     FileStatus& made, unsigned mode) {
  // Closed to others at first: who may read it is known only when its permissions are set.
  auto file = open_file(files, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, like ? kPrivateMode : mode);
  if (!file.is_open()) return file;
  int answer = files.status(file.handle(), made);
  if (answer == 0) {
    answer = like ? give_permissions(files, file.handle(), made, *like) : open_to_owner(files, file.handle(), made);
  }
  if (answer == 0) return file;
  files.unlink(path);
  return {files, answer};
}

int write_safely(FileSystem& files, int handle, std::span<const std::string_view> pieces) {
  if (const int answer = write_all(files, handle, pieces); answer < 0) return answer;
  return uninterrupted([&] { return files.sync(handle); });
}

int make_file(FileSystem& files, const std::string& path, const std::optional<Permissions>& like,
              std::span<const std::string_view> pieces) {
  FileStatus made;
  auto file = create_file(files, path, like, made);
  if (!file.is_open()) return -file.error();
  int answer = write_safely(files, file.handle(), pieces);
  if (answer == 0) answer = file.close();
  // On EINTR Linux has closed the file all the same, and its content is on the disk already.
  if (answer == 0 || answer == -EINTR) return 0;
  files.unlink(path);
  return answer;
}

}  // namespace ec2mimic::state
