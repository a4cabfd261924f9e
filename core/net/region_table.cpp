#include "core/net/region_table.h"

#include <algorithm>
#include <array>

namespace ec2mimic {
namespace {

struct Region {
  std::string_view name;
  std::string_view code;     // the prefix of its zone ids
  std::string_view letters;  // the last characters of its zone names
  std::string_view numbers;  // the last characters of the zone ids, in the same order
};

constexpr std::array<Region, 17> kRegions{{
    {"ap-northeast-1", "apne1", "acd", "412"},
    {"ap-northeast-2", "apne2", "abcd", "1234"},
    {"ap-northeast-3", "apne3", "abc", "312"},
    {"ap-south-1", "aps1", "abc", "132"},
    {"ap-southeast-1", "apse1", "abc", "123"},
    {"ap-southeast-2", "apse2", "abc", "312"},
    {"ca-central-1", "cac1", "abd", "124"},
    {"eu-central-1", "euc1", "abc", "231"},
    {"eu-north-1", "eun1", "abc", "123"},
    {"eu-west-1", "euw1", "abc", "123"},
    {"eu-west-2", "euw2", "abc", "231"},
    {"eu-west-3", "euw3", "abc", "123"},
    {"sa-east-1", "sae1", "abc", "123"},
    {"us-east-1", "use1", "abcdef", "612435"},
    {"us-east-2", "use2", "abc", "123"},
    {"us-west-1", "usw1", "ab", "13"},
    {"us-west-2", "usw2", "abcd", "1234"},
}};

const Region* find(std::string_view name) {
  const auto* region =
      std::find_if(kRegions.begin(), kRegions.end(), [name](const Region& r) { return r.name == name; });
  return region == kRegions.end() ? nullptr : region;
}

}  // namespace

std::vector<std::string_view> region_names() {
  std::vector<std::string_view> names;
  for (const Region& region : kRegions) names.push_back(region.name);
  return names;
}

bool is_region(std::string_view name) { return find(name) != nullptr; }

std::vector<Zone> zones_of(std::string_view name) {
  std::vector<Zone> zones;
  const Region* region = find(name);
  if (region == nullptr) return zones;
  for (std::size_t i = 0; i < region->letters.size(); ++i) {
    zones.push_back(
        {std::string(region->name) + region->letters[i], std::string(region->code) + "-az" + region->numbers[i]});
  }
  return zones;
}

}  // namespace ec2mimic
