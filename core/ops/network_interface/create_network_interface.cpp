#include "core/operation/caller.h"
#include "core/operation/creating.h"
#include "core/ops/network_interface/connection_tracking.h"
#include "core/ops/network_interface/network_interface.h"
#include "core/ops/security_group/security_group.h"
#include "core/records/transition.h"

namespace ec2mimic {
namespace {

constexpr std::string_view kNetworkInterfaceCreationType[] = {"efa", "efa-only", "branch", "trunk"};

struct InstanceIpv6Address {
  std::optional<std::string> ipv6_address{};
  std::optional<bool> is_primary_ipv6{};
};

struct PrivateIpAddressSpecification {
  std::optional<bool> primary{};
  std::optional<std::string> private_ip_address{};
};

struct OperatorRequest {
  std::optional<std::string> principal{};
};

struct Ipv6PrefixSpecificationRequest {
  std::optional<std::string> ipv6_prefix{};
};

struct Ipv4PrefixSpecificationRequest {
  std::optional<std::string> ipv4_prefix{};
};

struct CreateNetworkInterface {
  std::vector<Ipv4PrefixSpecificationRequest> ipv4_prefixes{};
  std::optional<std::int64_t> ipv4_prefix_count{};
  std::vector<Ipv6PrefixSpecificationRequest> ipv6_prefixes{};
  std::optional<std::int64_t> ipv6_prefix_count{};
  std::optional<std::string> interface_type{};
  std::vector<TagSpecification> tag_specifications{};
  std::optional<std::string> client_token{};
  std::optional<bool> enable_primary_ipv6{};
  std::optional<ConnectionTrackingSpecificationRequest> connection_tracking_specification{};
  std::optional<OperatorRequest> operator_{};
  std::string subnet_id{};
  std::optional<std::string> description{};
  std::optional<std::string> private_ip_address{};
  std::vector<std::string> groups{};
  std::vector<PrivateIpAddressSpecification> private_ip_addresses{};
  std::optional<std::int64_t> secondary_private_ip_address_count{};
  std::vector<InstanceIpv6Address> ipv6_addresses{};
  std::optional<std::int64_t> ipv6_address_count{};
  std::optional<bool> dry_run{};
};

struct CreateNetworkInterfaceResult {
  NetworkInterface network_interface{};
  std::optional<std::string> client_token{};
};

}  // namespace

template <>
struct model::Describe<InstanceIpv6Address> {
  static constexpr std::string_view name = "InstanceIpv6Address";
  static constexpr auto members = model::members(
      member<&InstanceIpv6Address::ipv6_address>("Ipv6Address", "The address."),
      member<&InstanceIpv6Address::is_primary_ipv6>("IsPrimaryIpv6", "Whether it is the primary IPv6 address."));
};

template <>
struct model::Describe<PrivateIpAddressSpecification> {
  static constexpr std::string_view name = "PrivateIpAddressSpecification";
  static constexpr auto members =
      model::members(member<&PrivateIpAddressSpecification::primary>("Primary", "Whether it is the primary address."),
                     member<&PrivateIpAddressSpecification::private_ip_address>("PrivateIpAddress", "The address."));
};

template <>
struct model::Describe<OperatorRequest> {
  static constexpr std::string_view name = "OperatorRequest";
  static constexpr auto members =
      model::members(member<&OperatorRequest::principal>("Principal", "The service provider."));
};

template <>
struct model::Describe<Ipv6PrefixSpecificationRequest> {
  static constexpr std::string_view name = "Ipv6PrefixSpecificationRequest";
  static constexpr auto members =
      model::members(member<&Ipv6PrefixSpecificationRequest::ipv6_prefix>("Ipv6Prefix", "The prefix."));
};

template <>
struct model::Describe<Ipv4PrefixSpecificationRequest> {
  static constexpr std::string_view name = "Ipv4PrefixSpecificationRequest";
  static constexpr auto members =
      model::members(member<&Ipv4PrefixSpecificationRequest::ipv4_prefix>("Ipv4Prefix", "The prefix."));
};

template <>
struct model::Describe<CreateNetworkInterface> {
  static constexpr std::string_view name = "CreateNetworkInterfaceRequest";
  static constexpr auto members = model::members(
      member<&CreateNetworkInterface::ipv4_prefixes>("Ipv4Prefixes", "Blocks of IPv4 addresses.", {.no_effect = true}),
      member<&CreateNetworkInterface::ipv4_prefix_count>("Ipv4PrefixCount", "How many such blocks to choose.",
                                                         {.no_effect = true}),
      member<&CreateNetworkInterface::ipv6_prefixes>("Ipv6Prefixes", "Blocks of IPv6 addresses.", {.no_effect = true}),
      member<&CreateNetworkInterface::ipv6_prefix_count>("Ipv6PrefixCount", "How many such blocks to choose.",
                                                         {.no_effect = true}),
      member<&CreateNetworkInterface::interface_type>("InterfaceType", "The type of the interface.",
                                                      {.no_effect = true, .choices = kNetworkInterfaceCreationType}),
      creating::tags<&CreateNetworkInterface::tag_specifications>(
          "Tags for the new interface; ResourceType is network-interface."),
      creating::client_token<&CreateNetworkInterface::client_token>,
      member<&CreateNetworkInterface::enable_primary_ipv6>(
          "EnablePrimaryIpv6", "Whether the first IPv6 address is the primary one.", {.no_effect = true}),
      member<&CreateNetworkInterface::connection_tracking_specification>(
          "ConnectionTrackingSpecification", "How long idle connections are tracked.", {.no_effect = true}),
      member<&CreateNetworkInterface::operator_>("Operator", "The service provider that manages it.",
                                                 {.no_effect = true}),
      member<&CreateNetworkInterface::subnet_id>("SubnetId", "The subnet to create it in.",
                                                 {.required = true, .insists_on = "SubnetId", .refers = "subnet"}),
      member<&CreateNetworkInterface::description>("Description", "What it is for."),
      member<&CreateNetworkInterface::private_ip_address>(
          "PrivateIpAddress", "Its primary address; the lowest free one of the subnet if omitted."),
      member<&CreateNetworkInterface::groups>("Groups", "Its security groups; the default group of the VPC if omitted.",
                                              {.refers = "security-group"}),
      member<&CreateNetworkInterface::private_ip_addresses>("PrivateIpAddresses",
                                                            "Its addresses, of which one may be the primary one."),
      member<&CreateNetworkInterface::secondary_private_ip_address_count>("SecondaryPrivateIpAddressCount",
                                                                          "How many secondary addresses to choose."),
      member<&CreateNetworkInterface::ipv6_addresses>("Ipv6Addresses", "IPv6 addresses of the subnet.",
                                                      {.no_effect = true}),
      member<&CreateNetworkInterface::ipv6_address_count>("Ipv6AddressCount", "How many such addresses to choose.",
                                                          {.no_effect = true}),
      dry_run<&CreateNetworkInterface::dry_run>);
};

template <>
struct model::Describe<CreateNetworkInterfaceResult> {
  static constexpr std::string_view name = "CreateNetworkInterfaceResult";
  static constexpr auto members = model::members(
      member<&CreateNetworkInterfaceResult::network_interface>("NetworkInterface", "The network interface."),
      creating::token<&CreateNetworkInterfaceResult::client_token>);
};

namespace {

// Which addresses the request names. The primary one may be named in two ways.
AddressPlan plan_of(const CreateNetworkInterface& request) {
  AddressPlan plan;
  plan.primary = request.private_ip_address;
  for (const PrivateIpAddressSpecification& one : request.private_ip_addresses) {
    if (!one.private_ip_address) continue;
    if (!one.primary.value_or(false)) {
      plan.secondary.push_back(*one.private_ip_address);
    } else if (plan.primary && *plan.primary != *one.private_ip_address) {
      throw ApiError{"InvalidParameterValue", "Only one primary private IP address can be specified."};
    } else {
      plan.primary = one.private_ip_address;
    }
  }
  plan.chosen = request.secondary_private_ip_address_count.value_or(0);
  if (request.secondary_private_ip_address_count && plan.chosen <= 0) {
    throw ApiError{"InvalidParameterValue",
                   "Value (" + std::to_string(plan.chosen) +
                       ") for parameter secondaryPrivateIpAddressCount is invalid. Value must be a positive number."};
  }
  return plan;
}

// As recorded: an address that is in use is refused even if the call repeats the one that took it.
void check_first(Call& call) {
  CreateNetworkInterface request;
  call.request(model::shape_of<CreateNetworkInterface>, &request);
  const auto subnet = Table<SubnetRecord>(call.context()).find(request.subnet_id);
  if (subnet) require_free(call.context(), request.subnet_id, *subnet, plan_of(request));
}

std::vector<GroupIdentifier> groups_of(const CreateNetworkInterface& request, const std::string& vpc_id,
                                       Context& context) {
  const Table<SecurityGroupRecord> table(context);
  std::vector<GroupIdentifier> groups;
  for (const std::string& id : request.groups) {
    const auto group = table.find(id);
    if (!group) {
      throw ApiError{"InvalidSecurityGroupID.NotFound", "The securityGroup ID '" + id + "' does not exist"};
    }
    if (group->vpc_id != vpc_id) {
      throw ApiError{"InvalidParameter",
                     "Security group " + id + " and subnet " + request.subnet_id + " belong to different networks."};
    }
    add_once(groups, id);
  }
  if (!groups.empty()) return groups;
  for (const auto& [id, group] : table.all(Narrowing().in_line({in_quotes(vpc_id)}))) {
    if (group.vpc_id == vpc_id && group.is_default()) groups.push_back({id, {}});
  }
  return groups;
}

CreateNetworkInterfaceResult run_create_network_interface(const CreateNetworkInterface& request, Context& context) {
  NetworkInterfaceRecord interface;
  interface.tags = sorted(tags_for(request.tag_specifications, ops::network_interface.type));
  const AddressPlan plan = plan_of(request);
  const SubnetRecord subnet = require<Subnet>(context, request.subnet_id);
  interface.vpc_id = subnet.vpc_id;
  interface.subnet_id = request.subnet_id;
  interface.groups = groups_of(request, subnet.vpc_id, context);
  interface.private_ip_addresses = take_addresses(context, request.subnet_id, subnet, plan);
  interface.description = request.description.value_or("");
  interface.requester_id = kCallerId;
  interface.transition_start = begin_transition(context);
  const std::string id = context.new_id(ops::network_interface.prefix);
  create_interface(context, id, interface);
  return {*find_created<NetworkInterface>(context, id), {}};
}

constexpr std::string_view kSets[] = {"Groups"};

constexpr TokenRules kTokenRules = {
    .longest = 512,
    .ascii_only = false,
    .blank_is_none = false,
    .tags_count = false,
    .mismatch_text = "Wrong arguments for token: {}",
    .deleted_text = "The request with token: {} is stale",
    .other_case_text = "Idempotency token {} is not valid for resource interface-",
    .empty_counts = false,
    .sets = kSets,
    .check_first = &check_first,
};

constexpr std::string_view kCreateNetworkInterfaceErrors[] = {"InsufficientFreeAddressesInSubnet", "InternalError",
                                                              "InvalidIPAddress.InUse", "InvalidParameter",
                                                              "InvalidSecurityGroupID.NotFound"};
constexpr std::string_view kCreateNetworkInterfaceSeeAlso[] = {"associate-address", "describe-security-groups"};

constexpr Operation with_token_rules(Operation operation) {
  operation.token_rules = &kTokenRules;
  return operation;
}

}  // namespace

namespace ops {

extern constinit const Operation create_network_interface =
    with_token_rules(define_create<&run_create_network_interface, &CreateNetworkInterface::tag_specifications,
                                   &CreateNetworkInterfaceResult::network_interface, nullptr>({
        .name = "CreateNetworkInterface",
        .effect = Effect::writes,
        .summary = "Creates a network interface in a subnet",
        .description = "The interface takes its addresses from the subnet, whose count of free addresses goes down "
                       "with them. Addresses that are not named are the lowest free ones. Without --groups it is in "
                       "the default security group of the VPC. The answer says that it is pending; every later call "
                       "finds it available; with EC2MIMIC_TRANSITIONS=real, only calls two seconds later do.\n\n"
                       "A call can safely be repeated with the same client token, with rules of its own: tags do not "
                       "count, and the answer shows those of the repeated call; the order of groups does not count; an "
                       "address that is named is refused as in use. The answer does not show the token.",
        .errors = kCreateNetworkInterfaceErrors,
        .see_also = kCreateNetworkInterfaceSeeAlso,
    }));

}  // namespace ops
}  // namespace ec2mimic
