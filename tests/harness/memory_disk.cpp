#include "tests/harness/memory_disk.h"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace ec2mimic::harness {

using state::FileKind;
using state::FileStatus;

struct MemoryDisk::Node {
  FileStatus status;
  std::string acl;
  std::string data;    ///< What programs see; the target of a symbolic link.
  std::string synced;  ///< What is certainly on the disk.
};

namespace {

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

/// What a file system leaves in blocks that were allocated and never written.
std::string spoilt(std::string data) {
  std::fill(data.begin() + static_cast<std::ptrdiff_t>(data.size() / 2), data.end(), '\0');
  return data;
}

}  // namespace

MemoryDisk::MemoryDisk() {
  seen_["/"] = make_node(FileKind::folder, 0755);
  safe_ = seen_;
}
MemoryDisk::~MemoryDisk() = default;

MemoryDisk::NodePtr MemoryDisk::make_node(FileKind kind, unsigned mode) {
  auto node = std::make_shared<Node>();
  node->status = {.device = 1,
                  .inode = next_inode_++,
                  .links = 1,
                  .size = 0,
                  .mode = mode,
                  .owner = user_,
                  .group = user_,
                  .kind = kind,
                  .written = now_,
                  .changed = now_};
  ++now_;
  return node;
}

void MemoryDisk::place(const std::string& path, NodePtr node) { seen_[path] = safe_[path] = std::move(node); }

void MemoryDisk::put(const std::string& path, std::string content, unsigned mode) {
  auto node = make_node(FileKind::regular, mode);
  node->synced = node->data = std::move(content);
  place(path, std::move(node));
}
void MemoryDisk::put_folder(const std::string& path) { place(path, make_node(FileKind::folder, 0755)); }
void MemoryDisk::put_link(const std::string& path, std::string target) {
  auto node = make_node(FileKind::link, 0777);
  node->synced = node->data = std::move(target);
  place(path, std::move(node));
}
void MemoryDisk::put_other(const std::string& path) { place(path, make_node(FileKind::other, 0644)); }
void MemoryDisk::set_owner_of(const std::string& path, unsigned owner, unsigned group) {
  auto& status = seen_.at(path)->status;
  status.owner = owner;
  status.group = group;
}

void MemoryDisk::overwrite(const std::string& path, std::string content) {
  auto& node = *seen_.at(path);
  node.data = std::move(content);
  node.status.written = node.status.changed = now_++;
}
void MemoryDisk::truncate(const std::string& path, std::size_t bytes) {
  overwrite(path, seen_.at(path)->data.substr(0, bytes));
}
void MemoryDisk::set_acl_of(const std::string& path, std::string acl) { seen_.at(path)->acl = std::move(acl); }
std::string MemoryDisk::acl_of(const std::string& path) const { return seen_.at(path)->acl; }

std::optional<std::string> MemoryDisk::content(const std::string& path) const {
  const auto node = find(path);
  return node ? std::optional(node->data) : std::nullopt;
}
FileStatus MemoryDisk::status_now(const std::string& path) const { return seen_.at(path)->status; }
std::vector<std::string> MemoryDisk::names() const {
  std::vector<std::string> names;
  for (const auto& [path, node] : seen_) {
    if (path != "/") names.push_back(path);
  }
  return names;
}
int MemoryDisk::open_handles() const { return static_cast<int>(handles_.size()); }

int MemoryDisk::step(const std::string& what) {
  if (dead_) return -EIO;
  const int number = steps_++;
  log_.push_back(what);
  if (action_ && !acting_ && (number == action_step_ || action_step_ == kEveryStep)) {
    acting_ = true;  // The action's own calls are steps too.
    action_();
    acting_ = false;
  }
  if (number == cut_step_) {
    dead_ = true;
    throw PowerCut();
  }
  return number == failing_step_ ? -failing_error_ : 0;
}

MemoryDisk::NodePtr MemoryDisk::find(const std::string& path) const {
  const auto found = seen_.find(path);
  return found == seen_.end() ? nullptr : found->second;
}
bool MemoryDisk::folder_exists(const std::string& path) const {
  const auto node = find(path);
  return node && node->status.kind == FileKind::folder;
}

void MemoryDisk::change(EntryChange change) {
  for (const auto& [path, node] : change.entries) {
    if (node) {
      seen_[path] = node;
    } else {
      seen_.erase(path);
    }
  }
  pending_.push_back(std::move(change));
}

