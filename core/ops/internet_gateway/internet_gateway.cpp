#include "core/ops/internet_gateway/internet_gateway.h"

#include <iterator>
#include <map>
#include <set>

namespace ec2mimic {
namespace {

constexpr FilterRule kFilters[] = {
    filter<&InternetGateway::attachments, &InternetGatewayAttachment::state>("attachment.state",
                                                                             "The state of the attachment: available."),
    filter<&InternetGateway::attachments, &InternetGatewayAttachment::vpc_id>(
        "attachment.vpc-id", "The VPC that the gateway is attached to."),
    filter<&InternetGateway::internet_gateway_id>("internet-gateway-id", "The gateway's own id."),
    filter<&InternetGateway::owner_id>("owner-id", "The account that owns the gateway."),
    tag_filter<&InternetGateway::tags>(),
    tag_key_filter<&InternetGateway::tags>(),
    tag_value_filter<&InternetGateway::tags>(),
};

constexpr Quota kQuotas[] = {
    quota_per<&InternetGatewayRecord::region>(5, "InternetGatewayLimitExceeded",
                                              "The maximum number of internet gateways has been reached.",
                                              {"CreateDefaultVpc", "CreateInternetGateway"}),
};

// The gateways that are attached to each VPC, sorted by id.
std::map<std::string, std::set<std::string>> attached_gateways(const Records& records) {
  std::map<std::string, std::set<std::string>> attached;
  records.scan(InternetGatewayRecord::kTable, {}, [&](std::string_view id, std::string_view line) {
    const auto gateway = read_record<InternetGatewayRecord>(id, line);
    if (gateway.vpc_id) attached[*gateway.vpc_id].emplace(id);
  });
  return attached;
}

}  // namespace

void InternetGatewayRecord::check_relations(const Records& records, const Noun::Report& report) {
  for (const auto& [vpc, gateways] : attached_gateways(records)) {
    const std::string& first = *gateways.begin();
    for (auto other = std::next(gateways.begin()); other != gateways.end(); ++other) {
      report(kTable, *other, "VpcId",
             "only one internet gateway can be attached to " + vpc + ", and " + first + " is attached to it too");
    }
  }
}

constinit const Noun ops::internet_gateway = define_noun<InternetGatewayRecord>({
    .type = "internet-gateway",
    .prefix = "igw-",
    .not_found_code = "InvalidInternetGatewayID.NotFound",
    .not_found_text = "The internetGateway ID '{}' does not exist",
    .dependency_text = "The internetGateway '{}' has dependencies and cannot be deleted.",
    .quotas = kQuotas,
});

constinit const std::span<const FilterRule> Resource<InternetGateway>::filters = kFilters;

InternetGateway Resource<InternetGateway>::view(const std::string& id, const InternetGatewayRecord& record,
                                                Context& context) {
  InternetGateway gateway{{}, id, context.account(), record.tags};
  // AWS says `available` here, although `attached` is what its model lists for attachments.
  if (record.vpc_id) gateway.attachments.push_back({"available", *record.vpc_id});
  return gateway;
}

std::string create_attached_internet_gateway(Context& context, const std::string& vpc_id) {
  InternetGatewayRecord gateway;
  gateway.vpc_id = vpc_id;
  std::string id = context.new_id(ops::internet_gateway.prefix);
  Table<InternetGatewayRecord>(context).create(id, gateway);
  return id;
}

}  // namespace ec2mimic
