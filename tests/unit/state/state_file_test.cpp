#include "state/state_file.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <cerrno>

#include "state/layout.h"
#include "tests/harness/memory_disk.h"
#include "tests/unit/state/some_state.h"

namespace ec2mimic::state {
namespace {

std::string reader_message(harness::MemoryDisk& disk, const std::string& path) {
  const auto error = error_of([&] { (void)read_for_reader(disk, path); });
  EXPECT_EQ(error.kind(), StateErrorKind::unreadable);
  EXPECT_EQ(disk.open_handles(), 0);
  return error.what();
}

TEST(StateFile, IsReadWithFourCalls) {
  harness::MemoryDisk disk;
  disk.put("/s", "hello", 0640);
  const auto file = read_for_reader(disk, "/s");
  EXPECT_EQ(file.content.text(), "hello");
  EXPECT_EQ(file.status->mode, 0640U);
  EXPECT_EQ(disk.log(), (std::vector<std::string>{"open /s", "status of /s", "read /s", "close /s"}));
}

TEST(StateFile, CanBeMissingOrEmpty) {
  harness::MemoryDisk disk;
  EXPECT_FALSE(read_for_reader(disk, "/s").status);
  disk.put("/s", "");
  EXPECT_TRUE(read_for_reader(disk, "/s").status);
  EXPECT_EQ(read_for_reader(disk, "/s").content.text(), "");
}

TEST(StateFile, IsReadToTheEndInSmallPieces) {
  harness::MemoryDisk disk;
  disk.put("/s", std::string(5000, 'x') + "y");
  disk.shorten_reads(7);
  EXPECT_EQ(read_for_reader(disk, "/s").content.text(), std::string(5000, 'x') + "y");
}

TEST(StateFile, IsFoundThroughLinks) {
  harness::MemoryDisk disk;
  disk.put_link("/link", "s");
  EXPECT_FALSE(read_for_reader(disk, "/link").status);
  disk.put("/s", "x");
  EXPECT_EQ(read_for_reader(disk, "/link").content.text(), "x");
  EXPECT_EQ(resolve_for_writer(disk, "/link").path, "/s");
  EXPECT_EQ(resolve_for_writer(disk, "/s").path, "/s");
  EXPECT_TRUE(resolve_for_writer(disk, "/s").exists);
  EXPECT_FALSE(resolve_for_writer(disk, "/t").exists);
}

TEST(StateFile, MustBeARegularFile) {
  harness::MemoryDisk disk;
  disk.put_folder("/folder");
  disk.put_other("/fifo");
  disk.put_link("/link", "/fifo");
  EXPECT_EQ(reader_message(disk, "/folder"), "cannot use /folder as a state: it is a folder");
  EXPECT_EQ(reader_message(disk, "/fifo"), "cannot use /fifo as a state: it is not a regular file");
  EXPECT_EQ(reader_message(disk, "/link"), "cannot use /link as a state: it is not a regular file");
  for (const char* path : {"/folder", "/fifo", "/link", "/new/", ""}) {
    EXPECT_EQ(error_of([&] { (void)resolve_for_writer(disk, path); }).kind(), StateErrorKind::unreadable) << path;
  }
}

void append(harness::MemoryDisk& disk, const std::string& path, std::string_view text) {
  const int handle = disk.open(path, O_WRONLY, 0);
  disk.write(handle, std::span(&text, 1));
  disk.close(handle);
}

TEST(StateFile, IsReadAgainIfItGrows) {
  harness::MemoryDisk disk;
  disk.put("/s", "short");
  disk.before_step(2, [&] { append(disk, "/s", " and longer"); });
  EXPECT_EQ(read_for_reader(disk, "/s").content.text(), "short and longer");
}

TEST(StateFile, IsReadAgainIfItIsTruncated) {
  harness::MemoryDisk disk;
  disk.put("/s", "a long text");
  disk.before_step(2, [&] { disk.truncate("/s", 6); });
  EXPECT_EQ(read_for_reader(disk, "/s").content.text(), "a long");
}

TEST(StateFile, IsRejectedIfItKeepsChanging) {
  harness::MemoryDisk disk;
  disk.put("/s", "x");
  disk.before_every_step([&] {
    if (disk.log().back() == "read /s") append(disk, "/s", "x");
  });
  EXPECT_EQ(reader_message(disk, "/s"),
            "cannot read /s: another program is writing to it; try again when that has ended");
}

TEST(StateFile, ReportsWhyItCannotBeRead) {
  for (const int step : {0, 1, 2}) {
    harness::MemoryDisk disk;
    disk.put("/s", "x");
    disk.fail_step(step, EIO);
    EXPECT_EQ(reader_message(disk, "/s"), "cannot read /s: Input/output error") << step;
  }
}

}  // namespace
}  // namespace ec2mimic::state
