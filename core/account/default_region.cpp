#include "core/account/default_region.h"

#include "core/account/ids.h"
#include "core/ops/dhcp_options/dhcp_options.h"
#include "core/ops/vpc/vpc.h"
#include "core/records/derived_id.h"

namespace ec2mimic {
namespace {

void create_dhcp_options(Context& context, const std::string& id) {
  // Of all regions only us-east-1 has a domain without the region in it.
  const std::string domain = context.region() == "us-east-1" ? "ec2.internal" : context.region() + ".compute.internal";
  DhcpOptionsRecord options;
  options.dhcp_configurations = {{"domain-name", {domain}}, {"domain-name-servers", {"AmazonProvidedDNS"}}};
  Table<DhcpOptionsRecord>(context).create(id, options);
}

// The DHCP options of a region that was opened but has lost its record; nothing if it was never opened. What is left of
// such a region may have been changed or deleted since, so it must not be created again.
std::optional<std::string> options_of_opened(Context& context, const std::string& dhcp_options_id) {
  if (const auto vpc = default_vpc(context); vpc && vpc->second.dhcp_options_id) return vpc->second.dhcp_options_id;
  if (Table<DhcpOptionsRecord>(context).find(dhcp_options_id)) return dhcp_options_id;
  return std::nullopt;
}

void write_down(Records& records, const std::string& region, const RegionRecord& record) {
  records.put(RegionRecord::kTable, region, write_record(record));
  records.mark_as_default();
}

}  // namespace

void open_region(Records& records, const std::string& region) {
  if (records.find(RegionRecord::kTable, region)) return;
  // Nothing but account and region goes into the ids: a call that only reads shows the defaults without storing them,
  // and the first write must store the same ones.
  const std::string base = records.account() + '\n' + region;
  DerivedIds ids(records, base);
  Context context(records, ids, region);
  // The DHCP options take the first id below, so this is the id that they had if the region was opened before.
  if (const auto options = options_of_opened(context, derived_id(base, ops::dhcp_options.prefix, 1))) {
    return write_down(records, region, {*options});
  }
  const std::string dhcp_options_id = context.new_id(ops::dhcp_options.prefix);
  create_dhcp_options(context, dhcp_options_id);
  // Without a transition: the default VPC was there before the account was used, so nobody ever sees it pending.
  create_whole_default_vpc(context, context.new_id(ops::vpc.prefix), dhcp_options_id, {});
  write_down(records, region, {dhcp_options_id});
}

std::string open_bare_region(Records& records, const std::string& region, const std::string& dhcp_options_id) {
  std::string id = dhcp_options_id;
  if (id.empty()) {
    DerivedIds ids(records, records.account() + '\n' + region);
    Context context(records, ids, region);
    id = context.new_id(ops::dhcp_options.prefix);
    create_dhcp_options(context, id);
  }
  write_down(records, region, {id});
  return id;
}

std::vector<std::string> default_ids(std::string_view account, const std::string& region) {
  // Opens the region in an empty account and lists what that creates.
  const NoRecords nothing;
  Records records(nothing, account);
  open_region(records, region);
  std::vector<std::string> ids;
  for (const auto& [table, lines] : records.changes().tables) {
    for (const auto& [id, line] : lines) {
      if (table != RegionRecord::kTable) ids.push_back(id);
    }
  }
  return ids;
}

}  // namespace ec2mimic
