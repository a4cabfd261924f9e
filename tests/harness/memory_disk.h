// A disk in memory that implements the state's file system interface (state/file_system.h) and makes everything fail
// that can fail.
//
// It keeps two versions of everything: what programs see, and what would be left if the power failed now. A file's
// bytes reach the second when the file is synced, a folder's entries when the folder is; anything not synced may
// survive a power cut, be lost, or be garbage. Every call is a numbered step, and a test can fail any step or cut the
// power before it, so faults are enumerated, not sampled.
//
// Symbolic links are followed only at the end of a path, which is as much as the state needs. Permissions are not
// checked: a test fails the call instead.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "state/file_system.h"

namespace ec2mimic::harness {

/// Thrown by the step at which the power fails, unless that is a close, which returns -EIO. Every later call returns
/// -EIO and does nothing.
struct PowerCut {};

/// What happens on a power cut to bytes that were written and never synced.
enum class UnsyncedData { kept, dropped, spoilt };

class MemoryDisk final : public state::FileSystem {
 public:
  MemoryDisk();
  ~MemoryDisk() override;

  // Set-up: everything is on the disk at once and counts as no step.
  void put(const std::string& path, std::string content, unsigned mode = 0600);
  void put_folder(const std::string& path);
  void put_link(const std::string& path, std::string target);
  void put_other(const std::string& path);  ///< Not a regular file: like a FIFO.
  void set_owner_of(const std::string& path, unsigned owner, unsigned group);

  // What programs see now.
  [[nodiscard]] std::optional<std::string> content(const std::string& path) const;
  [[nodiscard]] state::FileStatus status_now(const std::string& path) const;  ///< The path must exist.
  [[nodiscard]] std::vector<std::string> names() const;                       ///< Every path except "/", sorted.
  [[nodiscard]] int open_handles() const;

  // Faults.
  void fail_step(int step, int error) { failing_step_ = step, failing_error_ = error; }
  void cut_power_at(int step) { cut_step_ = step; }
  void cut_power() { dead_ = true; }  ///< Cuts the power between two steps.
  /// The maximum number of bytes that one write, or one read, handles.
  void shorten_writes(std::size_t bytes) { most_written_ = bytes; }
  void shorten_reads(std::size_t bytes) { most_read_ = bytes; }
  /// Makes the disk report syncs that it does not make: the crash tests must notice.
  void lie_about_files(bool lie) { lies_about_files_ = lie; }
  void lie_about_folders(bool lie) { lies_about_folders_ = lie; }
  /// Another process holds every lock.
  void hold_locks(int process) { lock_holder_ = process; }
  void act_as(unsigned user) { user_ = user; }
  /// The permissions that are withheld from new files and folders.
  void use_umask(unsigned mask) { umask_ = mask; }
  /// Locks of the file of that name fail with that errno, as on a file system without locks.
  void fail_locks_of(std::string path, int error) { unlockable_ = std::move(path), lock_error_ = error; }
  /// Calls `action` before that step, as if another program interfered.
  void before_step(int step, std::function<void()> action) { action_step_ = step, action_ = std::move(action); }
  void before_every_step(std::function<void()> action) { before_step(kEveryStep, std::move(action)); }
  void truncate(const std::string& path, std::size_t bytes);
  /// Writes to a file in place, as some editors do.
  void overwrite(const std::string& path, std::string content);
  void set_acl_of(const std::string& path, std::string acl);
  [[nodiscard]] std::string acl_of(const std::string& path) const;

  /// The number of steps so far; steps count from 0.
  [[nodiscard]] int steps() const { return steps_; }
  void reset_step_count() { steps_ = 0, log_.clear(); }
  [[nodiscard]] const std::vector<std::string>& log() const { return log_; }

  /// After a power cut: the number of changes to folders that were not synced, and the disk as it is found when the
  /// power is back. A disk keeps its journal in order, so the first `surviving` of these changes are there.
  [[nodiscard]] std::size_t pending_entries() const { return pending_.size(); }
  [[nodiscard]] std::unique_ptr<MemoryDisk> after_power_cut(UnsyncedData data, std::size_t surviving) const;

  int open(const std::string& path, int flags, unsigned mode) override;
  int status(int handle, state::FileStatus& status) override;
  int status_at(const std::string& path, state::FileStatus& status) override;
  std::int64_t read(int handle, state::Buffer& buffer) override;
  std::int64_t write(int handle, std::span<const std::string_view> pieces) override;
  int sync(int handle) override;
  int close(int handle) override;
  int set_mode(int handle, unsigned mode) override;
  int set_owner(int handle, unsigned owner, unsigned group) override;
  int read_acl(int handle, std::string& acl) override;
  int write_acl(int handle, const std::string& acl) override;
  int rename(const std::string& from, const std::string& to) override;
  int rename_new(const std::string& from, const std::string& to) override;
  int unlink(const std::string& path) override;
  int link(const std::string& from, const std::string& to) override;
  int make_folder(const std::string& path, unsigned mode) override;
  int set_mode_at(const std::string& path, unsigned mode) override;
  int remove_folder(const std::string& path) override;
  int list_folder(const std::string& path, std::vector<std::string>& names) override;
  int read_link(const std::string& path, std::string& target) override;
  int lock(int handle, std::chrono::milliseconds patience) override;
  int lock_holder(const state::FileStatus& file) override;
  unsigned user() override { return user_; }

 private:
  static constexpr int kEveryStep = -2;
  struct Node;
  using NodePtr = std::shared_ptr<Node>;
  /// The whole tree, by full path: the state never renames a folder.
  using Tree = std::map<std::string, NodePtr>;
  /// A change to the entries of one folder: some paths get a node or lose theirs. A rename is one change.
  struct EntryChange {
    std::string folder;
    std::vector<std::pair<std::string, NodePtr>> entries;
  };
  struct OpenHandle {
    std::string path;
    NodePtr node;
    std::size_t offset = 0;
    bool locked = false;
  };

  /// Counts a step. Returns a negated errno if the step is to fail.
  int step(const std::string& what);
  [[nodiscard]] NodePtr find(const std::string& path) const;
  /// What programs see of a file: its status, its size, and how many names it has.
  void fill_in(state::FileStatus& status, const NodePtr& node) const;
  [[nodiscard]] bool folder_exists(const std::string& path) const;
  NodePtr make_node(state::FileKind kind, unsigned mode);
  void place(const std::string& path, NodePtr node);
  void change(EntryChange change);

  Tree seen_;
  Tree safe_;
  std::vector<EntryChange> pending_;  ///< The changes from safe_ to seen_, in order.
  std::map<int, OpenHandle> handles_;
  std::uint64_t next_inode_ = 2;
  unsigned user_ = 1000;
  unsigned umask_ = 0;
  std::int64_t now_ = 1;  ///< Advances with every change.
  int lock_holder_ = 0;
  std::string unlockable_;
  int lock_error_ = 0;

  int steps_ = 0;
  std::vector<std::string> log_;
  int failing_step_ = -1;
  int failing_error_ = 0;
  int cut_step_ = -1;
  int action_step_ = -1;
  std::function<void()> action_;
  bool acting_ = false;
  bool dead_ = false;
  std::size_t most_written_ = SIZE_MAX;
  std::size_t most_read_ = SIZE_MAX;
  bool lies_about_files_ = false;
  bool lies_about_folders_ = false;
};

}  // namespace ec2mimic::harness
