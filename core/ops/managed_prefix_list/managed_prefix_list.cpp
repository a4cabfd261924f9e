#include "core/ops/managed_prefix_list/managed_prefix_list.h"

#include <algorithm>

#include "core/net/aws_prefix_lists.h"
#include "core/net/ipv6_cidr.h"
#include "core/records/transition.h"

namespace ec2mimic {
namespace {

constexpr FilterRule kFilters[] = {
    filter<&ManagedPrefixList::owner_id>("owner-id", "The account that owns the list, or AWS."),
    filter<&ManagedPrefixList::prefix_list_id>("prefix-list-id", "The id of the list."),
    filter<&ManagedPrefixList::prefix_list_name>("prefix-list-name", "The name of the list."),
};

// AWS documents no times; such changes are over within seconds.
constexpr std::chrono::seconds kTimeToChange(2);

std::string state_of(const Context& context, const ManagedPrefixListRecord& list) {
  const bool is_in_progress = in_transition(context, list.transition_start, kTimeToChange);
  return std::string(list.modified ? "modify-" : "create-") + (is_in_progress ? "in-progress" : "complete");
}

std::string arn(const Context& context, const std::string& owner, const std::string& id) {
  return "arn:aws:ec2:" + context.region() + ':' + owner + ":prefix-list/" + id;
}

std::string block_fault(const std::string& cidr, const std::string& address_family) {
  return address_family == "IPv6" ? value_faults::ipv6_cidr_block(cidr) : value_faults::cidr_block(cidr);
}

std::optional<std::string> fault_in_entries(const std::vector<PrefixListEntry>& entries,
                                            const std::string& address_family) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string fault = block_fault(entries[i].cidr, address_family);
    if (!fault.empty()) return '[' + std::to_string(i) + "].Cidr: " + fault;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> ManagedPrefixListRecord::contradiction() const {
  if (prefix_list_name.empty()) return "PrefixListName: it is empty";
  if (auto fault = fault_in_entries(entries, address_family)) return "Entries" + *fault;
  for (std::size_t i = 0; i < former_versions.size(); ++i) {
    const std::string where = "FormerVersions[" + std::to_string(i) + "].";
    if (former_versions[i].version >= version) return where + "Version: it is not below " + std::to_string(version);
    if (auto fault = fault_in_entries(former_versions[i].entries, address_family)) return where + "Entries" + *fault;
  }
  if (static_cast<std::int64_t>(entries.size()) <= max_entries) return std::nullopt;
  return "MaxEntries: it has " + std::to_string(entries.size()) + " entries";
}

constinit const Noun ops::managed_prefix_list = define_noun<ManagedPrefixListRecord>({
    .type = "prefix-list",
    .prefix = "pl-",
    .not_found_code = "InvalidPrefixListID.NotFound",
    .not_found_text = "The prefix list ID '{}' does not exist",
    .dependency_text = "The prefix list '{}' has dependencies and cannot be deleted.",
});

constinit const std::span<const FilterRule> Resource<ManagedPrefixList>::filters = kFilters;

ManagedPrefixList Resource<ManagedPrefixList>::view(const std::string& id, const ManagedPrefixListRecord& record,
                                                    Context& context) {
  ManagedPrefixList list;
  list.prefix_list_id = id;
  list.address_family = record.address_family;
  list.state = state_of(context, record);
  list.prefix_list_arn = arn(context, context.account(), id);
  list.prefix_list_name = record.prefix_list_name;
  list.max_entries = record.max_entries;
  list.version = record.version;
  list.tags = record.tags;
  list.owner_id = context.account();
  return list;
}

void Resource<ManagedPrefixList>::as_created(ManagedPrefixList& view) { view.state = "create-in-progress"; }

namespace prefix_lists {

std::vector<ManagedPrefixList> provided(const Context& context) {
  std::vector<ManagedPrefixList> lists;
  for (const net::AwsPrefixList& one : net::aws_prefix_lists(context.region())) {
    ManagedPrefixList& list = lists.emplace_back();
    list.prefix_list_id = one.id;
    list.address_family = kAddressFamilies[0];
    list.state = "create-complete";
    list.prefix_list_arn = arn(context, "aws", list.prefix_list_id);
    list.prefix_list_name = one.name();
    list.tags.emplace();
    list.owner_id = "AWS";
  }
  return lists;
}

ManagedPrefixListRecord require_changeable(Context& context, const std::string& id) {
  for (const net::AwsPrefixList& one : net::aws_prefix_lists(context.region())) {
    if (one.id != id) continue;
    throw ApiError{"UnsupportedOperation", "The prefix list '" + id + "' is managed by AWS and cannot be changed."};
  }
  auto list = require<ManagedPrefixList>(context, id);
  if (in_transition(context, list.transition_start, kTimeToChange)) {
    throw ApiError{"IncorrectState", "The request cannot be completed while the prefix list (" + id +
                                         ") is in the current state (" + state_of(context, list) + ")."};
  }
  return list;
}

void check_name(const std::string& name) {
  for (const std::string_view reserved : {"com.amazonaws.", "com.amazon.", "com.aws."}) {
    if (!name.starts_with(reserved)) continue;
    throw ApiError{"InvalidParameterValue",
                   "The prefix list name cannot begin with (com.amazonaws., com.amazon., com.aws.)."};
  }
}

void check_size(std::int64_t max_entries) {
  if (max_entries >= 1 && max_entries <= kMostEntries) return;
  throw ApiError{"InvalidParameterValue", "Must specify a max size between 1 and " + std::to_string(kMostEntries)};
}

void check_room(const ManagedPrefixListRecord& list) {
  if (static_cast<std::int64_t>(list.entries.size()) <= list.max_entries) return;
  throw ApiError{"PrefixListMaxEntriesExceeded",
                 "The prefix list cannot have more than " + std::to_string(list.max_entries) + " entries."};
}

std::string block_of(const std::string& cidr, const std::string& address_family) {
  const bool is_ipv6 = address_family == "IPv6";
  if (block_fault(cidr, address_family).empty()) return is_ipv6 ? net::Ipv6Cidr::parse(cidr)->text() : cidr;
  throw ApiError{"InvalidParameterValue", "The specified CIDR (" + cidr +
                                              ") is not valid. For example, specify a CIDR in the following form: " +
                                              (is_ipv6 ? "2001:db8::/32." : "10.0.0.0/16.")};
}

Weight weight(const Records& records, const std::string& id) {
  const auto line = records.find(ManagedPrefixListRecord::kTable, id);
  if (!line) return {};
  const auto list = read_record<ManagedPrefixListRecord>(id, *line);
  const bool is_ipv6 = list.address_family == "IPv6";
  return {static_cast<std::size_t>(list.max_entries), !is_ipv6, is_ipv6};
}

ApiError too_many_changes() {
  return {"InvalidParameterValue",
          "The request cannot contain more than " + std::to_string(kMostChanges) + " entry additions or removals."};
}

}  // namespace prefix_lists
}  // namespace ec2mimic
