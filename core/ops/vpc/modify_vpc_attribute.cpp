#include "core/operation/attribute_boolean_value.h"
#include "core/operation/one_attribute.h"
#include "core/operation/operation.h"
#include "core/ops/vpc/vpc.h"
#include "core/seam/errors.h"

namespace ec2mimic {
namespace {

struct ModifyVpcAttribute {
  std::optional<AttributeBooleanValue> enable_dns_hostnames{};
  std::optional<AttributeBooleanValue> enable_dns_support{};
  std::string vpc_id{};
  std::optional<AttributeBooleanValue> enable_network_address_usage_metrics{};
};

}  // namespace

template <>
struct model::Describe<ModifyVpcAttribute> {
  using Self = ModifyVpcAttribute;
  static constexpr std::string_view name = "ModifyVpcAttributeRequest";
  static constexpr auto members = model::members(
      member<&Self::enable_dns_hostnames>("EnableDnsHostnames", "Whether instances get public DNS names."),
      member<&Self::enable_dns_support>("EnableDnsSupport", "Whether DNS names are resolved in the VPC."),
      member<&Self::vpc_id>("VpcId", "The VPC.", {.required = true, .insists_on = "VpcId", .refers = "vpc"}),
      member<&Self::enable_network_address_usage_metrics>("EnableNetworkAddressUsageMetrics",
                                                          "Whether the use of addresses is measured."));
};

namespace {

void run_modify_vpc_attribute(const ModifyVpcAttribute& request, Context& context) {
  auto vpc = require<Vpc>(context, request.vpc_id);
  require_one_attribute(
      {{"enableDnsHostnames", request.enable_dns_hostnames.has_value()},
       {"enableDnsSupport", request.enable_dns_support.has_value()},
       {"enableNetworkAddressUsageMetrics", request.enable_network_address_usage_metrics.has_value()}});
  if (const auto& value = request.enable_dns_hostnames) {
    // AWS gives hosts names only where they can be looked up.
    if (value->is_true() && !vpc.enable_dns_support) throw errors::invalid_parameter("true", "enableDnsHostnames");
    vpc.enable_dns_hostnames = value->is_true();
  }
  if (const auto& value = request.enable_dns_support) vpc.enable_dns_support = value->is_true();
  if (const auto& value = request.enable_network_address_usage_metrics) {
    vpc.enable_network_address_usage_metrics = value->is_true();
  }
  Table<VpcRecord>(context).put(request.vpc_id, vpc);
}

constexpr std::string_view kModifyVpcAttributeErrors[] = {"InvalidParameterCombination", "InvalidParameterValue"};

}  // namespace

namespace ops {

extern constinit const Operation modify_vpc_attribute = define<&run_modify_vpc_attribute>({
    .name = "ModifyVpcAttribute",
    .effect = Effect::writes,
    .summary = "Changes an attribute of a VPC",
    .description = "Changes one attribute of a VPC, so a call takes exactly one besides the id. describe-vpc-attribute "
                   "shows it. Instances can get public DNS names only where DNS names are resolved.",
    .errors = kModifyVpcAttributeErrors,
});

}  // namespace ops
}  // namespace ec2mimic
