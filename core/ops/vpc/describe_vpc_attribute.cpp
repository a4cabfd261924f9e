#include "core/operation/attribute_boolean_value.h"
#include "core/operation/operation.h"
#include "core/ops/vpc/vpc.h"
#include "core/seam/errors.h"

namespace ec2mimic {
namespace {

constexpr std::string_view kSupport = "enableDnsSupport";
constexpr std::string_view kHostnames = "enableDnsHostnames";
constexpr std::string_view kUsageMetrics = "enableNetworkAddressUsageMetrics";
constexpr std::string_view kAttributes[] = {kSupport, kHostnames, kUsageMetrics};

struct DescribeVpcAttribute {
  std::string attribute{};
  std::string vpc_id{};
  std::optional<bool> dry_run{};
};

struct DescribeVpcAttributeResult {
  std::optional<AttributeBooleanValue> enable_dns_hostnames{};
  std::optional<AttributeBooleanValue> enable_dns_support{};
  std::optional<AttributeBooleanValue> enable_network_address_usage_metrics{};
  std::string vpc_id{};
};

}  // namespace

template <>
struct model::Describe<DescribeVpcAttribute> {
  static constexpr std::string_view name = "DescribeVpcAttributeRequest";
  static constexpr auto members =
      model::members(member<&DescribeVpcAttribute::attribute>("Attribute", "The attribute to show.",
                                                              {.required = true, .choices = kAttributes}),
                     member<&DescribeVpcAttribute::vpc_id>("VpcId", "The VPC.",
                                                           {.required = true, .insists_on = "VpcId", .refers = "vpc"}),
                     dry_run<&DescribeVpcAttribute::dry_run>);
};

template <>
struct model::Describe<DescribeVpcAttributeResult> {
  using Self = DescribeVpcAttributeResult;
  static constexpr std::string_view name = "DescribeVpcAttributeResult";
  static constexpr auto members = model::members(
      member<&Self::enable_dns_hostnames>("EnableDnsHostnames", "Whether instances get public DNS names."),
      member<&Self::enable_dns_support>("EnableDnsSupport", "Whether DNS names are resolved in the VPC."),
      member<&Self::enable_network_address_usage_metrics>("EnableNetworkAddressUsageMetrics",
                                                          "Whether the use of addresses is measured."),
      member<&Self::vpc_id>("VpcId", "The id of the VPC."));
};

namespace {

DescribeVpcAttributeResult run_describe_vpc_attribute(const DescribeVpcAttribute& request, Context& context) {
  DescribeVpcAttributeResult result;
  const auto vpc = require<Vpc>(context, request.vpc_id);
  result.vpc_id = request.vpc_id;
  if (request.attribute == kSupport) {
    result.enable_dns_support = {vpc.enable_dns_support};
  } else if (request.attribute == kHostnames) {
    result.enable_dns_hostnames = {vpc.enable_dns_hostnames};
  } else if (request.attribute == kUsageMetrics) {
    result.enable_network_address_usage_metrics = {vpc.enable_network_address_usage_metrics.value_or(false)};
  } else {
    throw errors::invalid_parameter(request.attribute, "attribute");
  }
  return result;
}

constexpr std::string_view kDescribeVpcAttributeErrors[] = {"InvalidParameterValue"};

}  // namespace

namespace ops {

extern constinit const Operation describe_vpc_attribute = define<&run_describe_vpc_attribute>({
    .name = "DescribeVpcAttribute",
    .summary = "Shows an attribute of a VPC",
    .description = "Shows one attribute of a VPC, and no other. Unless modify-vpc-attribute changed it, DNS names are "
                   "resolved in every VPC, and instances get public names only in a default VPC.",
    .errors = kDescribeVpcAttributeErrors,
});

}  // namespace ops
}  // namespace ec2mimic
