// Whole processes beside a baseline that makes only the unavoidable system calls (baseline.c), in one run.
//
//     bench_processes [--runs N] [FOLDER]
//
// FOLDER should be on tmpfs (default: /dev/shm), so that the disk's mood does not count. Program and baseline take
// turns, run by run, and each starts from the same state; what is printed are medians, and the ratio of the medians,
// which says more than either on a machine that is never quiet. Exits with 1 if a ratio is above its limit.
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "core/engine.h"
#include "core/record_check.h"
#include "core/registry.h"
#include "state/file_store.h"
#include "state/posix_file_system.h"
#include "tests/harness/memory_store.h"
#include "tests/harness/program.h"

namespace ec2mimic::test {
namespace {

using Words = std::vector<std::string>;

double run(const Words& words, const std::string& state) {
  std::vector<char*> pointers;
  for (const std::string& word : words) pointers.push_back(const_cast<char*>(word.c_str()));
  pointers.push_back(nullptr);
  std::string variable = "EC2MIMIC_STATE=" + state;
  char* environment[] = {variable.data(), nullptr};
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  const auto start = std::chrono::steady_clock::now();
  pid_t child = 0;
  const int error = ::posix_spawn(&child, words[0].c_str(), &actions, nullptr, pointers.data(), environment);
  int status = 0;
  if (error == 0) ::waitpid(child, &status, 0);
  const std::chrono::duration<double, std::micro> taken = std::chrono::steady_clock::now() - start;
  ::posix_spawn_file_actions_destroy(&actions);
  if (error != 0 || status != 0) {
    std::fprintf(stderr, "%s failed\n", words[0].c_str());
    std::exit(2);
  }
  return taken.count();
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
  return values[values.size() / 2];
}

// A state of so many records: a region, a VPC and, for the rest, route tables of the VPC.
struct State {
  std::string text{};
  std::string vpc_id{};
  std::string table_id{};  // in the middle
};

State make_state(const std::string& folder, int records) {
  MemoryStore memory;
  FixedClock clock;
  CountingIdentifiers identifiers;
  Engine engine(memory, clock, identifiers, {});
  const auto call = [&](const char* command, const Json& request) {
    return std::get<Json>(engine.call(*find_operation(command), request, "us-east-1"));
  };
  State state;
  state.vpc_id = call("create-vpc", {{"CidrBlock", "10.0.0.0/16"}})["Vpc"]["VpcId"];
  const std::string first = call("create-route-table", {{"VpcId", state.vpc_id}})["RouteTable"]["RouteTableId"];
  const std::string line = memory.tables.at("route-tables").at(first);
  const auto serial = line.find("\"Serial\":") + 9;

  state::Changes changes;
  changes.account = "123456789012";
  changes.tables["regions"]["us-east-1"] = memory.tables.at("regions").at("us-east-1");
  changes.tables["vpcs"][state.vpc_id] = memory.tables.at("vpcs").at(state.vpc_id);
  changes.serial = memory.header.serial;
  for (int i = 2; i < records; ++i) {
    const std::string id = "rtb-" + identifiers.hex17();
    changes.tables["route-tables"][id] =
        line.substr(0, serial) + std::to_string(++changes.serial) + line.substr(line.find(',', serial));
    if (i == records / 2 || i == 2) state.table_id = id;
  }
  state::PosixFileSystem files;
  const std::string path = folder + "/made.json";
  state::FileStore(files, path, check_record).begin()->commit(changes);
  state.text = read_file(path);
  return state;
}

struct Compared {
  double ours = 0;
  double baseline = 0;
  [[nodiscard]] double ratio() const { return ours / baseline; }
};

Compared compare(int runs, const Words& ours, const Words& baseline, const std::string& path,
                 const std::function<void()>& prepare) {
  std::vector<double> mine;
  std::vector<double> theirs;
  for (int i = -2; i < runs; ++i) {  // two to warm up
    prepare();
    const double one = run(ours, path);
    prepare();
    const double other = run(baseline, path);
    if (i < 0) continue;
    mine.push_back(one);
    theirs.push_back(other);
  }
  return {median(mine), median(theirs)};
}

bool report(const std::string& what, const Compared& compared, double limit) {
  const bool good = compared.ratio() <= limit;
  std::printf("%-40s %9.0f us %9.0f us %7.2f  (at most %.1f)%s\n", what.c_str(), compared.ours, compared.baseline,
              compared.ratio(), limit, good ? "" : "  TOO SLOW");
  std::fflush(stdout);
  return good;
}

int bench(int runs, const std::string& where) {
  std::string folder = where + "/ec2mimic-bench-XXXXXX";
  if (::mkdtemp(folder.data()) == nullptr) {
    std::perror(folder.c_str());
    return 2;
  }
  const std::string path = folder + "/state.json";
  bool good = true;
  std::printf("%-40s %12s %12s %7s\n", "median of whole processes", "ec2mimic", "baseline", "ratio");
  for (const char* word : {"--version", "help"}) {
    good &= report(std::string(word) + ", beside /bin/true",
                   compare(runs * 2, {EC2MIMIC_PROGRAM, word}, {"/bin/true"}, path, [] {}), 1.5);
  }
  for (const int records : {10, 1000, 10000, 100000}) {
    const State state = make_state(folder, records);
    const auto prepare = [&] { write_file(path, state.text); };
    const int count = records < 10000 ? runs : runs / 4 + 1;
    const double limit = records == 10 ? 2.0 : 1.5;
    const std::string at = " at " + std::to_string(records) + " records";
    good &= report("create-route-table" + at,
                   compare(count, {EC2MIMIC_PROGRAM, "create-route-table", "--vpc-id", state.vpc_id},
                           {EC2MIMIC_BASELINE, "write", path}, path, prepare),
                   limit);
    prepare();
    good &= report("describe-route-tables" + at,
                   compare(count, {EC2MIMIC_PROGRAM, "describe-route-tables", "--route-table-ids", state.table_id},
                           {EC2MIMIC_BASELINE, "read", path}, path, [] {}),
                   limit);
  }
  static_cast<void>(std::system(("rm -r '" + folder + "'").c_str()));
  return good ? 0 : 1;
}

}  // namespace
}  // namespace ec2mimic::test

int main(int argc, char** argv) {
  int runs = 200;
  std::string folder = "/dev/shm";
  for (int i = 1; i < argc; ++i) {
    if (std::string(argv[i]) == "--runs" && i + 1 < argc) {
      runs = std::max(1, std::atoi(argv[++i]));
    } else {
      folder = argv[i];
    }
  }
  return ec2mimic::test::bench(runs, folder);
}
