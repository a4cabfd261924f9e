// Subnets: their record and their view. Each default VPC has one per Availability Zone from the start.
//
// Members that none of our subnets can have yet (an Outpost, customer-owned addresses) are described too, because
// members are displayed in the order of this description.
#pragma once

#include <set>
#include <unordered_map>

#include "core/operation/resource.h"
#include "core/ops/vpc/vpc.h"

namespace ec2mimic {

namespace ops {
extern const Noun subnet;
}

struct SubnetCidrBlockState {
  std::string state{};
  std::optional<std::string> status_message{};
};

struct SubnetIpv6CidrBlockAssociation {
  std::string association_id{};
  std::string ipv6_cidr_block{};
  std::optional<SubnetCidrBlockState> ipv6_cidr_block_state{};  ///< Not stored.
  std::optional<std::string> ipv6_address_attribute{};
  std::optional<std::string> ip_source{};
};

struct PrivateDnsNameOptionsOnLaunch {
  std::string hostname_type{};
  bool enable_resource_name_dns_a_record = false;
  bool enable_resource_name_dns_aaaa_record = false;
};

/// An optional member is absent until it is set, and then means what a new subnet with IPv4 addresses has.
struct SubnetRecord {
  static constexpr std::string_view kTable = "subnets";
  std::string region{};
  std::int64_t serial = 0;
  std::string vpc_id{};
  std::string cidr_block{};  ///< Empty if it has only IPv6 addresses.
  std::optional<std::vector<SubnetIpv6CidrBlockAssociation>> ipv6_cidr_blocks{};
  std::string availability_zone{};
  bool default_for_az = false;
  bool map_public_ip_on_launch = false;
  std::optional<bool> assign_ipv6_address_on_creation{};
  std::optional<bool> enable_dns64{};
  std::optional<PrivateDnsNameOptionsOnLaunch> private_dns_name_options_on_launch{};
  std::optional<std::string> transition_start{};  ///< When its IPv6 block was added, if that took a while.
  std::vector<Tag> tags{};

  [[nodiscard]] bool has_ipv6() const { return ipv6_cidr_blocks && !ipv6_cidr_blocks->empty(); }
  [[nodiscard]] bool is_ipv6_native() const { return cidr_block.empty(); }
  /// How the private names of instances are formed, as set or else as in a new subnet.
  [[nodiscard]] PrivateDnsNameOptionsOnLaunch names() const;

  /// Says what is wrong with a subnet without addresses.
  [[nodiscard]] std::optional<std::string> contradiction() const;

  /// Checks that subnets are in zones of their regions, and their addresses among those of their VPCs, each in only
  /// one, and that default subnets are in default VPCs.
  static void check_relations(const Records& records, const Noun::Report& report);
};

/// A subnet as AWS shows it.
struct Subnet {
  std::optional<std::string> availability_zone_id{};
  std::optional<std::int64_t> enable_lni_at_device_index{};
  bool map_customer_owned_ip_on_launch = false;
  std::optional<std::string> customer_owned_ipv4_pool{};
  std::string owner_id{};
  bool assign_ipv6_address_on_creation = false;
  std::vector<SubnetIpv6CidrBlockAssociation> ipv6_cidr_block_association_set{};
  std::optional<std::vector<Tag>> tags{};
  std::string subnet_arn{};
  std::optional<std::string> outpost_arn{};
  bool enable_dns64 = false;
  bool ipv6_native = false;
  PrivateDnsNameOptionsOnLaunch private_dns_name_options_on_launch{};
  std::optional<BlockPublicAccessStates> block_public_access_states{};
  std::optional<std::string> type{};
  std::string subnet_id{};
  std::string state{};
  std::string vpc_id{};
  std::optional<std::string> cidr_block{};
  std::int64_t available_ip_address_count = 0;
  std::string availability_zone{};
  bool default_for_az = false;
  bool map_public_ip_on_launch = false;
};

/// Counts the addresses of subnets that network interfaces have: searches for the interfaces of one VPC after the other
/// at first, and finds those of all once subnets of many were asked for.
class AddressesInUse {
 public:
  /// Keeps a reference to the context, whose records must not change in the meantime.
  explicit AddressesInUse(Context& context) : context_(context) {}

  /// The number of addresses in use in a subnet of that VPC. Throws RecordError.
  [[nodiscard]] std::int64_t in(const std::string& subnet_id, const std::string& vpc_id);

 private:
  void find_interfaces(const std::string& vpc_id);

