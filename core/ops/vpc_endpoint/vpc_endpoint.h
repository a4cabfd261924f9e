// VPC endpoints: their record and their view.
//
// A Gateway endpoint is a route to a prefix list in each of its route tables, which hold these routes like any other.
// An Interface endpoint is no more than a record: it has no network interfaces. Members that none of our endpoints can
// have are described too, because members are displayed in the order of this description.
#pragma once

#include "core/net/endpoint_services.h"
#include "core/operation/resource.h"
#include "core/operation/shown_time.h"

namespace ec2mimic {

namespace ops {
extern const Noun vpc_endpoint;
}

inline constexpr std::string_view kGateway = "Gateway";
inline constexpr std::string_view kInterface = "Interface";

struct EndpointGroup {
  std::string group_id{};
};

struct DnsOptions {
  std::optional<std::string> dns_record_ip_type{};
  std::optional<bool> private_dns_only_for_inbound_resolver_endpoint{};
  std::optional<std::string> private_dns_preference{};
  std::optional<std::vector<std::string>> private_dns_specified_domains{};
};

struct VpcEndpointRecord {
  static constexpr std::string_view kTable = "vpc-endpoints";
  std::string region{};
  std::int64_t serial = 0;
  std::string vpc_endpoint_type{};
  std::string vpc_id{};
  std::string service_name{};
  std::string policy_document{};
  std::vector<std::string> route_table_ids{};
  std::vector<std::string> subnet_ids{};
  std::vector<EndpointGroup> groups{};
  std::optional<std::string> ip_address_type{};
  std::optional<DnsOptions> dns_options{};
  bool private_dns_enabled = false;
  std::string creation_timestamp{};
  std::optional<std::string> transition_start{};  ///< When it was created, if it was pending for a while.
  std::optional<std::string> deletion_start{};    ///< When its deletion began, if that takes a while.
  std::vector<Tag> tags{};

  /// Our own choice: AWS is known to take minutes, more or less.
  static constexpr std::chrono::seconds kTimeToDelete{60};
  [[nodiscard]] Life life() const { return {deletion_start, kTimeToDelete, true}; }

  [[nodiscard]] bool is_gateway() const { return vpc_endpoint_type == kGateway; }
  [[nodiscard]] bool serves(std::string_view vpc) const { return vpc_id == vpc; }

  /// Says which of route tables, subnets, groups and private names an endpoint of its type cannot have, or that its
  /// service has no name such as `com.amazonaws.us-east-1.s3`.
  [[nodiscard]] std::optional<std::string> contradiction() const;

