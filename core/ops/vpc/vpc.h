// VPCs: their record, their view, and what is created and deleted with each of them.
#pragma once

#include "core/operation/resource.h"
#include "core/ops/dhcp_options/dhcp_options.h"

namespace ec2mimic {

namespace ops {
extern const Noun vpc;
}

struct VpcCidrBlockState {
  std::string state{};
  std::optional<std::string> status_message{};
};

struct VpcCidrBlockAssociation {
  std::string association_id{};
  std::string cidr_block{};
  std::optional<VpcCidrBlockState> cidr_block_state{};  ///< Not stored.
};

struct VpcIpv6CidrBlockAssociation {
  std::string association_id{};
  std::string ipv6_cidr_block{};
  std::optional<VpcCidrBlockState> ipv6_cidr_block_state{};  ///< Not stored.
  std::string network_border_group{};
  std::string ipv6_pool{};
  std::optional<std::string> ipv6_address_attribute{};
  std::optional<std::string> ip_source{};
};

struct VpcRecord {
  static constexpr std::string_view kTable = "vpcs";
  std::string region{};
  std::int64_t serial = 0;
  bool is_default = false;
  std::vector<VpcCidrBlockAssociation> cidr_blocks{};  ///< The first is the primary one.
  std::vector<VpcIpv6CidrBlockAssociation> ipv6_cidr_blocks{};
  std::optional<std::string> dhcp_options_id{};  ///< Absent if it uses none.
  std::string instance_tenancy = "default";
  bool enable_dns_hostnames = false;
  bool enable_dns_support = true;
  std::optional<bool> enable_network_address_usage_metrics{};  ///< False if absent.
  std::optional<std::string> transition_start{};               ///< When it was created, if it was pending for a while.
  std::vector<Tag> tags{};

  [[nodiscard]] std::vector<std::string> blocks() const;
  [[nodiscard]] std::vector<std::string> ipv6_blocks() const;

  /// Says which IPv6 block is not advertised from its region.
  [[nodiscard]] std::optional<std::string> contradiction() const;

