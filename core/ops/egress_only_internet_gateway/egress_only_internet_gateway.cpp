#include "core/ops/egress_only_internet_gateway/egress_only_internet_gateway.h"

#include <map>

namespace ec2mimic {
namespace {

constexpr FilterRule kFilters[] = {
    tag_filter<&EgressOnlyInternetGateway::tags>(),
    tag_key_filter<&EgressOnlyInternetGateway::tags>(),
    tag_value_filter<&EgressOnlyInternetGateway::tags>(),
};

}  // namespace

void EgressOnlyInternetGatewayRecord::check_relations(const Records& records, const Noun::Report& report) {
  std::map<std::string, std::string> attached;  // by VPC: the gateway
  records.scan(kTable, {}, [&](std::string_view id, std::string_view line) {
    const auto gateway = read_record<EgressOnlyInternetGatewayRecord>(id, line);
    const auto [first, is_new] = attached.emplace(gateway.vpc_id, id);
    if (!is_new) report(kTable, id, "VpcId", first->second + " is also attached to " + gateway.vpc_id);
  });
}

constinit const Noun ops::egress_only_internet_gateway = define_noun<EgressOnlyInternetGatewayRecord>({
    .type = "egress-only-internet-gateway",
    .prefix = "eigw-",
    .not_found_code = "InvalidEgressOnlyInternetGatewayId.NotFound",
    .not_found_text = "The egressOnlyInternetGateway ID '{}' does not exist",
    .dependency_text = "The egressOnlyInternetGateway '{}' has dependencies and cannot be deleted.",
});

constinit const std::span<const FilterRule> Resource<EgressOnlyInternetGateway>::filters = kFilters;

EgressOnlyInternetGateway Resource<EgressOnlyInternetGateway>::view(const std::string& id,
                                                                    const EgressOnlyInternetGatewayRecord& record,
                                                                    Context& /*context*/) {
  return {{{"attached", record.vpc_id}}, id, record.tags};
}

}  // namespace ec2mimic
