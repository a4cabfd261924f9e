#include "state/kept_revisions.h"

#include <algorithm>
#include <cerrno>
#include <charconv>

#include "state/open_file.h"
#include "state/paths.h"

namespace ec2mimic::state {
namespace {

constexpr std::string_view kRevisionSuffix = ".revision-";

int remove_revision(FileSystem& files, const KeptRevision& kept) {
  const int answer = uninterrupted([&] { return files.unlink(kept.path); });
  return answer == -ENOENT || answer == -EISDIR ? 0 : answer;
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

void thin_out_revisions(FileSystem& files, const std::string& path, std::uint64_t present, std::uint64_t most) {
  const std::vector<KeptRevision> all = kept_revisions(files, path);
  const auto later = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.number >= present; });
  const auto earlier = static_cast<std::uint64_t>(later - all.begin());
  const auto stays = later - static_cast<std::ptrdiff_t>(std::min(most, earlier));
  for (auto one = all.begin(); one != all.end(); ++one) {
    if (one < stays || one >= later) static_cast<void>(remove_revision(files, *one));
  }
}

int forget_revisions(FileSystem& files, const std::string& path) {
  for (const KeptRevision& one : kept_revisions(files, path)) {
    if (const int answer = remove_revision(files, one); answer < 0) return answer;
  }
  return 0;
}

}  // namespace ec2mimic::state
