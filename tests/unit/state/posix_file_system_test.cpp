// The store on a real disk, for what a disk in memory cannot show.
#include "state/posix_file_system.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "state/file_store.h"
#include "state/open_file.h"
#include "tests/unit/state/some_state.h"

namespace ec2mimic::state {
namespace {

namespace fs = std::filesystem;

Changes putting(const std::string& line) {
  return {.account = "123456789012", .serial = 5, .tables = {{"cats", {{"c", line}}}}};
}

class PosixDisk : public testing::Test {
 protected:
  PosixDisk() {
    char name[] = "/tmp/ec2mimic-disk-XXXXXX";
    folder_ = mkdtemp(name);
  }
  ~PosixDisk() override { fs::remove_all(folder_); }

  void put(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name) << text; }
  [[nodiscard]] std::string content(const std::string& name) const {
    std::ostringstream text;
    text << std::ifstream(folder_ / name).rdbuf();
    return text.str();
  }
  [[nodiscard]] struct stat status(const std::string& name) const {
    struct stat found {};
    EXPECT_EQ(lstat((folder_ / name).c_str(), &found), 0) << name;
    return found;
  }
  [[nodiscard]] FileStore store(const std::string& name) { return {files_, folder_ / name, {}}; }

  PosixFileSystem files_;
  fs::path folder_;
};

TEST_F(PosixDisk, CreatesFoldersForAState) {
  auto store = this->store("a/b/state.json");
  commit(store, putting("{}"));
  EXPECT_EQ(store.read()->find("cats", "c"), "{}");
  EXPECT_EQ(status("a").st_mode & 0777U, 0700U);
  EXPECT_EQ(status("a/b").st_mode & 0777U, 0700U);
  EXPECT_EQ(status("a/b/state.json").st_mode & 0777U, 0600U);
  EXPECT_EQ(status("a/b/state.json.lock").st_mode & 0777U, 0600U);
  EXPECT_FALSE(fs::exists(folder_ / "a/b/state.json.new"));
}

TEST_F(PosixDisk, KeepsTheModeOfAFile) {
  put("s", kSomeState);
  fs::permissions(folder_ / "s", fs::perms(0666));
  commit(store("s"), putting("{}"));
  EXPECT_EQ(status("s").st_mode & 0777U, 0666U);
}

TEST_F(PosixDisk, KeepsTheOwnerWhenRootWrites) {
  if (geteuid() != 0) GTEST_SKIP() << "only root can give a file away";
  put("s", kSomeState);
  ASSERT_EQ(chown((folder_ / "s").c_str(), 1234, 2345), 0);
  commit(store("s"), putting("{}"));
  EXPECT_EQ(status("s").st_uid, 1234U);
  EXPECT_EQ(status("s").st_gid, 2345U);
  EXPECT_EQ(status("s.lock").st_uid, 1234U);
}

/// An access control list in the kernel's form: the owner and user 1234 may read and write, the group nothing.
std::string some_acl() {
  std::string acl;
  const auto number = [&](unsigned value, int bytes) {
    for (int i = 0; i < bytes; ++i) acl += static_cast<char>(value >> (8 * i));
  };
  const auto entry = [&](unsigned tag, unsigned rights, unsigned id) {
    number(tag, 2), number(rights, 2), number(id, 4);
  };
  constexpr unsigned kNobody = 0xFFFFFFFF;
  number(2, 4);
  entry(0x01, 6, kNobody);  // the owner
  entry(0x02, 6, 1234);     // a named user
  entry(0x04, 0, kNobody);  // the group
  entry(0x10, 6, kNobody);  // the mask
  entry(0x20, 0, kNobody);  // the others
  return acl;
}

TEST_F(PosixDisk, KeepsAnAccessControlList) {
  put("s", kSomeState);
  const OpenFile file(files_, files_.open(folder_ / "s", O_RDWR, 0));
  if (files_.write_acl(file.handle(), some_acl()) != 0) GTEST_SKIP() << "no lists on this file system";
  ASSERT_EQ(status("s").st_mode & 0777U, 0660U) << "the mask is shown for the group";
  commit(store("s"), putting("{}"));
  const OpenFile renewed(files_, files_.open(folder_ / "s", O_RDWR, 0));
  std::string found;
  EXPECT_EQ(files_.read_acl(renewed.handle(), found), 0);
  EXPECT_EQ(found, some_acl());
  const OpenFile lock(files_, files_.open(folder_ / "s.lock", O_RDWR, 0));
  EXPECT_EQ(files_.read_acl(lock.handle(), found), 0);
  EXPECT_EQ(found, some_acl());
  EXPECT_EQ(files_.write_acl(renewed.handle(), ""), 0);
  EXPECT_EQ(files_.read_acl(renewed.handle(), found), 0);
  EXPECT_EQ(found, "");
}

TEST_F(PosixDisk, DoesNotInheritAnAccessControlList) {
  put("s", kSomeState);
  fs::permissions(folder_ / "s", fs::perms(0640));
  const auto acl = some_acl();
  if (setxattr(folder_.c_str(), "system.posix_acl_default", acl.data(), acl.size(), 0) != 0) {
    GTEST_SKIP() << "no lists on this file system";
  }
  commit(store("s"), putting("{}"));
  const OpenFile file(files_, files_.open(folder_ / "s", O_RDWR, 0));
  std::string found;
  EXPECT_EQ(files_.read_acl(file.handle(), found), 0);
  EXPECT_EQ(found, "") << "user 1234 may not read it before, nor now";
  EXPECT_EQ(status("s").st_mode & 0777U, 0640U);
}

TEST_F(PosixDisk, CanBeUsedWhateverTheUmask) {
  const auto before = umask(0777);
  commit(store("a/b/s"), putting("{}"));
  commit(store("a/b/s"), putting(R"({"a":1})"));
  umask(before);
  EXPECT_EQ(status("a").st_mode & 0777U, 0700U);
  EXPECT_EQ(status("a/b").st_mode & 0777U, 0700U);
  EXPECT_EQ(status("a/b/s").st_mode & 0777U, 0600U);
  EXPECT_EQ(status("a/b/s.lock").st_mode & 0777U, 0600U);
}

TEST_F(PosixDisk, RejectsAReadOnlyFileEvenForRoot) {
  put("s", kSomeState);
  fs::permissions(folder_ / "s", fs::perms(0444));
  EXPECT_EQ(error_of([&] { look(store("s")); }).kind(), StateErrorKind::not_written);
  EXPECT_EQ(content("s"), kSomeState);
}

TEST_F(PosixDisk, RejectsAFifoAndAFolderAtOnce) {
  ASSERT_EQ(mkfifo((folder_ / "fifo").c_str(), 0600), 0);
  fs::create_directory(folder_ / "folder");
  fs::create_symlink("fifo", folder_ / "link");
  for (const char* name : {"fifo", "folder", "link"}) {
    EXPECT_EQ(error_of([&] { (void)store(name).read(); }).kind(), StateErrorKind::unreadable) << name;
    EXPECT_EQ(error_of([&] { look(store(name)); }).kind(), StateErrorKind::unreadable) << name;
    EXPECT_FALSE(fs::exists(folder_ / (std::string(name) + ".lock")));
  }
}

TEST_F(PosixDisk, FollowsLinksEvenDanglingOnes) {
  fs::create_symlink("far/state.json", folder_ / "one");
  fs::create_symlink("one", folder_ / "two");
  auto store = this->store("two");
  EXPECT_EQ(store.read()->header().revision, 0U);
  commit(store, putting("{}"));
  commit(store, putting(R"({"a":1})"));
  EXPECT_EQ(store.read()->find("cats", "c"), R"({"a":1})");
  EXPECT_TRUE(fs::is_symlink(folder_ / "two"));
  EXPECT_TRUE(fs::is_symlink(folder_ / "one"));
  EXPECT_TRUE(fs::is_regular_file(folder_ / "far/state.json.lock"));
  fs::create_symlink("loop", folder_ / "loop");
  EXPECT_EQ(error_of([&] { (void)this->store("loop").read(); }).kind(), StateErrorKind::unreadable);
  EXPECT_EQ(error_of([&] { look(this->store("loop")); }).kind(), StateErrorKind::unreadable);
}

TEST_F(PosixDisk, ReadsLargeAndSmallStates) {
  auto store = this->store("s");
  Changes changes{.account = "123456789012", .serial = 1, .tables = {}};
  for (int i = 0; i < 30000; ++i) {
    const auto number = std::to_string(100000 + i);
    changes.tables["t"][number] =
        R"({"Number":)" + number + R"(,"Pad":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"})";
  }
  replace(store, changes);
  commit(store, {.account = "123456789012", .serial = 2, .tables = {{"t", {{"115000", "{}"}}}}});
  const auto snapshot = store.read();
  EXPECT_FALSE(snapshot->edited());
  EXPECT_EQ(snapshot->find("t", "115000"), "{}");
  int found = 0;
  snapshot->scan("t", "\"Number\":11499", [&](auto, auto) { ++found; });
  EXPECT_EQ(found, 10);
}