  /// Checks that route tables and Gateway endpoints know of each other.
  static void check_relations(const Records& records, const Noun::Report& report);
};

struct SecurityGroupIdentifier {
  std::string group_id{};
  std::optional<std::string> group_name{};
};

struct DnsEntry {
  std::string dns_name{};
  std::optional<std::string> hosted_zone_id{};
};

struct LastError {
  std::optional<std::string> message{};
  std::optional<std::string> code{};
};

struct SubnetIpPrefixes {
  std::optional<std::string> subnet_id{};
  std::vector<std::string> ip_prefixes{};
};

struct PayerResponsibilityEntry {
  std::optional<std::string> scope{};
  std::optional<std::string> payer_responsibility_type{};
};

/// A VPC endpoint as AWS shows it.
struct VpcEndpoint {
  std::string vpc_endpoint_id{};
  std::string vpc_endpoint_type{};
  std::string vpc_id{};
  std::string service_name{};
  std::string state{};
  std::string policy_document{};
  std::vector<std::string> route_table_ids{};
  std::vector<std::string> subnet_ids{};
  std::vector<SecurityGroupIdentifier> groups{};
  std::optional<std::string> ip_address_type{};
  std::optional<DnsOptions> dns_options{};
  bool private_dns_enabled = false;
  bool requester_managed = false;
  std::vector<std::string> network_interface_ids{};
  std::vector<DnsEntry> dns_entries{};
  std::string creation_timestamp{};
  std::optional<std::vector<Tag>> tags{};
  std::string owner_id{};
  std::optional<LastError> last_error{};
  std::optional<std::vector<SubnetIpPrefixes>> ipv4_prefixes{};
  std::optional<std::vector<SubnetIpPrefixes>> ipv6_prefixes{};
  std::optional<std::string> failure_reason{};
  std::optional<std::string> service_network_arn{};
  std::optional<std::string> resource_configuration_arn{};
  std::optional<std::string> service_region{};
  std::optional<std::vector<PayerResponsibilityEntry>> payer_responsibilities{};
};

template <>
struct Resource<VpcEndpoint> {
  using Record = VpcEndpointRecord;
  static constexpr const Noun& noun = ops::vpc_endpoint;
  static const std::span<const FilterRule> filters;
  static constexpr auto id = &VpcEndpoint::vpc_endpoint_id;
  static constexpr auto tags = &VpcEndpoint::tags;
  static VpcEndpoint view(const std::string& id, const VpcEndpointRecord& record, Context& context);
  /// The answer of a create says that an Interface endpoint is pending.
  static void as_created(VpcEndpoint& view);
  /// It has no tags at all where none were given.
  static void as_answered(VpcEndpoint& view);
};

namespace endpoints {

/// The policy of an endpoint that was given none: full access.
[[nodiscard]] std::string default_policy(std::string_view type);

/// Throws InvalidVpcId.Malformed for what can be no id of a VPC.
void check_vpc_id(const std::string& id);

/// Adds to the record what a request names; what it has already is not added twice. `id` is that of the endpoint. Route
/// tables get a route. Throws ApiError for what does not exist, is in another VPC or cannot be added.
void add_route_tables(VpcEndpointRecord& endpoint, const std::string& id, const std::vector<std::string>& ids,
                      Context& context);
void add_subnets(VpcEndpointRecord& endpoint, const std::vector<std::string>& ids, Context& context);
void add_groups(VpcEndpointRecord& endpoint, const std::vector<std::string>& ids, Context& context);

/// Deletes the route to the endpoint from tables, and these from the record.
void remove_route_tables(VpcEndpointRecord& endpoint, const std::string& id, const std::vector<std::string>& ids,
                         Context& context);

/// Throws if the service has no private DNS name, the VPC does not support them, or another endpoint of the VPC has the
/// same. `id` is that of the endpoint, or empty for a new one.
void check_private_dns(const VpcEndpointRecord& endpoint, const std::string& id, Context& context);

}  // namespace endpoints

inline constexpr std::string_view kEndpointTypes[] = {"Interface", "Gateway", "GatewayLoadBalancer", "Resource",
                                                      "ServiceNetwork"};
inline constexpr std::string_view kEndpointIpAddressTypes[] = {"ipv4", "dualstack", "ipv6"};
inline constexpr std::string_view kDnsRecordIpTypes[] = {"ipv4", "dualstack", "ipv6", "service-defined"};

inline constexpr std::string_view kEndpointStates[] = {"pending", "available", "deleting"};

namespace endpoints {

/// The members of DnsOptions, in a record and in a request.
template <class Options>
constexpr auto dns_option_members() {
  return model::members(
      model::member<&Options::dns_record_ip_type>("DnsRecordIpType", "The addresses that its names are answered with.",
                                                  {.choices = kDnsRecordIpTypes}),
      model::member<&Options::private_dns_only_for_inbound_resolver_endpoint>(
          "PrivateDnsOnlyForInboundResolverEndpoint", "Whether the private name is for resolvers only."),
      model::member<&Options::private_dns_preference>("PrivateDnsPreference", "Which domains have private names."),
      model::member<&Options::private_dns_specified_domains>("PrivateDnsSpecifiedDomains",
                                                             "The domains, if they are listed."));
}

}  // namespace endpoints

namespace model {

template <>
struct Describe<EndpointGroup> {
  static constexpr std::string_view name = "EndpointGroup";
  static constexpr auto members = model::members(
      member<&EndpointGroup::group_id>("GroupId", "The group.", {.refers = "security-group", .tells_apart = true}));
};

template <>
struct Describe<DnsOptions> {
  using Self = DnsOptions;
  static constexpr std::string_view name = "DnsOptions";
  static constexpr auto members = endpoints::dns_option_members<Self>();
};

template <>
struct Describe<VpcEndpointRecord> {
  using Self = VpcEndpointRecord;
  static constexpr std::string_view name = "VpcEndpointRecord";
  static constexpr auto members = model::members(
      recorded::region<&Self::region>, recorded::serial<&Self::serial>,
      member<&Self::vpc_endpoint_type>("VpcEndpointType", "Its type.", {.choices = kEndpointTypes}),
      member<&Self::vpc_id>("VpcId", "The VPC that it belongs to.", {.refers = "vpc"}),
      member<&Self::service_name>("ServiceName", "The service that it leads to."),
      member<&Self::policy_document>("PolicyDocument", "Who may use it for what, as JSON."),
      member<&Self::route_table_ids>("RouteTableIds", "The tables with a route to it, if it is a gateway.",
                                     {.refers = "route-table", .on_delete = OnDelete::goes}),
      member<&Self::subnet_ids>("SubnetIds", "The subnets it is in, if it is an interface.", {.refers = "subnet"}),
      member<&Self::groups>("Groups", "Its security groups, if it is an interface."),
      member<&Self::ip_address_type>("IpAddressType", "The addresses that it has.",
                                     {.choices = kEndpointIpAddressTypes}),
      member<&Self::dns_options>("DnsOptions", "How its names are answered."),
      member<&Self::private_dns_enabled>("PrivateDnsEnabled", "Whether it has the service's own name in the VPC."),
      member<&Self::creation_timestamp>("CreationTimestamp", "When it was created.",
                                        {.fault = &value_faults::shown_time}),
      recorded::transition_start<&Self::transition_start>,
      member<&Self::deletion_start>("DeletionStart", "When its deletion began, in UTC; absent otherwise.",
                                    {.ends = true, .fault = &value_faults::time}),
      recorded::tags<&Self::tags>);
};

template <>
struct Describe<SecurityGroupIdentifier> {
  static constexpr std::string_view name = "SecurityGroupIdentifier";
  static constexpr auto members =
      model::members(member<&SecurityGroupIdentifier::group_id>("GroupId", "The group.", {.refers = "security-group"}),
                     member<&SecurityGroupIdentifier::group_name>("GroupName", "Its name.", {.computed = true}));
};

template <>
struct Describe<DnsEntry> {
  static constexpr std::string_view name = "DnsEntry";
  static constexpr auto members =
      model::members(member<&DnsEntry::dns_name>("DnsName", "The name."),
                     member<&DnsEntry::hosted_zone_id>("HostedZoneId", "The zone that has it; not shown here."));
};

template <>
struct Describe<LastError> {
  static constexpr std::string_view name = "LastError";
  static constexpr auto members = model::members(member<&LastError::message>("Message", "What went wrong."),
                                                 member<&LastError::code>("Code", "The same as a code."));
};

template <>
struct Describe<SubnetIpPrefixes> {
  static constexpr std::string_view name = "SubnetIpPrefixes";
  static constexpr auto members =
      model::members(member<&SubnetIpPrefixes::subnet_id>("SubnetId", "The subnet.", {.refers = "subnet"}),
                     member<&SubnetIpPrefixes::ip_prefixes>("IpPrefixes", "The prefixes."));
};

template <>
struct Describe<PayerResponsibilityEntry> {
  using Self = PayerResponsibilityEntry;
  static constexpr std::string_view name = "PayerResponsibilityEntry";
  static constexpr auto members =
      model::members(member<&Self::scope>("Scope", "What is paid for."),
                     member<&Self::payer_responsibility_type>("PayerResponsibilityType", "Who pays for it."));
};

template <>
struct Describe<VpcEndpoint> {
  using Self = VpcEndpoint;
  static constexpr std::string_view name = "VpcEndpoint";
  static constexpr auto members = model::members(
      member<&Self::vpc_endpoint_id>("VpcEndpointId", "Its id.", {.refers = "vpc-endpoint", .key = true}),
      member<&Self::vpc_endpoint_type>("VpcEndpointType", "Its type.", {.choices = kEndpointTypes}),
      member<&Self::vpc_id>("VpcId", "The VPC that it belongs to.", {.refers = "vpc"}),
      member<&Self::service_name>("ServiceName", "The service that it leads to."),
      // AWS's model has other spellings than its answers.
      member<&Self::state>("State", "The state: pending, available or deleting.",
                           {.computed = true, .seen = kEndpointStates}),
      member<&Self::policy_document>("PolicyDocument", "Who may use it for what, as JSON."),
      member<&Self::route_table_ids>("RouteTableIds", "The tables with a route to it, if it is a gateway.",
                                     {.refers = "route-table"}),
      member<&Self::subnet_ids>("SubnetIds", "The subnets it is in, if it is an interface.", {.refers = "subnet"}),
      member<&Self::groups>("Groups", "Its security groups, if it is an interface."),
      member<&Self::ip_address_type>("IpAddressType", "The addresses that it has.",
                                     {.choices = kEndpointIpAddressTypes}),
      member<&Self::dns_options>("DnsOptions", "How its names are answered."),
      member<&Self::private_dns_enabled>("PrivateDnsEnabled", "Whether it has the service's own name in the VPC."),
      member<&Self::requester_managed>("RequesterManaged", "Whether a service of AWS manages it.", {.computed = true}),
      member<&Self::network_interface_ids>("NetworkInterfaceIds", "Its network interfaces; always empty here.",
                                           {.computed = true}),
      member<&Self::dns_entries>("DnsEntries", "Its names, if it is an interface.", {.computed = true}),
      member<&Self::creation_timestamp>("CreationTimestamp", "When it was created.", {.time = true}),
      member<&Self::tags>("Tags", "Its tags."),
      member<&Self::owner_id>("OwnerId", "The account that owns it.", {.computed = true, .account = true}),
      member<&Self::last_error>("LastError", "The last error; not shown here."),
      member<&Self::ipv4_prefixes>("Ipv4Prefixes", "Its IPv4 prefixes; not shown here."),
      member<&Self::ipv6_prefixes>("Ipv6Prefixes", "Its IPv6 prefixes; not shown here."),
      member<&Self::failure_reason>("FailureReason", "Why it failed; not shown here."),
      member<&Self::service_network_arn>("ServiceNetworkArn", "The service network; not shown here."),
      member<&Self::resource_configuration_arn>("ResourceConfigurationArn",
                                                "The resource configuration; not shown here."),
      member<&Self::service_region>("ServiceRegion", "The region of the service.", {.computed = true}),
      member<&Self::payer_responsibilities>("PayerResponsibilities", "Who pays for it; not shown here."));
};

}  // namespace model
}  // namespace ec2mimic
