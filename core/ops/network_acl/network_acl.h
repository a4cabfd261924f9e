// Network ACLs: their record and their view.
#pragma once

#include "core/operation/resource.h"

namespace ec2mimic {

namespace ops {
extern const Noun network_acl;
}

struct NetworkAclAssociation {
  std::string network_acl_association_id{};
  std::optional<std::string> network_acl_id{};  ///< Not stored: the record has it as its key.
  std::string subnet_id{};
};

struct IcmpTypeCode {
  std::optional<std::int64_t> code{};
  std::optional<std::int64_t> type{};

  bool operator==(const IcmpTypeCode&) const = default;
};

struct PortRange {
  std::optional<std::int64_t> from{};
  std::optional<std::int64_t> to{};

  bool operator==(const PortRange&) const = default;
};

struct NetworkAclEntry {
  std::optional<std::string> cidr_block{};
  bool egress = false;
  std::optional<IcmpTypeCode> icmp_type_code{};
  std::optional<std::string> ipv6_cidr_block{};
  std::optional<PortRange> port_range{};
  std::string protocol{};
  std::string rule_action{};
  std::int64_t rule_number = 0;

  bool operator==(const NetworkAclEntry&) const = default;
};

/// The greatest number that a user can give an entry; AWS's own entries, which deny the rest, have greater ones.
inline constexpr std::int64_t kLastEntryNumber = 32766;

struct NetworkAclRecord {
  static constexpr std::string_view kTable = "network-acls";
  std::string region{};
  std::int64_t serial = 0;
  std::string vpc_id{};
  bool is_default = false;
  std::vector<NetworkAclAssociation> associations{};
  std::vector<NetworkAclEntry> entries{};  ///< All egress by rule number, then all ingress by rule number.
  std::vector<Tag> tags{};

  static constexpr Companions kCompanions{"vpc", "default network ACLs"};
  [[nodiscard]] std::string came_along_with() const { return is_default ? vpc_id : ""; }

