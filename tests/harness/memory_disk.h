// A disk in memory, to stand in the door of the state (state/file_system.h) and let go wrong what can go wrong.
//
// It keeps two truths: what the programs see, and what would be left if the power failed now. A file's bytes reach the
// second when the file is synced, the entries of a folder when that folder is; whatever was not synced may be there
// after a power cut, may be gone, or may be rubbish. Every call is a numbered step, and a test can fail any step or cut
// the power before it, so that faults are enumerated and not sampled.
//
// Symbolic links are followed only at the end of a path, as much as the state needs. Rights are not checked: a test
// fails the call instead.
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

/// Thrown by the step at which the power fails, unless that is a close, which answers -EIO. Every later call fails with
/// -EIO and does nothing.
struct PowerCut {};

/// What becomes of bytes that were written and never synced, when the power fails.
enum class UnsyncedData { kept, dropped, spoilt };

class MemoryDisk final : public state::FileSystem {
 public:
  MemoryDisk();
  ~MemoryDisk() override;

  // Setting the scene: all of it is on the disk at once, and counts as no step.
  void put(const std::string& path, std::string content, unsigned mode = 0600);
  void put_folder(const std::string& path);
  void put_link(const std::string& path, std::string target);
  void put_other(const std::string& path);  ///< Something like a FIFO.
  void set_owner_of(const std::string& path, unsigned owner, unsigned group);

  // Looking at it, as programs see it now.
  [[nodiscard]] std::optional<std::string> content(const std::string& path) const;
  [[nodiscard]] state::FileStatus status_now(const std::string& path) const;  ///< The path must be there.
  [[nodiscard]] std::vector<std::string> names() const;                       ///< Every path but "/", in order.
  [[nodiscard]] int open_handles() const;

  // Letting things go wrong.
  void fail_step(int step, int error) { failing_step_ = step, failing_error_ = error; }
  void cut_power_at(int step) { cut_step_ = step; }
  void cut_power() { dead_ = true; }  ///< Between two steps.
  /// How many bytes one write, or one read, takes at most.
  void shorten_writes(std::size_t bytes) { most_written_ = bytes; }
  void shorten_reads(std::size_t bytes) { most_read_ = bytes; }
  /// A disk that says it has synced, and has not: with it the crash tests must fail.
  void lie_about_files(bool lie) { lies_about_files_ = lie; }
  void lie_about_folders(bool lie) { lies_about_folders_ = lie; }
  /// Somebody else holds every lock.
  void hold_locks(int process) { lock_holder_ = process; }
  void act_as(unsigned user) { user_ = user; }
  /// The rights that new files and folders do not get.
  void use_umask(unsigned mask) { umask_ = mask; }
  /// Locks of files named so fail with that errno, as where a file system has none.
  void fail_locks_of(std::string path, int error) { unlockable_ = std::move(path), lock_error_ = error; }
  /// Calls `action` before that step, as another program that interferes.
  void before_step(int step, std::function<void()> action) { action_step_ = step, action_ = std::move(action); }
  void before_every_step(std::function<void()> action) { before_step(kEveryStep, std::move(action)); }
  void truncate(const std::string& path, std::size_t bytes);
  /// Writes to a file in place, as an editor does.
  void overwrite(const std::string& path, std::string content);
  void set_acl_of(const std::string& path, std::string acl);
  [[nodiscard]] std::string acl_of(const std::string& path) const;

  /// The steps taken so far; counting begins at 0.
  [[nodiscard]] int steps() const { return steps_; }
  void count_steps_anew() { steps_ = 0, log_.clear(); }
  [[nodiscard]] const std::vector<std::string>& log() const { return log_; }

  /// After a power cut: how many changes to folders were under way, and the disk that is found when the power is back.
  /// A disk keeps its journal in order, so of these changes the first `surviving` are there.
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
  int read_link(const std::string& path, std::string& target) override;
  int lock(int handle, std::chrono::milliseconds patience) override;
  int lock_holder(const state::FileStatus& file) override;
  unsigned user() override { return user_; }

 private:
  static constexpr int kEveryStep = -2;
  struct Node;
  using NodePtr = std::shared_ptr<Node>;
  /// The whole tree, by full path: renaming a folder is nothing that the state ever does.
  using Tree = std::map<std::string, NodePtr>;
  /// A change to the entries of one folder: some paths get a node, or none. A rename is one change.
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

  /// Counts a step. An errno, negated, where it shall fail.
  int step(const std::string& what);
  [[nodiscard]] NodePtr find(const std::string& path) const;
  [[nodiscard]] bool folder_exists(const std::string& path) const;
  NodePtr make_node(state::FileKind kind, unsigned mode);
  void place(const std::string& path, NodePtr node);
  void change(EntryChange change);

  Tree seen_;
  Tree safe_;
  std::vector<EntryChange> pending_;  ///< From safe_ to seen_, in order.
  std::map<int, OpenHandle> handles_;
  std::uint64_t next_inode_ = 2;
  unsigned user_ = 1000;
  unsigned umask_ = 0;
  std::int64_t now_ = 1;  ///< Moves on with every change.
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