  Context& context_;
  std::set<std::string> searched_{};  ///< VPCs.
  bool found_all_ = false;
  std::unordered_multimap<std::string, Row> interfaces_{};  ///< By subnet.
};

template <>
struct Resource<Subnet> {
  using Record = SubnetRecord;
  using Lookup = AddressesInUse;
  static constexpr const Noun& noun = ops::subnet;
  static const std::span<const FilterRule> filters;
  static constexpr auto id = &Subnet::subnet_id;
  static constexpr auto tags = &Subnet::tags;
  static Subnet view(const std::string& id, const SubnetRecord& record, Context& context, AddressesInUse& in_use);
  /// The answer of a create omits public access; an IPv6 block is `associating`, and which addresses it has is not
  /// known yet.
  static void as_created(Subnet& view);
};

inline constexpr unsigned kLargestSubnet = 16;
inline constexpr unsigned kSmallestSubnet = 28;

/// A zone as a request names it.
struct NamedZone {
  const std::optional<std::string>& name;
  const std::optional<std::string>& id;
};

/// The name of the zone in which to create a subnet: of that name, or else of that id, or else the first of the region.
/// Throws InvalidParameterValue if there is no such zone.
[[nodiscard]] std::string chosen_zone(const NamedZone& zone, const std::string& region);

/// Stores a new subnet of the caller's region, associates it with the default network ACL of its VPC, and returns its
/// id.
std::string put_new_subnet(Context& context, SubnetRecord& subnet);

/// Rules out subnets in zones whose ids match none of the patterns.
void narrow_to_zone_ids(Narrowing& narrowing, const std::vector<std::string>& patterns, Context& context);

/// What is wrong with the IPv4 block of a record, as in value_faults.
[[nodiscard]] std::string subnet_block_fault(std::string_view value);

inline constexpr std::string_view kHostnameTypes[] = {"ip-name", "resource-name"};

namespace model {

template <>
struct Describe<SubnetCidrBlockState> {
  static constexpr std::string_view name = "SubnetCidrBlockState";
  static constexpr auto members =
      model::members(member<&SubnetCidrBlockState::state>("State", "The state of the block.",
                                                          {.choices = kCidrBlockStates, .at_rest = "associated"}),
                     member<&SubnetCidrBlockState::status_message>("StatusMessage", "Details of the state, if any."));
};

template <>
struct Describe<SubnetIpv6CidrBlockAssociation> {
  static constexpr std::string_view name = "SubnetIpv6CidrBlockAssociation";
  static constexpr auto members =
      model::members(member<&SubnetIpv6CidrBlockAssociation::association_id>(
                         "AssociationId", "The association's own id.", {.part = "subnet-cidr-assoc-"}),
                     member<&SubnetIpv6CidrBlockAssociation::ipv6_cidr_block>(
                         "Ipv6CidrBlock", "The block.", {.fault = &value_faults::subnet_ipv6_cidr_block}),
                     member<&SubnetIpv6CidrBlockAssociation::ipv6_cidr_block_state>(
                         "Ipv6CidrBlockState", "The state of the association.", {.computed = true}),
                     member<&SubnetIpv6CidrBlockAssociation::ipv6_address_attribute>(
                         "Ipv6AddressAttribute", "Whether the addresses are public.", {.choices = kAddressAttributes}),
                     member<&SubnetIpv6CidrBlockAssociation::ip_source>("IpSource", "The source of the addresses.",
                                                                        {.choices = kIpSources}));
};

template <>
struct Describe<PrivateDnsNameOptionsOnLaunch> {
  static constexpr std::string_view name = "PrivateDnsNameOptionsOnLaunch";
  static constexpr auto members =
      model::members(member<&PrivateDnsNameOptionsOnLaunch::hostname_type>(
                         "HostnameType", "What the names of instances are made of.", {.choices = kHostnameTypes}),
                     member<&PrivateDnsNameOptionsOnLaunch::enable_resource_name_dns_a_record>(
                         "EnableResourceNameDnsARecord", "Whether names are answered with IPv4 addresses."),
                     member<&PrivateDnsNameOptionsOnLaunch::enable_resource_name_dns_aaaa_record>(
                         "EnableResourceNameDnsAAAARecord", "Whether names are answered with IPv6 addresses."));
};

template <>
struct Describe<SubnetRecord> {
  static constexpr std::string_view name = "SubnetRecord";
  static constexpr auto members = model::members(
      recorded::region<&SubnetRecord::region>, recorded::serial<&SubnetRecord::serial>,
      member<&SubnetRecord::vpc_id>("VpcId", "The VPC that it belongs to.", {.refers = "vpc"}),
      member<&SubnetRecord::cidr_block>("CidrBlock", "Its IPv4 addresses; empty if it has only IPv6 addresses.",
                                        {.fault = &subnet_block_fault}),
      member<&SubnetRecord::ipv6_cidr_blocks>("Ipv6CidrBlocks", "Its IPv6 addresses.",
                                              {.shown_as = "Ipv6CidrBlockAssociationSet", .brief = "Ipv6CidrBlock"}),
      member<&SubnetRecord::availability_zone>("AvailabilityZone", "The zone that it is in."),
      member<&SubnetRecord::default_for_az>("DefaultForAz", "Whether it is the zone's default subnet.",
                                            {.sole_in = "AvailabilityZone"}),
      member<&SubnetRecord::map_public_ip_on_launch>("MapPublicIpOnLaunch", "Whether instances get a public address."),
      member<&SubnetRecord::assign_ipv6_address_on_creation>("AssignIpv6AddressOnCreation",
                                                             "Whether network interfaces get an IPv6 address."),
      member<&SubnetRecord::enable_dns64>("EnableDns64", "Whether IPv4 addresses are answered as IPv6 addresses."),
      member<&SubnetRecord::private_dns_name_options_on_launch>("PrivateDnsNameOptionsOnLaunch",
                                                                "How the private names of instances are formed."),
      recorded::transition_start<&SubnetRecord::transition_start>, recorded::tags<&SubnetRecord::tags>);
};

inline constexpr std::string_view kSubnetStates[] = {"pending", "available", "unavailable", "failed",
                                                     "failed-insufficient-capacity"};

template <>
struct Describe<Subnet> {
  static constexpr std::string_view name = "Subnet";
  static constexpr auto members = model::members(
      member<&Subnet::availability_zone_id>("AvailabilityZoneId", "The id of its zone, such as use1-az6.",
                                            {.computed = true}),
      member<&Subnet::enable_lni_at_device_index>("EnableLniAtDeviceIndex",
                                                  "The position of local network interfaces; not used here."),
      member<&Subnet::map_customer_owned_ip_on_launch>("MapCustomerOwnedIpOnLaunch",
                                                       "Whether instances get an address of the customer's."),
      member<&Subnet::customer_owned_ipv4_pool>("CustomerOwnedIpv4Pool", "The pool of such addresses; not used here."),
      member<&Subnet::owner_id>("OwnerId", "The account that owns it.", {.computed = true, .account = true}),
      member<&Subnet::assign_ipv6_address_on_creation>(
          "AssignIpv6AddressOnCreation", "Whether network interfaces get an IPv6 address.", {.computed = true}),
      member<&Subnet::ipv6_cidr_block_association_set>("Ipv6CidrBlockAssociationSet", "Its IPv6 blocks."),
      member<&Subnet::tags>("Tags", "Its tags; absent if it has none."),
      member<&Subnet::subnet_arn>("SubnetArn", "Its ARN.", {.computed = true}),
      member<&Subnet::outpost_arn>("OutpostArn", "The Outpost that it is in; not used here."),
      member<&Subnet::enable_dns64>("EnableDns64", "Whether IPv4 addresses are answered as IPv6 addresses.",
                                    {.computed = true, .if_absent = "false"}),
      member<&Subnet::ipv6_native>("Ipv6Native", "Whether it has only IPv6 addresses.", {.computed = true}),
      member<&Subnet::private_dns_name_options_on_launch>(
          "PrivateDnsNameOptionsOnLaunch", "How the private names of instances are formed.", {.computed = true}),
      member<&Subnet::block_public_access_states>("BlockPublicAccessStates", "Whether public access is blocked.",
                                                  {.computed = true}),
      member<&Subnet::type>("Type", "The type of the subnet; not shown here."),
      member<&Subnet::subnet_id>("SubnetId", "Its id.", {.refers = "subnet", .key = true}),
      member<&Subnet::state>("State", "The state of the subnet: available.",
                             {.choices = kSubnetStates, .computed = true, .at_rest = "available"}),
      member<&Subnet::vpc_id>("VpcId", "The VPC that it belongs to.", {.refers = "vpc"}),
      member<&Subnet::cidr_block>("CidrBlock", "Its IPv4 block."),
      member<&Subnet::available_ip_address_count>("AvailableIpAddressCount",
                                                  "The number of free addresses; AWS reserves five in each block.",
                                                  {.computed = true}),
      member<&Subnet::availability_zone>("AvailabilityZone", "The zone that it is in."),
      member<&Subnet::default_for_az>("DefaultForAz", "Whether it is the zone's default subnet."),
      member<&Subnet::map_public_ip_on_launch>("MapPublicIpOnLaunch", "Whether instances get a public address."));
};

}  // namespace model
}  // namespace ec2mimic
