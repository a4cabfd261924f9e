// Shared by the benchmarks of whole processes: a state of a given size, two programs measured in turn, a report line.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace ec2mimic::test {

/// The command line of every such benchmark: `[--runs N] [FOLDER]`.
struct Options {
  int runs;
  std::string parent = "/dev/shm";  ///< The folder for its files: on tmpfs, so that the disk does not add noise.
};
Options read_options(int argc, char** argv, int runs);

/// A state with that many records: a region, a VPC, and route tables of the VPC for the rest.
struct State {
  std::string text{};
  std::string vpc_id{};
  std::string table_id{};  ///< The id of a table in the middle.
};
State make_state(const std::string& folder, int records);

using Words = std::vector<std::string>;

/// The files for a process's stdin and stdout.
struct Ends {
  std::string in = "/dev/null";
  std::string out = "/dev/null";
};

/// Runs a process and returns how long it took, in microseconds. Ends the benchmark with exit code 2 if the process
/// fails.
double run(const Words& words, const std::string& state, const Ends& ends = {});

/// The most memory that a process has at a time, in bytes.
double peak_memory(const Words& words, const std::string& state);

/// Runs so many processes at once and returns how long all of them took, in microseconds.
double run_at_once(int count, const Words& words, const std::string& state);

struct Compared {
  double ours = 0;  ///< Medians, in microseconds.
  double baseline = 0;
  [[nodiscard]] double ratio() const { return ours / baseline; }
};

/// Runs both in turn, `runs` times, each after `prepare`.
Compared compare(int runs, const Words& ours, const Words& baseline, const std::string& state,
                 const std::function<void()>& prepare, const Ends& ends = {});

/// The same where the runs of ours and of the baseline are something else than one process.
Compared compare(int runs, const std::function<double()>& ours, const std::function<double()>& baseline);

/// Prints a report line and returns whether the ratio is within the limit. Units other than microseconds are named.
bool report(const std::string& what, const Compared& compared, double limit, const char* unit = "us");

}  // namespace ec2mimic::test
