// What the benchmarks of whole processes share: a state of some size, two programs side by side, a line of the report.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace ec2mimic::test {

/// What every such benchmark takes: `[--runs N] [FOLDER]`.
struct Options {
  int runs;
  std::string parent = "/dev/shm";  ///< Where its files go: on tmpfs, so that the disk's mood does not count.
};
Options read_options(int argc, char** argv, int runs);

/// A state of so many records: a region, a VPC and, for the rest, route tables of the VPC.
struct State {
  std::string text{};
  std::string vpc_id{};
  std::string table_id{};  ///< In the middle.
};
State make_state(const std::string& folder, int records);

using Words = std::vector<std::string>;

/// Files for a process's stdin and stdout.
struct Ends {
  std::string in = "/dev/null";
  std::string out = "/dev/null";
};

/// Microseconds of a process, from its start to its end. Ends the benchmark, with 2, if the process fails.
double run(const Words& words, const std::string& state, const Ends& ends = {});

struct Compared {
  double ours = 0;  ///< Medians, in microseconds.
  double baseline = 0;
  [[nodiscard]] double ratio() const { return ours / baseline; }
};

/// Both take turns, `runs` times, and each starts after `prepare`.
Compared compare(int runs, const Words& ours, const Words& baseline, const std::string& state,
                 const std::function<void()>& prepare, const Ends& ends = {});

/// Prints a line and returns whether the ratio keeps within the limit.
bool report(const std::string& what, const Compared& compared, double limit);

}  // namespace ec2mimic::test
