// The regions that exist, with their Availability Zones: a fixed table of those that need no opt-in.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ec2mimic {

struct Zone {
  std::string name;  ///< `us-east-1a`
  std::string id;    ///< `use1-az6`; which id a name has differs between AWS accounts, here it never does
};

/// All region names, sorted.
[[nodiscard]] std::vector<std::string_view> region_names();

[[nodiscard]] bool is_region(std::string_view name);

/// The zones of a region, by name; none for an unknown region.
[[nodiscard]] std::vector<Zone> zones_of(std::string_view region);

}  // namespace ec2mimic
