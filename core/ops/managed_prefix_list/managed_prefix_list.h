// Managed prefix lists: their record and their view, and the lists that AWS provides, which have no records.
#pragma once

#include "core/operation/resource.h"

namespace ec2mimic {

namespace ops {
extern const Noun managed_prefix_list;
}

struct PrefixListEntry {
  std::string cidr{};
  std::optional<std::string> description{};
};

struct PrefixListVersion {
  std::int64_t version = 0;
  std::vector<PrefixListEntry> entries{};
};

struct ManagedPrefixListRecord {
  static constexpr std::string_view kTable = "prefix-lists";
  std::string region{};
  std::int64_t serial = 0;
  std::string prefix_list_name{};
  std::string address_family{};
  std::int64_t max_entries = 0;
  std::int64_t version = 1;
  std::vector<PrefixListEntry> entries{};
  std::vector<PrefixListVersion> former_versions{};  ///< The oldest first.
  bool modified = false;                             ///< Whether it was modified since its creation.
  std::optional<std::string> transition_start{};     ///< When it was created or modified, if that took a while.
  std::vector<Tag> tags{};

  /// Says what is wrong with a list that has no name, or whose entries are not of its family, or more than it has room
  /// for.
  [[nodiscard]] std::optional<std::string> contradiction() const;
};

/// A prefix list as AWS shows it.
struct ManagedPrefixList {
  std::string prefix_list_id{};
  std::string address_family{};
  std::string state{};
  std::optional<std::string> state_message{};
  std::string prefix_list_arn{};
  std::string prefix_list_name{};
  std::optional<std::int64_t> max_entries{};
  std::optional<std::int64_t> version{};
  std::optional<std::vector<Tag>> tags{};
  std::string owner_id{};
  std::optional<std::string> ipam_prefix_list_resolver_target_id{};
  std::optional<bool> ipam_prefix_list_resolver_sync_enabled{};
};

template <>
struct Resource<ManagedPrefixList> {
  using Record = ManagedPrefixListRecord;
  static constexpr const Noun& noun = ops::managed_prefix_list;
  static const std::span<const FilterRule> filters;
  static constexpr auto id = &ManagedPrefixList::prefix_list_id;
  static constexpr auto tags = &ManagedPrefixList::tags;
  static ManagedPrefixList view(const std::string& id, const ManagedPrefixListRecord& record, Context& context);
  static void as_created(ManagedPrefixList& view);
};

inline constexpr std::string_view kAddressFamilies[] = {"IPv4", "IPv6"};
inline constexpr std::string_view kPrefixListStates[] = {"create-in-progress",  "create-complete",  "create-failed",
                                                         "modify-in-progress",  "modify-complete",  "modify-failed",
                                                         "restore-in-progress", "restore-complete", "restore-failed",
                                                         "delete-in-progress",  "delete-complete",  "delete-failed"};

namespace prefix_lists {

inline constexpr std::int64_t kMostEntries = 1000;
/// In one request, to add and to remove together.
inline constexpr std::size_t kMostChanges = 100;

/// The lists that AWS provides in the caller's region, as it shows them.
[[nodiscard]] std::vector<ManagedPrefixList> provided(const Context& context);

/// The record of a list to change. Throws NotFound, UnsupportedOperation for a list that AWS provides, IncorrectState
/// while it is being created or modified, and RecordError.
[[nodiscard]] ManagedPrefixListRecord require_changeable(Context& context, const std::string& id);

/// Throws ApiError for a name that AWS reserves.
void check_name(const std::string& name);

/// Throws ApiError unless a list can have room for so many entries.
void check_size(std::int64_t max_entries);

/// Throws PrefixListMaxEntriesExceeded if the list has more entries than room.
void check_room(const ManagedPrefixListRecord& list);

/// The block as it is shown. Throws ApiError unless it is one of that family without host bits.
[[nodiscard]] std::string block_of(const std::string& cidr, const std::string& address_family);

/// What a rule or a route to a list counts as in a quota.
struct Weight {
  std::size_t entries = 1;  ///< Those that the list has room for.
  bool is_ipv4 = true, is_ipv6 = true;
};

/// The weight of a list; that of the lists that AWS provides, and of one that does not exist, is one of each kind.
/// Throws RecordError.
[[nodiscard]] Weight weight(const Records& records, const std::string& id);

/// The error for more than kMostChanges.
[[nodiscard]] ApiError too_many_changes();

}  // namespace prefix_lists

namespace model {

template <>
struct Describe<PrefixListEntry> {
  static constexpr std::string_view name = "PrefixListEntry";
  static constexpr auto members =
      model::members(member<&PrefixListEntry::cidr>("Cidr", "The block.", {.tells_apart = true}),
                     member<&PrefixListEntry::description>("Description", "What it is for."));
};

template <>
struct Describe<PrefixListVersion> {
  static constexpr std::string_view name = "PrefixListVersion";
  static constexpr auto members = model::members(
      member<&PrefixListVersion::version>("Version", "The number of the version.", {.minimum = 1, .tells_apart = true}),
      member<&PrefixListVersion::entries>("Entries", "The entries that it had."));
};

template <>
struct Describe<ManagedPrefixListRecord> {
  using Self = ManagedPrefixListRecord;
  static constexpr std::string_view name = "ManagedPrefixListRecord";
  static constexpr auto members = model::members(
      recorded::region<&Self::region>, recorded::serial<&Self::serial>,
      member<&Self::prefix_list_name>("PrefixListName", "Its name, which need not be the only one."),
      member<&Self::address_family>("AddressFamily", "The kind of its blocks.", {.choices = kAddressFamilies}),
      member<&Self::max_entries>("MaxEntries", "How many entries it can have.",
                                 {.minimum = 1, .maximum = prefix_lists::kMostEntries}),
      member<&Self::version>("Version", "The number of its version.", {.minimum = 1}),
      member<&Self::entries>("Entries", "Its blocks."),
      member<&Self::former_versions>("FormerVersions", "Its entries in earlier versions."),
      member<&Self::modified>("Modified", "Whether it was modified since its creation.",
                              {.shown_as = "State", .set_if_shown = "modify-"}),
      recorded::transition_start<&Self::transition_start>, recorded::tags<&Self::tags>);
};

template <>
struct Describe<ManagedPrefixList> {
  using Self = ManagedPrefixList;
  static constexpr std::string_view name = "ManagedPrefixList";
  static constexpr auto members = model::members(
      member<&Self::prefix_list_id>("PrefixListId", "Its id.", {.refers = "prefix-list", .key = true}),
      member<&Self::address_family>("AddressFamily", "The kind of its blocks: IPv4 or IPv6."),
      member<&Self::state>("State", "Its state, such as create-complete.",
                           {.choices = kPrefixListStates, .computed = true}),
      member<&Self::state_message>("StateMessage", "Details of the state, if any."),
      member<&Self::prefix_list_arn>("PrefixListArn", "Its ARN.", {.computed = true}),
      member<&Self::prefix_list_name>("PrefixListName", "Its name."),
      member<&Self::max_entries>("MaxEntries", "How many entries it can have; absent for a list of AWS's own."),
      member<&Self::version>("Version", "The number of its version; absent for a list of AWS's own."),
      member<&Self::tags>("Tags", "Its tags."),
      member<&Self::owner_id>("OwnerId", "The account that owns it, or AWS.", {.computed = true}),
      member<&Self::ipam_prefix_list_resolver_target_id>("IpamPrefixListResolverTargetId",
                                                         "The IPAM resolver that maintains it; not used here."),
      member<&Self::ipam_prefix_list_resolver_sync_enabled>("IpamPrefixListResolverSyncEnabled",
                                                            "Whether such a resolver changes it; not used here."));
};

}  // namespace model
}  // namespace ec2mimic
