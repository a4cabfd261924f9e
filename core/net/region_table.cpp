#include "core/net/region_table.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ec2mimic {
namespace {

constexpr std::string_view kUsa = "United States of America";

constexpr std::array<KnownRegion, 17> kRegions{{
    {"ap-northeast-1", "Asia Pacific (Tokyo)", "Japan", "", "apne1", "acd", "412"},
    {"ap-northeast-2", "Asia Pacific (Seoul)", "South Korea", "", "apne2", "abcd", "1234"},
    {"ap-northeast-3", "Asia Pacific (Osaka)", "Japan", "", "apne3", "abc", "312"},
    {"ap-south-1", "Asia Pacific (Mumbai)", "India", "", "aps1", "abc", "132"},
    {"ap-southeast-1", "Asia Pacific (Singapore)", "Singapore", "", "apse1", "abc", "123"},
    {"ap-southeast-2", "Asia Pacific (Sydney)", "Australia", "", "apse2", "abc", "312"},
    {"ca-central-1", "Canada (Central)", "Canada", "", "cac1", "abd", "124"},
    {"eu-central-1", "Europe (Frankfurt)", "Germany", "", "euc1", "abc", "231"},
    {"eu-north-1", "Europe (Stockholm)", "Sweden", "", "eun1", "abc", "123"},
    {"eu-west-1", "Europe (Ireland)", "Ireland", "", "euw1", "abc", "123"},
    {"eu-west-2", "Europe (London)", "United Kingdom", "", "euw2", "abc", "231"},
    {"eu-west-3", "Europe (Paris)", "France", "", "euw3", "abc", "123"},
    {"sa-east-1", "South America (Sao Paulo)", "Brazil", "", "sae1", "abc", "123"},
    {"us-east-1", "US East (N. Virginia)", kUsa, "Virginia", "use1", "abcdef", "612435"},
    {"us-east-2", "US East (Ohio)", kUsa, "Ohio", "use2", "abc", "123"},
    {"us-west-1", "US West (N. California)", kUsa, "California", "usw1", "ab", "13"},
    {"us-west-2", "US West (Oregon)", kUsa, "Oregon", "usw2", "abcd", "1234"},
}};

}  // namespace

std::span<const KnownRegion> known_regions() { return kRegions; }

const KnownRegion* find_region(std::string_view name) {
  const auto* region =
      std::find_if(kRegions.begin(), kRegions.end(), [name](const KnownRegion& r) { return r.name == name; });
  return region == kRegions.end() ? nullptr : region;
}

std::vector<std::string_view> region_names() {
  std::vector<std::string_view> names;
  for (const KnownRegion& region : kRegions) names.push_back(region.name);
  return names;
}

bool is_region(std::string_view name) { return find_region(name) != nullptr; }

std::vector<Zone> zones_of(std::string_view name) {
  std::vector<Zone> zones;
  const KnownRegion* region = find_region(name);
  if (region == nullptr) return zones;
  for (std::size_t i = 0; i < region->letters.size(); ++i) {
    zones.push_back(
        {std::string(region->name) + region->letters[i], std::string(region->code) + "-az" + region->numbers[i]});
  }
  return zones;
}

std::optional<std::string> zone_id(std::string_view region, std::string_view zone_name) {
  for (Zone& zone : zones_of(region)) {
    if (zone.name == zone_name) return std::move(zone.id);
  }
  return std::nullopt;
}

}  // namespace ec2mimic
