// The regions that exist and their Availability Zones: a fixed table of the regions that AWS enables by default.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ec2mimic {

struct Zone {
  std::string name;  ///< `us-east-1a`
  std::string id;    ///< `use1-az6`; AWS maps names to ids per account, here the mapping is fixed
};

/// All region names, sorted.
[[nodiscard]] std::vector<std::string_view> region_names();

/// True for a name in region_names().
[[nodiscard]] bool is_region(std::string_view name);

/// The zones of a region, sorted by name; empty for an unknown region.
[[nodiscard]] std::vector<Zone> zones_of(std::string_view region);

}  // namespace ec2mimic
