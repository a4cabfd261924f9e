#include "cli/system/real_kept_file.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <string>

#include "tests/harness/program.h"

namespace ec2mimic::cli {
namespace {

namespace fs = std::filesystem;

// A process that keeps a file and says where it is. It ends when it is told to.
class Keeper {
 public:
  Keeper() {
    int told[2];
    int tells[2];
    EXPECT_EQ(::pipe(told) + ::pipe(tells), 0);
    id_ = ::fork();
    if (id_ == 0) {
      const Process::Kept kept = keep_real_file("text");
      const std::string line = kept.path + '\n' + kept.problem;
      static_cast<void>(::write(tells[1], line.data(), line.size()) > 0);
      ::close(tells[1]);
      // The command that takes the place of this process.
      ::dup2(told[0], 0);
      ::close(told[1]);
      ::execl("/bin/cat", "cat", nullptr);
      ::_exit(1);
    }
    ::close(tells[1]);
    ::close(told[0]);
    end_ = told[1];
    std::string line;
    // Ends only when nobody holds the pipe: the process that is going to remove the file must not.
    for (char c = 0; ::read(tells[0], &c, 1) == 1;) line += c;
    ::close(tells[0]);
    path = line.substr(0, line.find('\n'));
    EXPECT_EQ(line, path + '\n');
  }
  Keeper(const Keeper&) = delete;
  Keeper& operator=(const Keeper&) = delete;
  ~Keeper() = default;

  void end(int signal = 0) {
    if (signal != 0) ::kill(id_, signal);
    ::close(end_);
    ::waitpid(id_, nullptr, 0);
  }

  std::string path{};

 private:
  pid_t id_ = 0;
  int end_ = -1;
};

bool goes_away(const std::string& path) {
  for (int i = 0; i < 1000 && fs::exists(path); ++i) ::usleep(10'000);
  return !fs::exists(path);
}

TEST(RealKeptFile, IsThereUntilTheCommandEnds) {
  Keeper keeper;
  EXPECT_EQ(test::read_file(keeper.path), "text");
  const fs::path folder = fs::path(keeper.path).parent_path();
  EXPECT_EQ(fs::status(folder).permissions(), fs::perms::owner_all);
  ::usleep(100'000);
  EXPECT_TRUE(fs::exists(keeper.path));
  test::write_file(folder / "beside", "made when it was changed");
  keeper.end();
  EXPECT_TRUE(goes_away(folder));
}

TEST(RealKeptFile, IsRemovedIfTheCommandIsKilled) {
  Keeper keeper;
  keeper.end(SIGKILL);
  EXPECT_TRUE(goes_away(fs::path(keeper.path).parent_path()));
}

TEST(RealKeptFile, SaysWhyThereIsNone) {
  const char* const set = std::getenv("TMPDIR");
  const std::string before = set != nullptr ? set : "/tmp";
  ::setenv("TMPDIR", "/dev/null", 1);
  EXPECT_EQ(keep_real_file("text").problem, "Unable to create a temporary folder: Not a directory.");
  ::setenv("TMPDIR", before.c_str(), 1);
}

}  // namespace
}  // namespace ec2mimic::cli