int MemoryDisk::open(const std::string& path, int flags, unsigned mode) {
  if (const int answer = step("open " + path); answer < 0) return answer;
  auto node = find(path);
  if (node && (flags & O_CREAT) != 0 && (flags & O_EXCL) != 0) return -EEXIST;
  if (node && node->status.kind == FileKind::link) {
    if ((flags & O_NOFOLLOW) != 0) return -ELOOP;
    throw std::logic_error("the disk in memory follows no links");
  }
  if (!node) {
    if ((flags & O_CREAT) == 0 || !folder_exists(folder_of(path))) return -ENOENT;
    node = make_node(FileKind::regular, mode & ~umask_);
    change({folder_of(path), {{path, node}}});
  }
  if ((flags & O_DIRECTORY) != 0 && node->status.kind != FileKind::folder) return -ENOTDIR;
  if ((flags & O_ACCMODE) != O_RDONLY && node->status.kind == FileKind::folder) return -EISDIR;
  int handle = 3;
  while (handles_.contains(handle)) ++handle;
  handles_[handle] = {path, node, 0, false};
  return handle;
}

void MemoryDisk::fill_in(FileStatus& status, const NodePtr& node) const {
  status = node->status;
  status.size = node->data.size();
  status.links = static_cast<std::uint64_t>(
      std::count_if(seen_.begin(), seen_.end(), [&](const auto& entry) { return entry.second == node; }));
}

int MemoryDisk::status(int handle, FileStatus& status) {
  if (const int answer = step("status of " + handles_.at(handle).path); answer < 0) return answer;
  const auto& node = handles_.at(handle).node;
  fill_in(status, node);
  return 0;
}

int MemoryDisk::status_at(const std::string& path, FileStatus& status) {
  if (const int answer = step("status at " + path); answer < 0) return answer;
  const auto node = find(path);
  if (!node) return -ENOENT;
  fill_in(status, node);
  return 0;
}

std::int64_t MemoryDisk::read(int handle, state::Buffer& buffer) {
  if (const int answer = step("read " + handles_.at(handle).path); answer < 0) return answer;
  auto& file = handles_.at(handle);
  const auto rest = std::string_view(file.node->data).substr(std::min(file.offset, file.node->data.size()));
  const auto some = rest.substr(0, std::min(buffer.free(), most_read_));
  if (!some.empty()) std::memcpy(buffer.end(), some.data(), some.size());
  buffer.grow(some.size());
  file.offset += some.size();
  return static_cast<std::int64_t>(some.size());
}

std::int64_t MemoryDisk::write(int handle, std::span<const std::string_view> pieces) {
  if (const int answer = step("write " + handles_.at(handle).path); answer < 0) return answer;
  if (pieces.size() > kMostPieces) return -EINVAL;
  std::size_t left = most_written_;
  std::int64_t written = 0;
  for (const auto piece : pieces) {
    const auto some = piece.substr(0, left);
    handles_.at(handle).node->data += some;
    left -= some.size();
    written += static_cast<std::int64_t>(some.size());
  }
  auto& status = handles_.at(handle).node->status;
  status.written = status.changed = now_++;
  return written;
}

int MemoryDisk::sync(int handle) {
  if (const int answer = step("sync " + handles_.at(handle).path); answer < 0) return answer;
  const auto& [path, node, offset, locked] = handles_.at(handle);
  if (node->status.kind != FileKind::folder) {
    if (!lies_about_files_) node->synced = node->data;
    return 0;
  }
  if (lies_about_folders_) return 0;
  std::vector<EntryChange> others;
  for (auto& each : pending_) {
    if (each.folder != path) {
      others.push_back(std::move(each));
      continue;
    }
    for (const auto& [entry, target] : each.entries) {
      if (target) {
        safe_[entry] = target;
      } else {
        safe_.erase(entry);
      }
    }
  }
  pending_ = std::move(others);
  return 0;
}

int MemoryDisk::close(int handle) {
  const auto file = handles_.at(handle);
  handles_.erase(handle);
  // Destructors close files and must not throw, so here the power fails without a PowerCut.
  try {
    return step("close " + file.path);
  } catch (const PowerCut&) {
    return -EIO;
  }
}

int MemoryDisk::set_mode(int handle, unsigned mode) {
  if (const int answer = step("set mode of " + handles_.at(handle).path); answer < 0) return answer;
  handles_.at(handle).node->status.mode = mode;
  return 0;
}

int MemoryDisk::set_owner(int handle, unsigned owner, unsigned group) {
  if (const int answer = step("set owner of " + handles_.at(handle).path); answer < 0) return answer;
  handles_.at(handle).node->status.owner = owner;
  handles_.at(handle).node->status.group = group;
  return 0;
}

int MemoryDisk::read_acl(int handle, std::string& acl) {
  if (const int answer = step("read acl of " + handles_.at(handle).path); answer < 0) return answer;
  acl = handles_.at(handle).node->acl;
  return 0;
}

int MemoryDisk::write_acl(int handle, const std::string& acl) {
  if (const int answer = step("write acl of " + handles_.at(handle).path); answer < 0) return answer;
  handles_.at(handle).node->acl = acl;
  return 0;
}

