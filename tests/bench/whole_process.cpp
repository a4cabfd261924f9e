#include "tests/bench/whole_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "core/account/record_check.h"
#include "core/engine.h"
#include "core/operation/registry.h"
#include "state/file_store.h"
#include "state/posix_file_system.h"
#include "tests/harness/memory_store.h"
#include "tests/harness/program.h"

namespace ec2mimic::test {
namespace {

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
  return values[values.size() / 2];
}

[[noreturn]] void fail(const Words& words) {
  std::fprintf(stderr, "%s failed\n", words[0].c_str());
  std::exit(2);
}

// Starts a process. Ends the benchmark if that fails.
pid_t start(const Words& words, const std::string& state, const Ends& ends) {
  std::vector<char*> pointers;
  for (const std::string& word : words) pointers.push_back(const_cast<char*>(word.c_str()));
  pointers.push_back(nullptr);
  std::string variable = "EC2MIMIC_STATE=" + state;
  char* environment[] = {variable.data(), nullptr};
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, ends.in.c_str(), O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, ends.out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, words[0].c_str(), &actions, nullptr, pointers.data(), environment);
  ::posix_spawn_file_actions_destroy(&actions);
  if (error != 0) fail(words);
  return child;
}

// Waits for a process. Ends the benchmark if the process failed.
void finish(pid_t child, const Words& words) {
  int status = 0;
  if (::waitpid(child, &status, 0) != child || status != 0) fail(words);
}

double since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

double run(const Words& words, const std::string& state, const Ends& ends) {
  const auto begin = std::chrono::steady_clock::now();
  finish(start(words, state, ends), words);
  return since(begin);
}

double peak_memory(const Words& words, const std::string& state) {
  Words measured = {EC2MIMIC_BASELINE, "peak"};
  measured.insert(measured.end(), words.begin(), words.end());
  const std::string out = state + ".peak";
  static_cast<void>(run(measured, state, {.out = out}));
  return std::stod(read_file(out)) * 1024;
}

double run_at_once(int count, const Words& words, const std::string& state) {
  const auto begin = std::chrono::steady_clock::now();
  std::vector<pid_t> all;
  for (int i = 0; i < count; ++i) all.push_back(start(words, state, {}));
  for (const pid_t child : all) finish(child, words);
  return since(begin);
}

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
  state::FileStore(files, path, load_rules()).change([&](const state::Snapshot&) { return changes; });
  state.text = read_file(path);
  ::unlink(path.c_str());  // the next state is made from nothing
  return state;
}

Compared compare(int runs, const Words& ours, const Words& baseline, const std::string& path,
                 const std::function<void()>& prepare, const Ends& ends) {
  const auto run_after = [&](const Words& words) {
    prepare();
    return run(words, path, ends);
  };
  return compare(
      runs, [&] { return run_after(ours); }, [&] { return run_after(baseline); });
}

Compared compare(int runs, const std::function<double()>& ours, const std::function<double()>& baseline) {
  std::vector<double> mine;
  std::vector<double> theirs;
  for (int i = -2; i < runs; ++i) {  // two to warm up
    const double one = ours();
    const double other = baseline();
    if (i < 0) continue;
    mine.push_back(one);
    theirs.push_back(other);
  }
  return {median(mine), median(theirs)};
}

bool report(const std::string& what, const Compared& compared, double limit, const char* unit) {
  const bool good = compared.ratio() <= limit;
  std::printf("%-64s %9.0f %s %9.0f %s %7.2f  (at most %.1f)%s\n", what.c_str(), compared.ours, unit, compared.baseline,
              unit, compared.ratio(), limit, good ? "" : "  TOO MUCH");
  std::fflush(stdout);
  return good;
}

Options read_options(int argc, char** argv, int runs) {
  Options options{.runs = runs};
  for (int i = 1; i < argc; ++i) {
    if (std::string(argv[i]) == "--runs" && i + 1 < argc) {
      options.runs = std::max(1, std::atoi(argv[++i]));
    } else {
      options.parent = argv[i];
    }
  }
  return options;
}

}  // namespace ec2mimic::test
