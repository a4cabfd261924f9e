// The real disk: a system call or two behind each function.
#pragma once

#include "state/file_system.h"

namespace ec2mimic::state {

/// Stateless; one can serve any number of stores. file_system.h says what each call promises.
class PosixFileSystem final : public FileSystem {
 public:
  int open(const std::string& path, int flags, unsigned mode) override;
  int status(int handle, FileStatus& status) override;
  int status_at(const std::string& path, FileStatus& status) override;
  std::int64_t read(int handle, Buffer& buffer) override;
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
  int lock_holder(const FileStatus& file) override;
  unsigned user() override;
};

}  // namespace ec2mimic::state
