// Many threads of one process, each with its own engine and store on one file, for the thread sanitizer.
#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "core/account/record_check.h"
#include "core/engine.h"
#include "core/operation/registry.h"
#include "state/file_store.h"
#include "state/posix_file_system.h"
#include "tests/harness/memory_store.h"
#include "tests/harness/program.h"

namespace ec2mimic::test {
namespace {

constexpr int kThreads = 16;

TEST(Threads, WithOneTokenCreateOneResource) {
  const TemporaryFolder folder;
  state::PosixFileSystem files;
  const auto call = [&](std::string_view command, const Json& request, int thread) {
    state::FileStore store(files, folder.path() + "/state.json", load_rules());
    FixedClock clock;
    CountingIdentifiers identifiers;
    // Each thread has a seed of its own; otherwise all would get the same ids.
    Engine engine(store, clock, identifiers, {{}, std::to_string(thread)});
    return std::get<Json>(engine.call(*find_operation(command), request, "us-east-1"));
  };
  const std::string vpc = call("create-vpc", {{"CidrBlock", "10.0.0.0/16"}}, -1)["Vpc"]["VpcId"];
  std::vector<std::string> ids(kThreads);
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&, i] {
      const Json answer = call("create-network-acl", {{"VpcId", vpc}, {"ClientToken", "one"}}, i);
      ids[static_cast<std::size_t>(i)] = answer["NetworkAcl"]["NetworkAclId"];
      static_cast<void>(call("describe-network-acls", Json::object(), i));
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 1U);
  EXPECT_EQ(
      call("describe-network-acls", {{"Filters", {{{"Name", "vpc-id"}, {"Values", {vpc}}}}}}, 0)["NetworkAcls"].size(),
      2U);
}

}  // namespace
}  // namespace ec2mimic::test
