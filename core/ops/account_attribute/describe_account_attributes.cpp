#include <algorithm>

#include "core/operation/operation.h"
#include "core/ops/vpc/vpc.h"
#include "core/seam/errors.h"

namespace ec2mimic {
namespace {

constexpr std::string_view kPlatforms = "supported-platforms";
constexpr std::string_view kDefaultVpc = "default-vpc";
// The model names only two of them.
constexpr std::string_view kChoices[] = {kPlatforms, kDefaultVpc};

struct DescribeAccountAttributes {
  std::optional<bool> dry_run{};
  std::vector<std::string> attribute_names{};
};

struct AccountAttributeValue {
  std::string attribute_value{};
};

struct AccountAttribute {
  std::string attribute_name{};
  std::vector<AccountAttributeValue> attribute_values{};
};

struct DescribeAccountAttributesResult {
  std::vector<AccountAttribute> account_attributes{};
};

}  // namespace

template <>
struct model::Describe<DescribeAccountAttributes> {
  static constexpr std::string_view name = "DescribeAccountAttributesRequest";
  static constexpr auto members =
      model::members(dry_run<&DescribeAccountAttributes::dry_run>,
                     member<&DescribeAccountAttributes::attribute_names>(
                         "AttributeNames", "Shows only these attributes.", {.choices = kChoices}));
};

template <>
struct model::Describe<AccountAttributeValue> {
  static constexpr std::string_view name = "AccountAttributeValue";
  static constexpr auto members =
      model::members(member<&AccountAttributeValue::attribute_value>("AttributeValue", "The value."));
};

template <>
struct model::Describe<AccountAttribute> {
  static constexpr std::string_view name = "AccountAttribute";
  static constexpr auto members =
      model::members(member<&AccountAttribute::attribute_name>("AttributeName", "The name of the attribute."),
                     member<&AccountAttribute::attribute_values>("AttributeValues", "Its values."));
};

template <>
struct model::Describe<DescribeAccountAttributesResult> {
  static constexpr std::string_view name = "DescribeAccountAttributesResult";
  static constexpr auto members = model::members(
      member<&DescribeAccountAttributesResult::account_attributes>("AccountAttributes", "The attributes."));
};

namespace {

// In the order in which AWS lists them. The numbers are the quotas of a new account.
std::vector<AccountAttribute> all_attributes(Context& context) {
  const auto vpc = default_vpc(context);
  return {{std::string(kPlatforms), {{"VPC"}}}, {"vpc-max-security-groups-per-interface", {{"5"}}},
          {"max-elastic-ips", {{"5"}}},         {"max-instances", {{"20"}}},
          {"vpc-max-elastic-ips", {{"5"}}},     {std::string(kDefaultVpc), {{vpc ? vpc->first : "none"}}}};
}

DescribeAccountAttributesResult run_describe_account_attributes(const DescribeAccountAttributes& request,
                                                                Context& context) {
  DescribeAccountAttributesResult result{all_attributes(context)};
  const auto& names = request.attribute_names;
  const auto& all = result.account_attributes;
  for (const std::string& name : names) {
    if (std::none_of(all.begin(), all.end(), [&](const auto& one) { return one.attribute_name == name; })) {
      throw errors::invalid_parameter(name, "attributeName");
    }
  }
  std::erase_if(result.account_attributes, [&](const AccountAttribute& one) {
    return !names.empty() && std::find(names.begin(), names.end(), one.attribute_name) == names.end();
  });
  return result;
}

constexpr std::string_view kDescribeAccountAttributesErrors[] = {"InvalidParameterValue"};
constexpr std::string_view kDescribeAccountAttributesSeeAlso[] = {"describe-regions", "describe-vpcs"};

}  // namespace

namespace ops {

extern constinit const Operation describe_account_attributes = define<&run_describe_account_attributes>({
    .name = "DescribeAccountAttributes",
    .summary = "Shows attributes of the account",
    .description = "Shows the id of the region's default VPC, none if it was deleted, and some quotas of a new "
                   "account. The quotas are not enforced.",
    .errors = kDescribeAccountAttributesErrors,
    .see_also = kDescribeAccountAttributesSeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