  /// Says what is wrong with an entry that is not for exactly one block, or lacks what its protocol has: a range of
  /// ports, or a type and a code.
  [[nodiscard]] std::optional<std::string> contradiction() const;
};

/// A network ACL as AWS shows it.
struct NetworkAcl {
  std::vector<NetworkAclAssociation> associations{};
  std::vector<NetworkAclEntry> entries{};
  bool is_default = false;
  std::string network_acl_id{};
  std::vector<Tag> tags{};
  std::string vpc_id{};
  std::string owner_id{};
};

/// The entries that a new ACL has: a last one that denies everything and, in a default ACL, one before it that allows
/// everything. The same again for IPv6 if the VPC has an IPv6 block.
[[nodiscard]] std::vector<NetworkAclEntry> default_entries(bool is_default, bool with_ipv6);

/// Creates the default ACL of a new VPC.
void create_default_network_acl(Context& context, const std::string& vpc_id, bool has_ipv6);

/// Associates a new subnet with the default ACL of its VPC. Does nothing if the VPC has none, as only one that was
/// edited by hand.
void associate_default_acl(Context& context, const std::string& vpc_id, const std::string& subnet_id);

/// Adds what ACLs have for IPv6 to those of a VPC that gets such addresses.
void add_ipv6_entries(Context& context, const std::string& vpc_id);

template <>
struct Resource<NetworkAcl> {
  using Record = NetworkAclRecord;
  static constexpr const Noun& noun = ops::network_acl;
  static const std::span<const FilterRule> filters;
  static constexpr auto id = &NetworkAcl::network_acl_id;
  static constexpr auto tags = &NetworkAcl::tags;
  static NetworkAcl view(const std::string& id, const NetworkAclRecord& record, Context& context);
  /// A create's answer shows an empty IcmpTypeCode and PortRange where describe leaves them out.
  static void as_created(NetworkAcl& view);
};

inline constexpr std::string_view kRuleActions[] = {"allow", "deny"};

namespace model {

template <>
struct Describe<NetworkAclAssociation> {
  static constexpr std::string_view name = "NetworkAclAssociation";
  static constexpr auto members = model::members(
      member<&NetworkAclAssociation::network_acl_association_id>("NetworkAclAssociationId", "The association's own id.",
                                                                 {.part = "aclassoc-", .prevents_deletion = true}),
      member<&NetworkAclAssociation::network_acl_id>("NetworkAclId", "The network ACL.",
                                                     {.refers = "network-acl", .key = true}),
      member<&NetworkAclAssociation::subnet_id>("SubnetId", "The subnet whose traffic it filters.",
                                                {.refers = "subnet", .on_delete = OnDelete::goes}));
};

template <>
struct Describe<IcmpTypeCode> {
  static constexpr std::string_view name = "IcmpTypeCode";
  static constexpr auto members =
      model::members(member<&IcmpTypeCode::code>("Code", "The ICMP code; -1 means all codes."),
                     member<&IcmpTypeCode::type>("Type", "The ICMP type; -1 means all types."));
};

template <>
struct Describe<PortRange> {
  static constexpr std::string_view name = "PortRange";
  static constexpr auto members = model::members(member<&PortRange::from>("From", "The first port."),
                                                 member<&PortRange::to>("To", "The last port."));
};

template <>
struct Describe<NetworkAclEntry> {
  static constexpr std::string_view name = "NetworkAclEntry";
  static constexpr auto members = model::members(
      member<&NetworkAclEntry::cidr_block>("CidrBlock", "The IPv4 addresses that the entry applies to.",
                                           {.fault = &value_faults::cidr_block}),
      member<&NetworkAclEntry::egress>("Egress", "Whether it applies to traffic that leaves the subnet.",
                                       {.tells_apart = true}),
      member<&NetworkAclEntry::icmp_type_code>("IcmpTypeCode", "The ICMP messages that it applies to, for ICMP."),
      member<&NetworkAclEntry::ipv6_cidr_block>("Ipv6CidrBlock", "The IPv6 addresses that it applies to.",
                                                {.fault = &value_faults::ipv6_cidr_block}),
      member<&NetworkAclEntry::port_range>("PortRange", "The ports that it applies to, for TCP and UDP."),
      member<&NetworkAclEntry::protocol>("Protocol", "The number of the protocol; -1 means all protocols.",
                                         {.fault = &value_faults::protocol_number}),
      member<&NetworkAclEntry::rule_action>("RuleAction", "What happens to the traffic.", {.choices = kRuleActions}),
      member<&NetworkAclEntry::rule_number>(
          "RuleNumber", "Its number: of the entries that match, the one with the lowest number decides.",
          {.minimum = 1, .maximum = 32768, .tells_apart = true}));
};

template <>
struct Describe<NetworkAclRecord> {
  static constexpr std::string_view name = "NetworkAclRecord";
  static constexpr auto members = model::members(
      recorded::region<&NetworkAclRecord::region>, recorded::serial<&NetworkAclRecord::serial>,
      member<&NetworkAclRecord::vpc_id>("VpcId", "The VPC that it belongs to.", {.refers = "vpc"}),
      member<&NetworkAclRecord::is_default>("IsDefault", "Whether it is the default ACL of its VPC."),
      member<&NetworkAclRecord::associations>("Associations", "The subnets that use it."),
      member<&NetworkAclRecord::entries>("Entries", "Its rules."), recorded::tags<&NetworkAclRecord::tags>);
};

template <>
struct Describe<NetworkAcl> {
  static constexpr std::string_view name = "NetworkAcl";
  static constexpr auto members = model::members(
      member<&NetworkAcl::associations>("Associations", "The subnets whose traffic it filters."),
      member<&NetworkAcl::entries>(
          "Entries", "Its rules: first those for outbound traffic, then those for inbound traffic, by number."),
      member<&NetworkAcl::is_default>("IsDefault", "Whether it is the default ACL of its VPC."),
      member<&NetworkAcl::network_acl_id>("NetworkAclId", "Its id.", {.refers = "network-acl", .key = true}),
      member<&NetworkAcl::tags>("Tags", "Its tags."),
      member<&NetworkAcl::vpc_id>("VpcId", "The VPC that it belongs to.", {.refers = "vpc"}),
      member<&NetworkAcl::owner_id>("OwnerId", "The account that owns it.", {.computed = true, .account = true}));
};

}  // namespace model
}  // namespace ec2mimic
