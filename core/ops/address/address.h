// Elastic IP addresses: their record and their view.
#pragma once

#include <map>

#include "core/operation/resource.h"

namespace ec2mimic {

namespace ops {
extern const Noun address;
}

struct AddressRecord {
  static constexpr std::string_view kTable = "addresses";
  std::string region{};
  std::int64_t serial = 0;
  std::string public_ip{};
  std::optional<std::string> association_id{};
  std::optional<std::string> network_interface_id{};
  std::optional<std::string> private_ip_address{};
  std::vector<Tag> tags{};

  /// Says so if some of the last three members before the tags are set, and not all.
  [[nodiscard]] std::optional<std::string> contradiction() const;

  /// Checks that every public address is there once, and is associated with an address that its interface has.
  static void check_relations(const Records& records, const Noun::Report& report);
};

/// An Elastic IP address as AWS shows it.
struct Address {
  std::string allocation_id{};
  std::optional<std::string> association_id{};
  std::string domain{};
  std::optional<std::string> network_interface_id{};
  std::optional<std::string> network_interface_owner_id{};
  std::optional<std::string> private_ip_address{};
  std::optional<std::vector<Tag>> tags{};
  std::string public_ipv4_pool{};
  std::string network_border_group{};
  std::optional<std::string> customer_owned_ip{};
  std::optional<std::string> customer_owned_ipv4_pool{};
  std::optional<std::string> carrier_ip{};
  std::optional<std::string> subnet_id{};
  std::optional<std::string> service_managed{};
  std::optional<std::string> instance_id{};
  std::string public_ip{};
};

template <>
struct Resource<Address> {
  using Record = AddressRecord;
  static constexpr const Noun& noun = ops::address;
  static const std::span<const FilterRule> filters;
  static constexpr auto id = &Address::allocation_id;
  static constexpr auto tags = &Address::tags;
  static Address view(const std::string& id, const AddressRecord& record, Context& context);
};

using AddressEntry = Table<AddressRecord>::Entry;

/// The addresses that interfaces have, for many interfaces in a row.
class AddressesOfInterfaces {
 public:
  /// Keeps a reference to the context, whose records must not change in the meantime.
  explicit AddressesOfInterfaces(Context& context) : context_(context) {}

  /// Those of one interface, in order of creation. Throws RecordError.
  [[nodiscard]] std::vector<AddressEntry> of(const std::string& interface_id);

 private:
  Context& context_;
  int asked_ = 0;
  std::optional<std::map<std::string, std::vector<AddressEntry>>> all_{};
};

/// The address with that public IP, or nothing. Throws RecordError.
[[nodiscard]] std::optional<AddressEntry> find_public(Context& context, const std::string& public_ip);

/// The same; throws InvalidAddress.NotFound if there is none.
[[nodiscard]] AddressEntry require_public(Context& context, const std::string& public_ip);

/// Associates an address with an address of an interface and returns the id of the association. What either was
/// associated with before becomes free.
std::string associate(Context& context, const std::string& allocation_id, const std::string& interface_id,
                      const std::string& private_ip_address);

/// Frees an address, which may be free already.
void disassociate(Context& context, const std::string& allocation_id);

/// What AWS answers to a change of something that one of its services manages.
[[nodiscard]] ApiError managed_by_aws();

namespace model {

template <>
struct Describe<AddressRecord> {
  using Self = AddressRecord;
  static constexpr std::string_view name = "AddressRecord";
  static constexpr auto members = model::members(
      recorded::region<&Self::region>, recorded::serial<&Self::serial>,
      member<&Self::public_ip>("PublicIp", "The address.", {.fault = &value_faults::ipv4_address}),
      member<&Self::association_id>("AssociationId", "The id of its association, if it has one.",
                                    {.part = "eipassoc-", .part_needs = "NetworkInterfaceId"}),
      member<&Self::network_interface_id>("NetworkInterfaceId", "The network interface that it is associated with.",
                                          {.refers = "network-interface"}),
      member<&Self::private_ip_address>("PrivateIpAddress", "The address of that interface.",
                                        {.fault = &value_faults::ipv4_address}),
      recorded::tags<&Self::tags>);
};

template <>
struct Describe<Address> {
  static constexpr std::string_view name = "Address";
  static constexpr auto members = model::members(
      member<&Address::allocation_id>("AllocationId", "Its id.", {.refers = "elastic-ip", .key = true}),
      member<&Address::association_id>("AssociationId", "The id of its association; absent if it is free.",
                                       {.refers = "eipassoc-"}),
      member<&Address::domain>("Domain", "Always vpc.", {.computed = true}),
      member<&Address::network_interface_id>("NetworkInterfaceId", "The network interface that it is associated with.",
                                             {.refers = "network-interface"}),
      member<&Address::network_interface_owner_id>("NetworkInterfaceOwnerId", "The account that owns the interface.",
                                                   {.computed = true, .account = true}),
      member<&Address::private_ip_address>("PrivateIpAddress",
                                           "The address of the interface that it is associated with."),
      member<&Address::tags>("Tags", "Its tags; absent if it has none."),
      member<&Address::public_ipv4_pool>("PublicIpv4Pool", "The pool that it is from: amazon.", {.computed = true}),
      member<&Address::network_border_group>(
          "NetworkBorderGroup", "The location from which it is advertised: the region.", {.computed = true}),
      member<&Address::customer_owned_ip>("CustomerOwnedIp", "The address of the customer's; not used here."),
      member<&Address::customer_owned_ipv4_pool>("CustomerOwnedIpv4Pool", "The pool of such addresses; not used here."),
      member<&Address::carrier_ip>("CarrierIp", "The carrier's address; not used here."),
      member<&Address::subnet_id>("SubnetId", "The subnet of the address; not shown here."),
      member<&Address::service_managed>("ServiceManaged", "The service of AWS that manages it; not shown here."),
      member<&Address::instance_id>("InstanceId", "Not used: ec2mimic has no instances."),
      member<&Address::public_ip>("PublicIp", "The address."));
};

}  // namespace model
}  // namespace ec2mimic
