#include <algorithm>

#include "core/net/region_table.h"
#include "core/operation/describing_computed.h"

namespace ec2mimic {
namespace {

struct DescribeAvailabilityZones {
  std::vector<std::string> zone_names{};
  std::vector<std::string> zone_ids{};
  std::optional<bool> all_availability_zones{};
  std::optional<bool> dry_run{};
  std::vector<Filter> filters{};
};

struct AvailabilityZoneSubGeography {
  std::string name{};
};

struct AvailabilityZoneGeography {
  std::string name{};
};

struct AvailabilityZoneMessage {
  std::string message{};
};

struct AvailabilityZone {
  std::string opt_in_status{};
  std::vector<AvailabilityZoneMessage> messages{};
  std::string region_name{};
  std::string zone_name{};
  std::string zone_id{};
  std::string group_name{};
  std::string network_border_group{};
  std::string zone_type{};
  std::optional<std::string> parent_zone_name{};
  std::optional<std::string> parent_zone_id{};
  std::string group_long_name{};
  std::vector<AvailabilityZoneGeography> geography{};
  std::vector<AvailabilityZoneSubGeography> sub_geography{};
  std::string state{};
};

struct DescribeAvailabilityZonesResult {
  std::vector<AvailabilityZone> availability_zones{};
};

}  // namespace

inline constexpr std::string_view kZoneStates[] = {"available"};

template <>
struct model::Describe<DescribeAvailabilityZones> {
  using Self = DescribeAvailabilityZones;
  static constexpr std::string_view name = "DescribeAvailabilityZonesRequest";
  static constexpr auto members = model::members(
      member<&Self::zone_names>("ZoneNames", "Shows the zones with these names; all of them must exist."),
      member<&Self::zone_ids>("ZoneIds", "Shows the zones with these ids; all of them must exist."),
      member<&Self::all_availability_zones>(
          "AllAvailabilityZones", "Also shows zones that are not enabled; all are enabled here.", {.no_effect = true}),
      dry_run<&DescribeAvailabilityZones::dry_run>, requested_filters<&DescribeAvailabilityZones::filters>());
};

template <>
struct model::Describe<AvailabilityZoneSubGeography> {
  static constexpr std::string_view name = "AvailabilityZoneSubGeography";
  static constexpr auto members =
      model::members(member<&AvailabilityZoneSubGeography::name>("Name", "The name of the state."));
};

template <>
struct model::Describe<AvailabilityZoneGeography> {
  static constexpr std::string_view name = "AvailabilityZoneGeography";
  static constexpr auto members =
      model::members(member<&AvailabilityZoneGeography::name>("Name", "The name of the country."));
};

template <>
struct model::Describe<AvailabilityZoneMessage> {
  static constexpr std::string_view name = "AvailabilityZoneMessage";
  static constexpr auto members =
      model::members(member<&AvailabilityZoneMessage::message>("Message", "The text of the message."));
};

template <>
struct model::Describe<AvailabilityZone> {
  using Self = AvailabilityZone;
  static constexpr std::string_view name = "AvailabilityZone";
  static constexpr auto members = model::members(
      member<&Self::opt_in_status>("OptInStatus", "The status of the zone: opt-in-not-required."),
      member<&Self::messages>("Messages", "Messages about the zone; always empty."),
      member<&Self::region_name>("RegionName", "The region that it is in."),
      member<&Self::zone_name>("ZoneName", "Its name, such as us-east-1a."),
      member<&Self::zone_id>("ZoneId", "Its id, such as use1-az6."),
      member<&Self::group_name>("GroupName", "The name of its group, such as us-east-1-zg-1."),
      member<&Self::network_border_group>("NetworkBorderGroup", "The location from which addresses are advertised."),
      member<&Self::zone_type>("ZoneType", "The type of the zone: availability-zone."),
      member<&Self::parent_zone_name>("ParentZoneName", "The parent of a local zone; not used here."),
      member<&Self::parent_zone_id>("ParentZoneId", "The id of that parent; not used here."),
      member<&Self::group_long_name>("GroupLongName", "The long name of its group."),
      member<&Self::geography>("Geography", "The country that it is in."),
      member<&Self::sub_geography>("SubGeography", "The state that it is in; empty outside the United States."),
      member<&Self::state>("State", "The state of the zone: available.", {.seen = kZoneStates}));
};

template <>
struct model::Describe<DescribeAvailabilityZonesResult> {
  static constexpr std::string_view name = "DescribeAvailabilityZonesResult";
  static constexpr auto members = model::members(
      member<&DescribeAvailabilityZonesResult::availability_zones>("AvailabilityZones", "The zones, sorted by name."));
};

namespace {

constexpr FilterRule kFilters[] = {
    filter<&AvailabilityZone::group_long_name>("group-long-name", "The long name of the zone's group."),
    filter<&AvailabilityZone::group_name>("group-name", "The name of the zone's group, such as us-east-1-zg-1."),
    filter<&AvailabilityZone::messages, &AvailabilityZoneMessage::message>("message", "Any message about the zone."),
    filter<&AvailabilityZone::opt_in_status>("opt-in-status", "The status of the zone: opt-in-not-required."),
    filter<&AvailabilityZone::parent_zone_id>("parent-zone-id", "The id of the parent of a local zone."),
    filter<&AvailabilityZone::parent_zone_name>("parent-zone-name", "The name of the parent of a local zone."),
    filter<&AvailabilityZone::region_name>("region-name", "The region that the zone is in."),
    filter<&AvailabilityZone::state>("state", "The state of the zone: available."),
    filter<&AvailabilityZone::zone_id>("zone-id", "The id of the zone, such as use1-az6."),
    filter<&AvailabilityZone::zone_name>("zone-name", "The name of the zone, such as us-east-1a."),
    filter<&AvailabilityZone::zone_type>("zone-type", "The type of the zone: availability-zone."),
};
constexpr std::span<const FilterRule> kFilterRules = kFilters;

AvailabilityZone view(const Zone& zone, const KnownRegion& region) {
  AvailabilityZone shown;
  shown.opt_in_status = "opt-in-not-required";
  shown.region_name = region.name;
  shown.zone_name = zone.name;
  shown.zone_id = zone.id;
  // Each region has one group of zones, the first.
  shown.group_name = shown.region_name + "-zg-1";
  shown.group_long_name = std::string(region.long_name) + " 1";
  shown.network_border_group = shown.region_name;
  shown.zone_type = "availability-zone";
  shown.geography.push_back({std::string(region.geography)});
  if (!region.sub_geography.empty()) shown.sub_geography.push_back({std::string(region.sub_geography)});
  shown.state = "available";
  return shown;
}

bool is_any(const std::vector<std::string>& wanted, const std::string& value) {
  return std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

// Keeps the zones that a list of names or ids selects. Throws for one that no zone has; `what` is AWS's word for it.
void select(std::vector<Zone>& zones, std::string Zone::*its, const std::vector<std::string>& wanted,
            const std::string& what) {
  if (wanted.empty()) return;
  for (const std::string& value : wanted) {
    if (std::none_of(zones.begin(), zones.end(), [&](const Zone& zone) { return zone.*its == value; })) {
      throw ApiError{"InvalidParameterValue", "Invalid availability " + what + ": [" + value + ']'};
    }
  }
  std::erase_if(zones, [&](const Zone& zone) { return !is_any(wanted, zone.*its); });
}

std::vector<AvailabilityZone> rows(const DescribeAvailabilityZones& request, Context& context) {
  if (!request.zone_names.empty() && !request.zone_ids.empty()) {
    throw ApiError{"InvalidParameterCombination", "The parameter zoneIds cannot be used with the parameter zoneNames"};
  }
  std::vector<Zone> zones = zones_of(context.region());
  select(zones, &Zone::name, request.zone_names, "zone");
  select(zones, &Zone::id, request.zone_ids, "zone-id");
  std::vector<AvailabilityZone> shown;
  const KnownRegion* region = find_region(context.region());
  for (const Zone& zone : zones) shown.push_back(view(zone, *region));
  return shown;
}

constexpr std::string_view kDescribeAvailabilityZonesErrors[] = {"InvalidParameterCombination"};
constexpr std::string_view kDescribeAvailabilityZonesSeeAlso[] = {"describe-regions", "describe-subnets"};

}  // namespace

namespace ops {

extern constinit const Operation describe_availability_zones =
    define_computed_describe<&rows, kFilterRules, &DescribeAvailabilityZones::filters,
                             &DescribeAvailabilityZonesResult::availability_zones>({
        .name = "DescribeAvailabilityZones",
        .summary = "Shows the Availability Zones of the region",
        .description = "Shows all zones of the region, those with the given names or ids, or those that match the "
                       "filters. Names and ids cannot be combined. There are no local zones.",
        .errors = kDescribeAvailabilityZonesErrors,
        .see_also = kDescribeAvailabilityZonesSeeAlso,
    });

}  // namespace ops
}  // namespace ec2mimic
