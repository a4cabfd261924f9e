// Whole processes compared with a baseline that makes only the unavoidable system calls (baseline.c), in one run.
//
//     bench_processes [--runs N] [FOLDER]
//
// FOLDER should be on tmpfs (default: /dev/shm), so that the disk does not add noise. Program and baseline alternate,
// and each run starts from the same state. Prints medians and their ratio, which is more meaningful than either on a
// busy machine. Exits with 1 if a ratio is above its limit.
#include <cstdio>
#include <string>

#include "tests/bench/whole_process.h"
#include "tests/harness/program.h"

namespace ec2mimic::test {
namespace {

int bench(int runs, const std::string& where) {
  const TemporaryFolder made(where);
  const std::string& folder = made.path();
  const std::string path = folder + "/state.json";
  bool good = true;
  std::printf("%-64s %12s %12s %7s\n", "median of whole processes", "ec2mimic", "baseline", "ratio");
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
  return good ? 0 : 1;
}

}  // namespace
}  // namespace ec2mimic::test

int main(int argc, char** argv) {
  const ec2mimic::test::Options options = ec2mimic::test::read_options(argc, argv, 200);
  return ec2mimic::test::bench(options.runs, options.parent);
}
