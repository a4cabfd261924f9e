#include <algorithm>

#include "core/net/region_table.h"
#include "core/operation/describing_computed.h"

namespace ec2mimic {
namespace {

struct DescribeRegions {
  std::vector<std::string> region_names{};
  std::optional<bool> all_regions{};
  std::optional<bool> dry_run{};
  std::vector<Filter> filters{};
};

struct RegionGeography {
  std::string name{};
};

struct Region {
  std::string opt_in_status{};
  std::vector<RegionGeography> geography{};
  std::string region_name{};
  std::string endpoint{};
};

struct DescribeRegionsResult {
  std::vector<Region> regions{};
};

}  // namespace

template <>
struct model::Describe<DescribeRegions> {
  using Self = DescribeRegions;
  static constexpr std::string_view name = "DescribeRegionsRequest";
  static constexpr auto members = model::members(
      member<&Self::region_names>("RegionNames", "Shows these regions; all of them must exist."),
      member<&Self::all_regions>("AllRegions", "Also shows regions that are not enabled; all are enabled here.",
                                 {.no_effect = true}),
      dry_run<&DescribeRegions::dry_run>, requested_filters<&DescribeRegions::filters>());
};

template <>
struct model::Describe<RegionGeography> {
  static constexpr std::string_view name = "RegionGeography";
  static constexpr auto members = model::members(member<&RegionGeography::name>("Name", "The name of the country."));
};

template <>
struct model::Describe<Region> {
  static constexpr std::string_view name = "Region";
  static constexpr auto members =
      model::members(member<&Region::opt_in_status>("OptInStatus", "The status of the region: opt-in-not-required."),
                     member<&Region::geography>("Geography", "The country that it is in."),
                     member<&Region::region_name>("RegionName", "The name of the region."),
                     member<&Region::endpoint>("Endpoint", "The host that the AWS CLI would connect to."));
};

template <>
struct model::Describe<DescribeRegionsResult> {
  static constexpr std::string_view name = "DescribeRegionsResult";
  static constexpr auto members =
      model::members(member<&DescribeRegionsResult::regions>("Regions", "The regions, sorted by name."));
};

namespace {

constexpr FilterRule kFilters[] = {
    filter<&Region::endpoint>("endpoint", "The endpoint, such as ec2.us-east-1.amazonaws.com."),
    filter<&Region::opt_in_status>("opt-in-status", "The status of the region: opt-in-not-required."),
    filter<&Region::region_name>("region-name", "The name of the region, such as us-east-1."),
};
constexpr std::span<const FilterRule> kFilterRules = kFilters;

// Regions that an account must opt in to are not among the known ones.
Region view(const KnownRegion& region) {
  const std::string name(region.name);
  return {"opt-in-not-required", {{std::string(region.geography)}}, name, "ec2." + name + ".amazonaws.com"};
}

std::vector<Region> rows(const DescribeRegions& request, Context&) {
  const auto& names = request.region_names;
  for (const std::string& name : names) {
    if (!is_region(name)) throw ApiError{"InvalidRegion", "The region '" + name + "' is not valid"};
  }
  std::vector<Region> regions;
  for (const KnownRegion& region : known_regions()) {
    if (names.empty() || std::find(names.begin(), names.end(), region.name) != names.end()) {
      regions.push_back(view(region));
    }
  }
  return regions;
}

constexpr std::string_view kDescribeRegionsErrors[] = {"InvalidRegion"};
constexpr std::string_view kDescribeRegionsSeeAlso[] = {"describe-availability-zones"};

}  // namespace

namespace ops {

extern constinit const Operation describe_regions =
    define_computed_describe<&rows, kFilterRules, &DescribeRegions::filters, &DescribeRegionsResult::regions>({
        .name = "DescribeRegions",
        .summary = "Shows the regions",
        .description = "Shows all regions, those with the given names, or those that match the filters. There are 17, "
                       "those that need no opt-in.",
        .errors = kDescribeRegionsErrors,
        .see_also = kDescribeRegionsSeeAlso,
    });

}  // namespace ops
}  // namespace ec2mimic
