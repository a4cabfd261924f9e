#include "core/ops/network_interface/interface_narrowing.h"

#include "core/ops/network_interface/network_interface_record.h"
#include "core/ops/subnet/subnet.h"
#include "core/text/replaced.h"

namespace ec2mimic::interface_narrowing {
namespace {

// The record of an interface has the id of its subnet. To look for many of them is slower than to decode all records.
constexpr std::size_t kMostSubnets = 8;

void by_subnet(Narrowing& narrowing, const Narrowing& subnets, Context& context) {
  if (subnets.rules_out_nothing()) return;
  const std::vector<Row> rows = find_rows(context, {&row_source<SubnetRecord>, 1}, subnets);
  if (rows.size() > kMostSubnets) return;
  std::vector<std::string> ids;
  for (const Row& row : rows) ids.push_back(in_quotes(row.id));
  ids.empty() ? narrowing.is_key({}) : narrowing.in_line(std::move(ids));
}

}  // namespace

void by_zone(Narrowing& narrowing, const Patterns& patterns, Context& context) {
  // An interface whose subnet is gone, as only an editor can leave it, is in no zone.
  if (any_matches(patterns, "")) return;
  Narrowing subnets;
  constexpr auto kZone = &Subnet::availability_zone;
  narrow(subnets, detail::storage<kZone>(), model::described_member<kZone>(), "", patterns);
  by_subnet(narrowing, subnets, context);
}

void by_zone_id(Narrowing& narrowing, const Patterns& patterns, Context& context) {
  Narrowing subnets;
  narrow_to_zone_ids(subnets, patterns, context);
  by_subnet(narrowing, subnets, context);
}

void by_status(Narrowing& narrowing, const Patterns& patterns, Context& /*context*/) {
  if (any_matches(patterns, "available")) return;
  std::vector<std::string> texts;
  if (any_matches(patterns, "pending")) texts.push_back(in_quotes("TransitionStart"));
  if (any_matches(patterns, "in-use")) texts.push_back(in_quotes("Attachment"));
  texts.empty() ? narrowing.is_key({}) : narrowing.in_line(std::move(texts));
}

void by_private_address(Narrowing& narrowing, const Patterns& patterns, Context& /*context*/) {
  narrow(narrowing, StoredAs::string, model::described_member<&InterfaceAddress::private_ip_address>(), "", patterns);
}

void by_private_name(Narrowing& narrowing, const Patterns& patterns, Context& /*context*/) {
  // ip-10-0-0-4.ec2.internal
  constexpr std::string_view kPrefix = "ip-";
  const auto names = exact_texts(patterns);
  // An interface without a name may have an empty one.
  if (!names || any_matches(patterns, "")) return;
  std::vector<std::string> addresses;
  for (const std::string& name : *names) {
    const std::string host = name.substr(0, name.find('.'));
    if (!host.starts_with(kPrefix)) continue;
    addresses.push_back(in_quotes(replaced(host.substr(kPrefix.size()), "-", ".")));
  }
  addresses.empty() ? narrowing.is_key({}) : narrowing.in_line(std::move(addresses));
}

void by_any_address(Narrowing& narrowing, const Patterns& /*patterns*/, Context& context) {
  narrow_to_named(narrowing, Narrowing().in_line({in_quotes("NetworkInterfaceId")}), context,
                  &AddressRecord::network_interface_id);
}

void never(Narrowing& narrowing, const Patterns& /*patterns*/, Context& /*context*/) { narrowing.is_key({}); }

}  // namespace ec2mimic::interface_narrowing
