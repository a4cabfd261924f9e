#include "cli/system/real_signals.h"

#include <gtest/gtest.h>

namespace ec2mimic::cli {
namespace {

TEST(RealSignals, AreRestoredForTheNextProgram) {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_DFL);
  ignore_write_signals();
  struct sigaction now {};
  for (const int signal : {SIGPIPE, SIGXFSZ}) {
    ::sigaction(signal, nullptr, &now);
    EXPECT_EQ(now.sa_handler, SIG_IGN);
  }
  restore_write_signals();
  EXPECT_EQ(std::signal(SIGPIPE, SIG_DFL), SIG_IGN) << "whoever started us ignores it";
  EXPECT_EQ(std::signal(SIGXFSZ, SIG_DFL), SIG_DFL);
}

}  // namespace
}  // namespace ec2mimic::cli