int MemoryDisk::rename(const std::string& from, const std::string& to) {
  if (const int answer = step("rename " + from + " to " + to); answer < 0) return answer;
  const auto node = find(from);
  if (!node) return -ENOENT;
  change({folder_of(to), {{to, node}, {from, nullptr}}});
  return 0;
}

int MemoryDisk::rename_new(const std::string& from, const std::string& to) {
  if (const int answer = step("rename new " + from + " to " + to); answer < 0) return answer;
  const auto node = find(from);
  if (!node) return -ENOENT;
  if (find(to)) return -EEXIST;
  change({folder_of(to), {{to, node}, {from, nullptr}}});
  return 0;
}

int MemoryDisk::unlink(const std::string& path) {
  if (const int answer = step("unlink " + path); answer < 0) return answer;
  const auto node = find(path);
  if (!node) return -ENOENT;
  if (node->status.kind == FileKind::folder) return -EISDIR;
  change({folder_of(path), {{path, nullptr}}});
  return 0;
}

int MemoryDisk::link(const std::string& from, const std::string& to) {
  if (const int answer = step("link " + from + " as " + to); answer < 0) return answer;
  const auto node = find(from);
  if (!node) return -ENOENT;
  if (find(to)) return -EEXIST;
  node->status.changed = now_++;
  change({folder_of(to), {{to, node}}});
  return 0;
}

int MemoryDisk::make_folder(const std::string& path, unsigned mode) {
  if (const int answer = step("make folder " + path); answer < 0) return answer;
  if (find(path)) return -EEXIST;
  if (!folder_exists(folder_of(path))) return -ENOENT;
  change({folder_of(path), {{path, make_node(FileKind::folder, mode & ~umask_)}}});
  return 0;
}

int MemoryDisk::set_mode_at(const std::string& path, unsigned mode) {
  if (const int answer = step("set mode at " + path); answer < 0) return answer;
  const auto node = find(path);
  if (!node) return -ENOENT;
  node->status.mode = mode;
  return 0;
}

int MemoryDisk::remove_folder(const std::string& path) {
  if (const int answer = step("remove folder " + path); answer < 0) return answer;
  if (!folder_exists(path)) return -ENOENT;
  change({folder_of(path), {{path, nullptr}}});
  return 0;
}

int MemoryDisk::list_folder(const std::string& path, std::vector<std::string>& names) {
  if (const int answer = step("list " + path); answer < 0) return answer;
  if (!folder_exists(path)) return -ENOENT;
  for (const auto& [each, node] : seen_) {
    if (each != "/" && folder_of(each) == path) names.push_back(each.substr(each.rfind('/') + 1));
  }
  return 0;
}

int MemoryDisk::read_link(const std::string& path, std::string& target) {
  if (const int answer = step("read link " + path); answer < 0) return answer;
  const auto node = find(path);
  if (!node) return -ENOENT;
  if (node->status.kind != FileKind::link) return -EINVAL;
  target = node->data;
  return 0;
}

int MemoryDisk::lock(int handle, std::chrono::milliseconds /*patience*/) {
  auto& file = handles_.at(handle);
  if (const int answer = step("lock " + file.path); answer < 0) return answer;
  if (file.path == unlockable_) return -lock_error_;
  // Nothing else runs that could release the lock while we wait.
  const bool taken = std::any_of(handles_.begin(), handles_.end(), [&](const auto& other) {
    return other.first != handle && other.second.node == file.node && other.second.locked;
  });
  if (taken || lock_holder_ != 0) return -ETIMEDOUT;
  file.locked = true;
  return 0;
}
int MemoryDisk::lock_holder(const FileStatus& /*file*/) { return lock_holder_; }

std::unique_ptr<MemoryDisk> MemoryDisk::after_power_cut(UnsyncedData data, std::size_t surviving) const {
  Tree tree = safe_;
  for (std::size_t i = 0; i < std::min(surviving, pending_.size()); ++i) {
    for (const auto& [path, node] : pending_[i].entries) {
      if (node) {
        tree[path] = node;
      } else {
        tree.erase(path);
      }
    }
  }
  auto disk = std::make_unique<MemoryDisk>();
  for (const auto& [path, node] : tree) {
    // Files in a lost folder cannot be reached.
    if (path != "/" && !disk->seen_.contains(folder_of(path))) continue;
    auto copy = std::make_shared<Node>(*node);
    if (node->data != node->synced) {
      if (data == UnsyncedData::dropped) copy->data = node->synced;
      if (data == UnsyncedData::spoilt) copy->data = spoilt(node->data);
    }
    copy->synced = copy->data;
    disk->place(path, std::move(copy));
  }
  disk->next_inode_ = next_inode_;
  return disk;
}

}  // namespace ec2mimic::harness
