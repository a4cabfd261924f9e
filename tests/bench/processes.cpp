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

// The words of a describe of all route tables, and of one that a filter selects.
Words describe_all(const Words& more = {}) {
  Words words = {EC2MIMIC_PROGRAM, "describe-route-tables"};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}
Words with_filter(const std::string& filter) { return describe_all({"--filters", filter}); }

// Filters that match one table or none, compared with a describe of that table by its id.
bool filters(int runs, const std::string& folder) {
  const std::string path = folder + "/state.json";
  bool good = true;
  for (const int records : {1000, 100000}) {
    const State state = make_state(folder, records);
    write_file(path, state.text);
    run({EC2MIMIC_PROGRAM, "create-tags", "--resources", state.table_id, "--tags", "Key=Team,Value=the one"}, path);
    const Words by_id = describe_all({"--route-table-ids", state.table_id});
    for (const char* filter :
         {"Name=tag:Team,Values=the one", "Name=tag:Team,Values=none", "Name=tag:Team,Values=the*,*other?",
          "Name=tag:No,Values=*", "Name=tag-key,Values=Team", "Name=tag-value,Values=*one",
          "Name=route.destination-cidr-block,Values=10.9.*", "Name=association.main,Values=true",
          "Name=association.main,Values=false", "Name=route.state,Values=blackhole"}) {
      good &= report(std::string(filter) + " at " + std::to_string(records) + ", beside its id",
                     compare(records < 10000 ? runs : runs / 4 + 1, with_filter(filter), by_id, path, [] {}), 2.0);
    }
  }
  return good;
}

// Everything, compared with copying the file; pages, compared with everything; and memory, compared with the file.
bool lists(int runs, const std::string& folder) {
  const std::string path = folder + "/state.json";
  const std::string edited = folder + "/edited.json";
  const int few = runs / 20 + 1;
  bool good = true;
  for (const int records : {10000, 100000}) {
    const State state = make_state(folder, records);
    write_file(path, state.text);
    write_file(edited, " " + state.text);
    const std::string at = " at " + std::to_string(records) + " records";
    const auto size = static_cast<double>(state.text.size());
    good &= report("all" + at + ", beside reading the file",
                   compare(few, describe_all(), {EC2MIMIC_BASELINE, "read", path}, path, [] {}), 20.0);
    good &= report("all, edited" + at + ", beside all",
                   compare(
                       few, [&] { return run(describe_all(), edited); }, [&] { return run(describe_all(), path); }),
                   7.0);
    good &= report("--page-size 100" + at + ", beside all",
                   compare(few, describe_all({"--page-size", "100"}), describe_all(), path, [] {}), 3.0);
    good &= report("--max-items 10" + at + ", beside all",
                   compare(few, describe_all({"--max-items", "10"}), describe_all(), path, [] {}), 0.5);
    // Beyond what the program needs to describe the tables of an untouched account.
    const double base = peak_memory(describe_all(), folder + "/untouched.json");
    good &= report("memory of all" + at + ", beside the file",
                   {(peak_memory(describe_all(), path) - base) / 1024, size / 1024}, 5.0, "KB");
    good &= report("memory of all, edited" + at + ", beside the file",
                   {(peak_memory(describe_all(), edited) - base) / 1024, size / 1024}, 5.0, "KB");
  }
  return good;
}

// 64 writers at once, compared with as many that only lock and write.
bool writers(int runs, const std::string& folder) {
  const std::string path = folder + "/state.json";
  const State state = make_state(folder, 1000);
  const Words create = {EC2MIMIC_PROGRAM, "create-route-table", "--vpc-id", state.vpc_id};
  const auto at_once = [&](const Words& words) {
    write_file(path, state.text);
    return run_at_once(64, words, path);
  };
  return report("64 writers at once at 1,000 records",
                compare(
                    runs / 20 + 1, [&] { return at_once(create); },
                    [&] {
                      return at_once({EC2MIMIC_BASELINE, "write", path});
                    }),
                2.0);
}

// What the wire costs: a call without faults, which has looked for the file of `fault set`, compared with one whose
// option has a fault of another operation and is the only place to look; and that file, compared with none.
bool faults(int runs, const std::string& folder) {
  const std::string path = folder + "/state.json", faulty = folder + "/faulty.json";
  const State state = make_state(folder, 10);
  write_file(path, state.text);
  write_file(faulty, state.text);
  const Words describe = describe_all({"--route-table-ids", state.table_id});
  Words with_option = describe;
  with_option.insert(with_option.end(), {"--fault", "delete-vpc/throttle"});
  run({EC2MIMIC_PROGRAM, "fault", "set", "delete-vpc/throttle"}, faulty);
  const bool is_free = report("no faults, beside --fault of another operation",
                              compare(runs * 2, describe, with_option, path, [] {}), 1.1);
  return report("a fault file about another operation, beside none",
                compare(
                    runs * 2, [&] { return run(describe, faulty); }, [&] { return run(describe, path); }),
                1.2) &&
         is_free;
}

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
  good &= filters(runs, folder);
  good &= lists(runs, folder);
  good &= faults(runs, folder);
  good &= writers(runs, folder);
  return good ? 0 : 1;
}

}  // namespace
}  // namespace ec2mimic::test

int main(int argc, char** argv) {
  const ec2mimic::test::Options options = ec2mimic::test::read_options(argc, argv, 200);
  return ec2mimic::test::bench(options.runs, options.parent);
}
