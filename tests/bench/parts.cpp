// The parts of a call, each compared with copying the same bytes.
#include <benchmark/benchmark.h>

#include "core/engine.h"
#include "core/model/codec.h"
#include "core/operation/filters.h"
#include "core/operation/registry.h"
#include "core/ops/route_table/route_table.h"
#include "tests/harness/memory_store.h"

namespace ec2mimic {
namespace {

// The record of a route table.
std::string record_line() {
  test::MemoryStore store;
  test::FixedClock clock;
  test::CountingIdentifiers identifiers;
  Engine engine(store, clock, identifiers, {});
  static_cast<void>(engine.call(*find_operation("create-vpc"), {{"CidrBlock", "10.0.0.0/16"}}, "us-east-1"));
  return store.tables.at("route-tables").rbegin()->second;
}

void copy_a_record(benchmark::State& state) {
  const std::string line = record_line();
  for (auto _ : state) {
    std::string copy = line;
    benchmark::DoNotOptimize(copy);
  }
}
BENCHMARK(copy_a_record);

void read_a_record(benchmark::State& state) {
  const std::string line = record_line();
  for (auto _ : state) {
    RouteTableRecord record;
    model::read_line(model::shape_of<RouteTableRecord>, &record, line);
    benchmark::DoNotOptimize(record);
  }
}
BENCHMARK(read_a_record);

void write_a_record(benchmark::State& state) {
  RouteTableRecord record;
  model::read_line(model::shape_of<RouteTableRecord>, &record, record_line());
  for (auto _ : state) {
    std::string line = model::write_line(model::shape_of<RouteTableRecord>, &record);
    benchmark::DoNotOptimize(line);
  }
}
BENCHMARK(write_a_record);

void find_an_operation(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(find_operation("describe-vpcs"));
}
BENCHMARK(find_an_operation);

void match_a_wildcard(benchmark::State& state) {
  const std::string text(255, 'a');
  for (auto _ : state) benchmark::DoNotOptimize(wildcard_match("*a*a*b", text));
}
BENCHMARK(match_a_wildcard);

// A whole call without process, disk and command line.
void call_the_engine(benchmark::State& state, const char* command, const Json& request) {
  test::MemoryStore store;
  test::FixedClock clock;
  test::CountingIdentifiers identifiers;
  Engine engine(store, clock, identifiers, {});
  const Operation& operation = *find_operation(command);
  for (auto _ : state) benchmark::DoNotOptimize(engine.call(operation, request, "us-east-1"));
}
BENCHMARK_CAPTURE(call_the_engine, describe_vpcs, "describe-vpcs", Json::object());
BENCHMARK_CAPTURE(call_the_engine, dry_run, "create-vpc", Json{{"DryRun", true}});

}  // namespace
}  // namespace ec2mimic

BENCHMARK_MAIN();