TEST_F(PosixDisk, LosesNoChangeOfConcurrentWriters) {
  constexpr int kWriters = 6;
  constexpr int kRounds = 5;
  for (int writer = 0; writer < kWriters; ++writer) {
    const pid_t process = fork();
    ASSERT_GE(process, 0);
    if (process != 0) continue;
    auto store = this->store("s");
    for (int round = 0; round < kRounds; ++round) {
      store.change([&](const Snapshot& before) {
        const auto serial = before.header().serial + 1;
        const auto key = std::to_string(writer) + "-" + std::to_string(round);
        return Changes{.account = "123456789012", .serial = serial, .tables = {{"t", {{key, "{}"}}}}};
      });
    }
    _exit(0);
  }
  for (int writer = 0; writer < kWriters; ++writer) {
    int status = 0;
    wait(&status);
    EXPECT_EQ(status, 0);
  }
  const auto snapshot = store("s").read();
  EXPECT_EQ(snapshot->header().serial, static_cast<std::uint64_t>(kWriters * kRounds));
  EXPECT_EQ(snapshot->header().revision, static_cast<std::uint64_t>(kWriters * kRounds));
  int records = 0;
  snapshot->scan("t", "", [&](auto, auto) { ++records; });
  EXPECT_EQ(records, kWriters * kRounds);
}

