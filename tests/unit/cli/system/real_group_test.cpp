#include "cli/system/real_group.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>

#include "cli/system/real_scratch.h"

namespace ec2mimic::cli {
namespace {

namespace fs = std::filesystem;

ProcessGroup::Ended run_sh(ProcessGroup& group, const std::string& script) { return group.run({"sh", "-c", script}); }

pid_t id_in(const std::string& path) {
  pid_t id = 0;
  std::ifstream(path) >> id;
  return id;
}

bool is_running(pid_t id) { return ::kill(id, 0) == 0; }

TEST(RealGroup, TellsExitCodesAsAShellDoes) {
  RealGroup group;
  EXPECT_EQ(run_sh(group, "exit 3").code, 3);
  EXPECT_EQ(run_sh(group, "kill -TERM $$").code, 143);
  EXPECT_EQ(run_sh(group, "read -r line").code, 1);
  EXPECT_EQ(group.run({"no-such-program"}).error, ENOENT);
}

TEST(RealGroup, KeepsWhatItsProgramsLeaveRunningUntilItEnds) {
  const ScratchFolder folder;
  const std::string first = folder.path() + "/first", second = folder.path() + "/second";
  {
    RealGroup group;
    ASSERT_EQ(run_sh(group, "sleep 100 & echo $! >" + first).code, 0);
    // One that does not heed what it is sent first.
    ASSERT_EQ(run_sh(group, "(trap '' HUP INT TERM; exec sleep 100) & echo $! >" + second).code, 0);
    EXPECT_TRUE(is_running(id_in(first)));
    EXPECT_TRUE(is_running(id_in(second)));
  }
  EXPECT_FALSE(is_running(id_in(first)));
  EXPECT_FALSE(is_running(id_in(second)));
}

TEST(RealGroup, EndsByTheSignalThatEndsTheProcess) {
  for (const int signal : {SIGHUP, SIGTERM, SIGQUIT}) {
    const std::string path = fs::temp_directory_path() / ("group-" + std::to_string(::getpid()));
    const pid_t child = ::fork();
    if (child == 0) {
      std::signal(signal, SIG_DFL);  // nohup and the like ignore some
      const ScratchFolder folder;
      RealGroup group;
      const std::string script = "sleep 100 & echo $! >" + path + "; kill -" + std::to_string(signal) + " " +
                                 std::to_string(::getpid()) + "; trap 'echo seen >>" + path + "; exit' " +
                                 std::to_string(signal) + "; wait";
      static_cast<void>(run_sh(group, script).code);
      ::_exit(0);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFSIGNALED(status));
    EXPECT_EQ(WTERMSIG(status), signal);
    ASSERT_GT(id_in(path), 0);
    EXPECT_FALSE(is_running(id_in(path)));
    fs::remove(path);
  }
}

}  // namespace
}  // namespace ec2mimic::cli