  /// Checks that the blocks of a VPC do not overlap, and that the local routes of each route table are for the blocks
  /// of its VPC: for all of them, and no others.
  static void check_relations(const Records& records, const Noun::Report& report);
};

struct VpcEncryptionControlExclusion {
  std::string state{};
  std::optional<std::string> state_message{};
};

struct VpcEncryptionControlExclusions {
  std::optional<VpcEncryptionControlExclusion> internet_gateway{};
  std::optional<VpcEncryptionControlExclusion> egress_only_internet_gateway{};
  std::optional<VpcEncryptionControlExclusion> nat_gateway{};
  std::optional<VpcEncryptionControlExclusion> virtual_private_gateway{};
  std::optional<VpcEncryptionControlExclusion> vpc_peering{};
  std::optional<VpcEncryptionControlExclusion> lambda{};
  std::optional<VpcEncryptionControlExclusion> vpc_lattice{};
  std::optional<VpcEncryptionControlExclusion> elastic_file_system{};
};

struct VpcEncryptionControl {
  std::string vpc_id{};
  std::string vpc_encryption_control_id{};
  std::string mode{};
  std::string state{};
  std::optional<std::string> state_message{};
  std::optional<VpcEncryptionControlExclusions> resource_exclusions{};
  std::vector<Tag> tags{};
};

struct BlockPublicAccessStates {
  std::string internet_gateway_block_mode{};
};

/// A VPC as AWS shows it.
struct Vpc {
  std::string owner_id{};
  std::string instance_tenancy{};
  std::optional<std::vector<VpcIpv6CidrBlockAssociation>> ipv6_cidr_block_association_set{};
  std::vector<VpcCidrBlockAssociation> cidr_block_association_set{};
  bool is_default = false;
  std::optional<VpcEncryptionControl> encryption_control{};  ///< Never shown: what AWS answers is not known.
  std::optional<std::vector<Tag>> tags{};
  std::optional<BlockPublicAccessStates> block_public_access_states{};
  std::string vpc_id{};
  std::string state{};
  std::string cidr_block{};
  std::string dhcp_options_id{};
};

template <>
struct Resource<Vpc> {
  using Record = VpcRecord;
  static constexpr const Noun& noun = ops::vpc;
  static const std::span<const FilterRule> filters;
  static constexpr auto id = &Vpc::vpc_id;
  static constexpr auto tags = &Vpc::tags;
  static Vpc view(const std::string& id, const VpcRecord& record, Context& context);
  /// The answer of a create says `pending`, has an empty list of IPv6 blocks where describe has none, does not know yet
  /// which addresses such a block has, and omits public access.
  static void as_created(Vpc& view);
};

/// The default VPC of the caller's region and its id, or nothing if it was deleted. Throws RecordError.
[[nodiscard]] std::optional<Table<VpcRecord>::Entry> default_vpc(Context& context);

/// The properties of a VPC to create.
struct VpcPlan {
  std::string cidr_block{};
  std::optional<std::string> ipv6_cidr_block{};
  std::string dhcp_options_id{};
  std::string instance_tenancy = "default";
  bool is_default = false;
  std::vector<Tag> tags{};
  std::optional<std::string> transition_start{};  ///< Set if it is `pending` for a while.
};

inline constexpr unsigned kLargestVpcBlock = 16;
inline constexpr unsigned kSmallestVpcBlock = 28;

/// The block that a request gives a VPC, host bits cleared. Throws InvalidParameterValue if it is malformed, and
/// InvalidVpc.Range if it is larger or smaller than a VPC's can be.
[[nodiscard]] std::string canonical_vpc_block(const std::string& text);

/// A /56 block of IPv6 addresses like those that Amazon provides.
[[nodiscard]] std::string new_ipv6_block(Context& context);

/// The association of a VPC with such a block. Takes an id from the context.
[[nodiscard]] VpcIpv6CidrBlockAssociation new_ipv6_association(Context& context, const std::string& block);

/// Creates what every VPC has: a main route table, a default network ACL with its entries, and a security group called
/// default with its rules. Takes the ids of these from the context, except those of the rules, which are derived from
/// the group's. Returns the id of the route table.
std::string create_vpc_companions(Context& context, const std::string& id, const VpcRecord& vpc);

/// Creates a VPC with that id, and its companions. Returns the id of its main route table.
std::string create_vpc_with_defaults(Context& context, const std::string& id, const VpcPlan& plan);

/// Makes a VPC use a set of DHCP options, or none. Throws NotFound if there is no such VPC.
void set_dhcp_options(Context& context, const std::string& vpc_id, const std::optional<std::string>& options_id);

/// Creates a default VPC with that id: its companions, a default subnet in each zone, and an internet gateway with a
/// route to it. It is `pending` for a while if `transition_start` is set.
void create_whole_default_vpc(Context& context, const std::string& id, const std::string& dhcp_options_id,
                              const std::optional<std::string>& transition_start);

/// The addresses of a default VPC, and the size of its subnets.
inline constexpr std::string_view kDefaultVpcBlock = "172.31.0.0/16";
inline constexpr unsigned kDefaultSubnetPrefix = 20;

inline constexpr std::string_view kVpcStates[] = {"pending", "available"};
inline constexpr std::string_view kCidrBlockStates[] = {"associating",   "associated", "disassociating",
                                                        "disassociated", "failing",    "failed"};
inline constexpr std::string_view kTenancies[] = {"default", "dedicated", "host"};
inline constexpr std::string_view kAddressAttributes[] = {"public", "private"};
inline constexpr std::string_view kIpSources[] = {"amazon", "byoip", "none"};

namespace model {

template <>
struct Describe<VpcCidrBlockState> {
  static constexpr std::string_view name = "VpcCidrBlockState";
  static constexpr auto members = model::members(
      member<&VpcCidrBlockState::state>("State", "The state.", {.choices = kCidrBlockStates, .at_rest = "associated"}),
      member<&VpcCidrBlockState::status_message>("StatusMessage", "Details of the state, if any."));
};

template <>
struct Describe<VpcCidrBlockAssociation> {
  static constexpr std::string_view name = "VpcCidrBlockAssociation";
  static constexpr auto members =
      model::members(member<&VpcCidrBlockAssociation::association_id>("AssociationId", "The association's own id.",
                                                                      {.part = "vpc-cidr-assoc-"}),
                     member<&VpcCidrBlockAssociation::cidr_block>("CidrBlock", "The IPv4 block.",
                                                                  {.fault = &value_faults::vpc_cidr_block}),
                     member<&VpcCidrBlockAssociation::cidr_block_state>(
                         "CidrBlockState", "The state of the association.", {.computed = true}));
};

template <>
struct Describe<VpcIpv6CidrBlockAssociation> {
  static constexpr std::string_view name = "VpcIpv6CidrBlockAssociation";
  static constexpr auto members =
      model::members(member<&VpcIpv6CidrBlockAssociation::association_id>("AssociationId", "The association's own id.",
                                                                          {.part = "vpc-cidr-assoc-"}),
                     member<&VpcIpv6CidrBlockAssociation::ipv6_cidr_block>(
                         "Ipv6CidrBlock", "The IPv6 block.", {.fault = &value_faults::vpc_ipv6_cidr_block}),
                     member<&VpcIpv6CidrBlockAssociation::ipv6_cidr_block_state>(
                         "Ipv6CidrBlockState", "The state of the association.", {.computed = true}),
                     member<&VpcIpv6CidrBlockAssociation::network_border_group>(
                         "NetworkBorderGroup", "The location from which it is advertised."),
                     member<&VpcIpv6CidrBlockAssociation::ipv6_pool>("Ipv6Pool", "The pool that the block is from."),
                     member<&VpcIpv6CidrBlockAssociation::ipv6_address_attribute>(
                         "Ipv6AddressAttribute", "Whether the addresses are public.", {.choices = kAddressAttributes}),
                     member<&VpcIpv6CidrBlockAssociation::ip_source>("IpSource", "The source of the addresses.",
                                                                     {.choices = kIpSources}));
};

template <>
struct Describe<VpcRecord> {
  static constexpr std::string_view name = "VpcRecord";
  static constexpr auto members = model::members(
      recorded::region<&VpcRecord::region>, recorded::serial<&VpcRecord::serial>,
      member<&VpcRecord::is_default>("IsDefault", "Whether it is the region's default VPC.", {.sole_in = "Region"}),
      member<&VpcRecord::cidr_blocks>("CidrBlocks", "Its IPv4 addresses, the primary block first.",
                                      {.minimum = 1, .shown_as = "CidrBlockAssociationSet", .brief = "CidrBlock"}),
      member<&VpcRecord::ipv6_cidr_blocks>("Ipv6CidrBlocks", "Its IPv6 addresses.",
                                           {.shown_as = "Ipv6CidrBlockAssociationSet", .brief = "Ipv6CidrBlock"}),
      member<&VpcRecord::dhcp_options_id>("DhcpOptionsId",
                                          "The DHCP options of its instances; in a seed `default` for none.",
                                          {.refers = "dhcp-options"}),
      member<&VpcRecord::instance_tenancy>("InstanceTenancy", "The hardware that its instances run on.",
                                           {.choices = kTenancies}),
      member<&VpcRecord::enable_dns_hostnames>("EnableDnsHostnames", "Whether instances get public DNS names."),
      member<&VpcRecord::enable_dns_support>("EnableDnsSupport", "Whether DNS names are resolved in it."),
      member<&VpcRecord::enable_network_address_usage_metrics>("EnableNetworkAddressUsageMetrics",
                                                               "Whether the use of addresses is measured."),
      recorded::transition_start<&VpcRecord::transition_start>, recorded::tags<&VpcRecord::tags>);
};

template <>
struct Describe<VpcEncryptionControlExclusion> {
  static constexpr std::string_view name = "VpcEncryptionControlExclusion";
  static constexpr auto members = model::members(
      member<&VpcEncryptionControlExclusion::state>("State", "Whether it is exempt."),
      member<&VpcEncryptionControlExclusion::state_message>("StateMessage", "Details of the state, if any."));
};

template <>
struct Describe<VpcEncryptionControlExclusions> {
  using Self = VpcEncryptionControlExclusions;
  static constexpr std::string_view name = "VpcEncryptionControlExclusions";
  static constexpr auto members = model::members(
      member<&Self::internet_gateway>("InternetGateway", "Internet gateways."),
      member<&Self::egress_only_internet_gateway>("EgressOnlyInternetGateway", "Egress-only internet gateways."),
      member<&Self::nat_gateway>("NatGateway", "NAT gateways."),
      member<&Self::virtual_private_gateway>("VirtualPrivateGateway", "Virtual private gateways."),
      member<&Self::vpc_peering>("VpcPeering", "Peering connections."),
      member<&Self::lambda>("Lambda", "Lambda functions."), member<&Self::vpc_lattice>("VpcLattice", "VPC Lattice."),
      member<&Self::elastic_file_system>("ElasticFileSystem", "Elastic File System."));
};

template <>
struct Describe<VpcEncryptionControl> {
  using Self = VpcEncryptionControl;
  static constexpr std::string_view name = "VpcEncryptionControl";
  static constexpr auto members =
      model::members(member<&Self::vpc_id>("VpcId", "The VPC.", {.refers = "vpc"}),
                     member<&Self::vpc_encryption_control_id>("VpcEncryptionControlId", "Its own id."),
                     member<&Self::mode>("Mode", "Whether unencrypted traffic is only monitored or also blocked."),
                     member<&Self::state>("State", "Its state."),
                     member<&Self::state_message>("StateMessage", "Details of the state, if any."),
                     member<&Self::resource_exclusions>("ResourceExclusions", "What is exempt."),
                     member<&Self::tags>("Tags", "Its tags."));
};

template <>
struct Describe<BlockPublicAccessStates> {
  static constexpr std::string_view name = "BlockPublicAccessStates";
  static constexpr auto members = model::members(member<&BlockPublicAccessStates::internet_gateway_block_mode>(
      "InternetGatewayBlockMode", "Whether traffic through internet gateways is blocked."));
};

template <>
struct Describe<Vpc> {
  static constexpr std::string_view name = "Vpc";
  static constexpr auto members = model::members(
      member<&Vpc::owner_id>("OwnerId", "The account that owns the VPC.", {.computed = true, .account = true}),
      member<&Vpc::instance_tenancy>("InstanceTenancy", "The hardware that its instances run on."),
      member<&Vpc::ipv6_cidr_block_association_set>("Ipv6CidrBlockAssociationSet", "Its IPv6 blocks."),
      member<&Vpc::cidr_block_association_set>("CidrBlockAssociationSet", "Its IPv4 blocks."),
      member<&Vpc::is_default>("IsDefault", "Whether it is the region's default VPC."),
      member<&Vpc::encryption_control>("EncryptionControl", "Whether traffic must be encrypted; not shown here.",
                                       {.computed = true}),
      member<&Vpc::tags>("Tags", "Its tags; absent if it has none."),
      member<&Vpc::block_public_access_states>("BlockPublicAccessStates", "Whether public access is blocked.",
                                               {.computed = true}),
      member<&Vpc::vpc_id>("VpcId", "Its id.", {.refers = "vpc", .key = true}),
      member<&Vpc::state>("State", "`pending` in the answer that creates it, `available` from then on.",
                          {.choices = kVpcStates, .computed = true, .at_rest = "available"}),
      member<&Vpc::cidr_block>("CidrBlock", "Its primary IPv4 block."),
      member<&Vpc::dhcp_options_id>("DhcpOptionsId", "The DHCP options of its instances; `default` if it has none.",
                                    {.refers = "dhcp-options", .computed = true, .if_absent = kNoDhcpOptions}));
};

}  // namespace model
}  // namespace ec2mimic