TEST_F(PosixDisk, ReturnsNegatedErrnos) {
  FileStatus status;
  std::string target;
  Buffer buffer(10);
  const std::string missing = folder_ / "missing";
  EXPECT_EQ(files_.open(missing, O_RDONLY, 0), -ENOENT);
  EXPECT_EQ(files_.status_at(missing, status), -ENOENT);
  EXPECT_EQ(files_.read_link(folder_, target), -EINVAL);
  std::vector<std::string> names;
  EXPECT_EQ(files_.list_folder(missing, names), -ENOENT);
  EXPECT_EQ(files_.rename(missing, missing + "2"), -ENOENT);
  EXPECT_EQ(files_.rename_new(missing, missing + "2"), -ENOENT);
  EXPECT_EQ(files_.rename_new(folder_, folder_), -EEXIST);
  EXPECT_EQ(files_.unlink(missing), -ENOENT);
  EXPECT_EQ(files_.link(missing, missing + "2"), -ENOENT);
  EXPECT_EQ(files_.make_folder(folder_, 0700), -EEXIST);
  EXPECT_EQ(files_.remove_folder(missing), -ENOENT);
  EXPECT_EQ(files_.status(-1, status), -EBADF);
  EXPECT_EQ(files_.read(-1, buffer), -EBADF);
  EXPECT_EQ(files_.write(-1, {}), -EBADF);
  EXPECT_EQ(files_.sync(-1), -EBADF);
  EXPECT_EQ(files_.close(-1), -EBADF);
  EXPECT_EQ(files_.read_acl(-1, target), -EBADF);
  EXPECT_EQ(files_.write_acl(-1, ""), -EBADF);
  EXPECT_EQ(files_.set_mode_at(missing, 0600), -ENOENT);
  EXPECT_EQ(files_.set_mode(-1, 0600), -EBADF);
  EXPECT_EQ(files_.set_owner(-1, 0, 0), -EBADF);
  EXPECT_EQ(files_.lock(-1, std::chrono::seconds(1)), -EBADF);
}

}  // namespace
}  // namespace ec2mimic::state
