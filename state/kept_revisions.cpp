#include "state/kept_revisions.h"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <charconv>

#include "state/open_file.h"
#include "state/paths.h"

namespace ec2mimic::state {
namespace {

constexpr std::string_view kRevisionSuffix = ".revision-";

// The head of a state is within its first bytes, unless somebody changed its layout.
constexpr std::size_t kHead = 4096;

// The value of a member of the head that is a number, as text; empty if there is none.
std::string_view number_in(std::string_view head, std::string_view quoted_name) {
  const auto name = head.find(quoted_name);
  if (name == std::string_view::npos) return {};
  const auto begin = head.find_first_not_of(" \t\r\n:", name + quoted_name.size());
  if (begin == std::string_view::npos) return {};
  return head.substr(begin, head.find_first_not_of("0123456789", begin) - begin);
}

int remove_revision(FileSystem& files, const KeptRevision& kept) {
  if (!is_ours(files, kept)) return 0;
  const int answer = uninterrupted([&] { return files.unlink(kept.path); });
  return answer == -ENOENT ? 0 : answer;
}

}  // namespace

std::string kept_revision_path(const std::string& path, std::uint64_t number) {
  return path + std::string(kRevisionSuffix) + std::to_string(number);
}

std::optional<std::uint64_t> kept_revision_number(std::string_view suffix) {
  if (!suffix.starts_with(kRevisionSuffix)) return std::nullopt;
  suffix.remove_prefix(kRevisionSuffix.size());
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(suffix.data(), suffix.data() + suffix.size(), number);
  // The spelling counts: of `7` and `07` only the first is one that we write.
  const bool is_ours = error == std::errc() && std::to_string(number) == suffix;
  return is_ours ? std::optional(number) : std::nullopt;
}

bool is_ours(FileSystem& files, const KeptRevision& kept) {
  auto file = open_file(files, kept.path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  FileStatus status;
  if (!file.is_open() || files.status(file.handle(), status) < 0 || status.kind != FileKind::regular) return false;
  Buffer head(kHead);
  const auto count = uninterrupted([&] { return files.read(file.handle(), head); });
  (void)file.close();
  if (count < 0) return false;
  return head.text().find("\"ec2mimic-state\"") != std::string_view::npos &&
         number_in(head.text(), "\"revision\"") == std::to_string(kept.number);
}

std::vector<KeptRevision> kept_revisions(FileSystem& files, const std::string& path) {
  std::vector<std::string> names;
  if (uninterrupted([&] { return files.list_folder(folder_of(path), names); }) < 0) return {};
  const std::string_view stem = std::string_view(path).substr(path.rfind('/') + 1);
  std::vector<KeptRevision> found;
  for (const std::string_view name : names) {
    if (!name.starts_with(stem)) continue;
    const auto number = kept_revision_number(name.substr(stem.size()));
    if (number) found.push_back({*number, kept_revision_path(path, *number)});
  }
  std::sort(found.begin(), found.end(), [](const auto& one, const auto& other) { return one.number < other.number; });
  return found;
}

void prune_revisions(FileSystem& files, const std::string& path, std::uint64_t present, std::uint64_t most) {
  const std::vector<KeptRevision> all = kept_revisions(files, path);
  const auto later = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.number >= present; });
  const auto earlier = static_cast<std::uint64_t>(later - all.begin());
  const auto stays = later - static_cast<std::ptrdiff_t>(std::min(most, earlier));
  for (auto one = all.begin(); one != all.end(); ++one) {
    if (one < stays || one >= later) static_cast<void>(remove_revision(files, *one));
  }
}

int remove_revisions(FileSystem& files, const std::string& path) {
  for (const KeptRevision& one : kept_revisions(files, path)) {
    if (const int answer = remove_revision(files, one); answer < 0) return answer;
  }
  return 0;
}

}  // namespace ec2mimic::state
