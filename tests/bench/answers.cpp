// Long answers: `query` compared with jp and jq, the two programs that people use for it, and each output format
// compared with JSON.
//
//     bench_answers [--runs N] [FOLDER]
//
// Everything is measured as whole processes, from start to end. The queried document has 10,000 route tables. Each
// format writes 10,000 tables, and 1,000: if ten times as much takes far more than ten times as long, something is
// quadratic. jp and jq are Debian's packages of these names; without them there is nothing to compare with. Exits with
// 1 if a ratio is above its limit.
#include <cstdio>
#include <string>

#include "tests/bench/whole_process.h"
#include "tests/harness/program.h"

namespace ec2mimic::test {
namespace {

struct Question {
  const char* jmespath;
  const char* jq;
};

// The same query in both languages; jp uses the same one as we do.
constexpr Question kQuestions[] = {
    {"length(RouteTables)", ".RouteTables | length"},
    {"RouteTables[].RouteTableId", "[.RouteTables[].RouteTableId]"},
    {"RouteTables[?VpcId=='vpc-7'].RouteTableId", "[.RouteTables[] | select(.VpcId == \"vpc-7\") | .RouteTableId]"},
    {"RouteTables[].Routes[].DestinationCidrBlock", "[.RouteTables[].Routes[].DestinationCidrBlock]"},
    {"sort_by(RouteTables, &RouteTableId)[-1].RouteTableId",
     ".RouteTables | sort_by(.RouteTableId) | .[-1].RouteTableId"},
    {"RouteTables[*].{Id: RouteTableId, Vpc: VpcId}", "[.RouteTables[] | {Id: .RouteTableId, Vpc: .VpcId}]"},
};

bool queries(int runs, const std::string& folder) {
  const State state = make_state(folder, 10000);
  const std::string path = folder + "/state.json";
  const std::string answer = folder + "/answer.json";
  write_file(path, state.text);
  run({EC2MIMIC_PROGRAM, "describe-route-tables"}, path, {.out = answer});
  bool good = true;
  for (const auto& [jmespath, jq] : kQuestions) {
    const Words ours = {EC2MIMIC_PROGRAM, "query", jmespath};
    good &= report(std::string("beside jp, ") + jmespath,
                   compare(runs, ours, {"jp", jmespath}, path, [] {}, {.in = answer}), 1.0);
    good &= report(std::string("beside jq, ") + jmespath, compare(runs, ours, {"jq", jq}, path, [] {}, {.in = answer}),
                   1.0);
  }
  return good;
}

bool formats(int runs, const std::string& folder) {
  const std::string small = folder + "/small.json";
  const std::string big = folder + "/big.json";
  write_file(small, make_state(folder, 1000).text);
  write_file(big, make_state(folder, 10000).text);
  bool good = true;
  for (const char* format : {"json", "text", "table", "yaml", "yaml-stream"}) {
    const Words ours = {EC2MIMIC_PROGRAM, "describe-route-tables", "--output", format};
    good &= report(std::string("beside JSON, ") + format,
                   compare(runs, ours, {EC2MIMIC_PROGRAM, "describe-route-tables"}, big, [] {}), 5.0);
    Compared grown;
    for (int i = 0; i < 3; ++i) {  // the minimum, because no baseline takes turns with it
      const double few = run(ours, small);
      const double many = run(ours, big);
      if (i == 0 || many < grown.ours) grown.ours = many;
      if (i == 0 || few < grown.baseline) grown.baseline = few;
    }
    good &= report(std::string("10,000 beside 1,000, ") + format, grown, 15.0);
  }
  return good;
}

int bench(const Options& options) {
  const TemporaryFolder made(options.parent);
  const std::string& folder = made.path();
  std::printf("%-64s %12s %12s %7s\n", "median of whole processes", "ec2mimic", "other", "ratio");
  bool good = queries(options.runs, folder);
  good &= formats(options.runs, folder);
  return good ? 0 : 1;
}

}  // namespace
}  // namespace ec2mimic::test

int main(int argc, char** argv) { return ec2mimic::test::bench(ec2mimic::test::read_options(argc, argv, 20)); }
