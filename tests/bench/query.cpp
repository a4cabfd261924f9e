// Queries on a document of 10,000 route tables: the cost of a compiled expression, without that of reading the
// document.
#include "cli/query/query.h"

#include <benchmark/benchmark.h>

namespace {

using ec2mimic::Json;

Json route_tables(int count) {
  Json document = {{"RouteTables", Json::array()}};
  for (int i = 0; i < count; ++i) {
    const std::string id = "rtb-" + std::to_string(100000000 + i);
    document["RouteTables"].push_back(
        {{"Associations",
          {{{"Main", i % 3 == 0}, {"RouteTableAssociationId", "rtbassoc-" + id}, {"RouteTableId", id}}}},
         {"PropagatingVgws", Json::array()},
         {"RouteTableId", id},
         {"Routes",
          {{{"DestinationCidrBlock", "10." + std::to_string(i % 250) + ".0.0/16"}, {"GatewayId", "local"}},
           {{"DestinationCidrBlock", "0.0.0.0/0"}, {"GatewayId", "igw-" + id}}}},
         {"Tags", {{{"Key", "Name"}, {"Value", "table " + std::to_string(i)}}}},
         {"VpcId", "vpc-" + std::to_string(i % 100)}});
  }
  return document;
}

void search(benchmark::State& state, const char* text) {
  static const Json document = route_tables(10000);
  for (auto unused : state) {
    static_cast<void>(unused);
    const ec2mimic::query::Expression expression(text);
    benchmark::DoNotOptimize(expression.search(document).document());
  }
}

BENCHMARK_CAPTURE(search, whole, "@");
BENCHMARK_CAPTURE(search, count, "length(RouteTables)");
BENCHMARK_CAPTURE(search, ids, "RouteTables[].RouteTableId");
BENCHMARK_CAPTURE(search, filter, "RouteTables[?Associations[?Main]].RouteTableId");
BENCHMARK_CAPTURE(search, routes, "RouteTables[].Routes[].DestinationCidrBlock");
BENCHMARK_CAPTURE(search, tags, "RouteTables[].[RouteTableId,Tags[?Key==`Name`].Value|[0]]");
BENCHMARK_CAPTURE(search, sorted, "sort_by(RouteTables,&RouteTableId)[-1].RouteTableId");
BENCHMARK_CAPTURE(search, hashes, "RouteTables[*].{Id:RouteTableId,Vpc:VpcId}");

}  // namespace

BENCHMARK_MAIN();
