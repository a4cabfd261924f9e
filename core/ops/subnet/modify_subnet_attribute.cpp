#include "core/operation/attribute_boolean_value.h"
#include "core/operation/one_attribute.h"
#include "core/operation/operation.h"
#include "core/ops/subnet/subnet.h"
#include "core/seam/errors.h"

namespace ec2mimic {
namespace {

struct ModifySubnetAttribute {
  std::optional<AttributeBooleanValue> assign_ipv6_address_on_creation{};
  std::optional<AttributeBooleanValue> map_public_ip_on_launch{};
  std::string subnet_id{};
  std::optional<AttributeBooleanValue> map_customer_owned_ip_on_launch{};
  std::optional<std::string> customer_owned_ipv4_pool{};
  std::optional<AttributeBooleanValue> enable_dns64{};
  std::optional<std::string> private_dns_hostname_type_on_launch{};
  std::optional<AttributeBooleanValue> enable_resource_name_dns_a_record_on_launch{};
  std::optional<AttributeBooleanValue> enable_resource_name_dns_aaaa_record_on_launch{};
  std::optional<std::int64_t> enable_lni_at_device_index{};
  std::optional<AttributeBooleanValue> disable_lni_at_device_index{};
};

}  // namespace

template <>
struct model::Describe<ModifySubnetAttribute> {
  using Self = ModifySubnetAttribute;
  static constexpr std::string_view name = "ModifySubnetAttributeRequest";
  static constexpr auto members = model::members(
      member<&Self::assign_ipv6_address_on_creation>("AssignIpv6AddressOnCreation",
                                                     "Whether network interfaces get an IPv6 address."),
      member<&Self::map_public_ip_on_launch>("MapPublicIpOnLaunch", "Whether instances get a public address."),
      member<&Self::subnet_id>("SubnetId", "The subnet.",
                               {.required = true, .insists_on = "SubnetId", .refers = "subnet"}),
      member<&Self::map_customer_owned_ip_on_launch>(
          "MapCustomerOwnedIpOnLaunch", "Whether instances get an address of the customer's.", {.no_effect = true}),
      member<&Self::customer_owned_ipv4_pool>("CustomerOwnedIpv4Pool", "The pool of such addresses.",
                                              {.no_effect = true}),
      member<&Self::enable_dns64>("EnableDns64", "Whether IPv4 addresses are answered as IPv6 addresses."),
      member<&Self::private_dns_hostname_type_on_launch>(
          "PrivateDnsHostnameTypeOnLaunch", "What the names of instances are made of.", {.choices = kHostnameTypes}),
      member<&Self::enable_resource_name_dns_a_record_on_launch>("EnableResourceNameDnsARecordOnLaunch",
                                                                 "Whether names are answered with IPv4 addresses."),
      member<&Self::enable_resource_name_dns_aaaa_record_on_launch>("EnableResourceNameDnsAAAARecordOnLaunch",
                                                                    "Whether names are answered with IPv6 addresses."),
      member<&Self::enable_lni_at_device_index>("EnableLniAtDeviceIndex", "The position of local network interfaces.",
                                                {.no_effect = true}),
      member<&Self::disable_lni_at_device_index>("DisableLniAtDeviceIndex",
                                                 "Whether to disable local network interfaces.", {.no_effect = true}));
};

namespace {

void check_one_attribute(const ModifySubnetAttribute& request) {
  require_one_attribute({
      {"assignIpv6AddressOnCreation", request.assign_ipv6_address_on_creation.has_value()},
      {"mapPublicIpOnLaunch", request.map_public_ip_on_launch.has_value()},
      // With a pool, which belongs to it.
      {"mapCustomerOwnedIpOnLaunch", request.map_customer_owned_ip_on_launch || request.customer_owned_ipv4_pool},
      {"enableDns64", request.enable_dns64.has_value()},
      {"privateDnsHostnameTypeOnLaunch", request.private_dns_hostname_type_on_launch.has_value()},
      {"enableResourceNameDnsARecordOnLaunch", request.enable_resource_name_dns_a_record_on_launch.has_value()},
      {"enableResourceNameDnsAAAARecordOnLaunch", request.enable_resource_name_dns_aaaa_record_on_launch.has_value()},
      {"enableLniAtDeviceIndex", request.enable_lni_at_device_index.has_value()},
      {"disableLniAtDeviceIndex", request.disable_lni_at_device_index.has_value()},
  });
}

void check_address_assignment(const ModifySubnetAttribute& request, const SubnetRecord& subnet) {
  if (!request.assign_ipv6_address_on_creation->is_true() || subnet.has_ipv6()) return;
  throw ApiError{"InvalidParameterValue",
                 "Invalid value 'true' for assign-ipv6-address-on-creation. Cannot set assign-ipv6-address-on-creation "
                 "to true unless the subnet (" +
                     request.subnet_id + ") has an IPv6 CIDR block associated with it."};
}

void change_names(const ModifySubnetAttribute& request, PrivateDnsNameOptionsOnLaunch& names) {
  if (const auto& type = request.private_dns_hostname_type_on_launch) {
    if (*type != "ip-name" && *type != "resource-name") {
      throw errors::invalid_parameter(*type, "privateDnsHostnameTypeOnLaunch");
    }
    names.hostname_type = *type;
  }
  if (const auto& value = request.enable_resource_name_dns_a_record_on_launch) {
    names.enable_resource_name_dns_a_record = value->is_true();
  }
  if (const auto& value = request.enable_resource_name_dns_aaaa_record_on_launch) {
    names.enable_resource_name_dns_aaaa_record = value->is_true();
  }
}

void run_modify_subnet_attribute(const ModifySubnetAttribute& request, Context& context) {
  auto subnet = require<Subnet>(context, request.subnet_id);
  check_one_attribute(request);
  if (const auto& value = request.assign_ipv6_address_on_creation) {
    check_address_assignment(request, subnet);
    subnet.assign_ipv6_address_on_creation = value->is_true();
  }
  if (const auto& value = request.map_public_ip_on_launch) subnet.map_public_ip_on_launch = value->is_true();
  if (const auto& value = request.enable_dns64) subnet.enable_dns64 = value->is_true();
  if (request.private_dns_hostname_type_on_launch || request.enable_resource_name_dns_a_record_on_launch ||
      request.enable_resource_name_dns_aaaa_record_on_launch) {
    PrivateDnsNameOptionsOnLaunch names = subnet.names();
    change_names(request, names);
    subnet.private_dns_name_options_on_launch = names;
  }
  Table<SubnetRecord>(context).put(request.subnet_id, subnet);
}

constexpr std::string_view kModifySubnetAttributeErrors[] = {"InvalidParameterCombination", "InvalidParameterValue"};

}  // namespace

namespace ops {

extern constinit const Operation modify_subnet_attribute = define<&run_modify_subnet_attribute>({
    .name = "ModifySubnetAttribute",
    .effect = Effect::writes,
    .summary = "Changes an attribute of a subnet",
    .description =
        "Changes one attribute of a subnet, so a call takes exactly one besides the id. describe-subnets shows the "
        "attributes. Network interfaces can get IPv6 addresses only in a subnet that has an IPv6 block.",
    .errors = kModifySubnetAttributeErrors,
});

}  // namespace ops
}  // namespace ec2mimic
