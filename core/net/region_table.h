// The regions that exist and their Availability Zones: a fixed table of the regions that AWS enables by default.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ec2mimic {

struct Zone {
  std::string name;  ///< `us-east-1a`
  std::string id;    ///< `use1-az6`; AWS maps names to ids per account, here the mapping is fixed
};

/// A region, in the words in which AWS describes it.
struct KnownRegion {
  std::string_view name;           ///< `us-east-1`
  std::string_view long_name;      ///< `US East (N. Virginia)`
  std::string_view geography;      ///< The country: `United States of America`
  std::string_view sub_geography;  ///< `Virginia`; empty outside the United States
  std::string_view code;           ///< The prefix of its zone ids: `use1`
  std::string_view letters;        ///< The last characters of its zone names.
  std::string_view numbers;        ///< The last characters of the zone ids, in the same order.
};

/// All regions, sorted by name.
[[nodiscard]] std::span<const KnownRegion> known_regions();

/// The region of that name, or null.
[[nodiscard]] const KnownRegion* find_region(std::string_view name);

/// All region names, sorted.
[[nodiscard]] std::vector<std::string_view> region_names();

/// True for a name in region_names().
[[nodiscard]] bool is_region(std::string_view name);

/// The zones of a region, sorted by name; empty for an unknown region.
[[nodiscard]] std::vector<Zone> zones_of(std::string_view region);

/// The id of the zone of that name; nothing if the region has none such.
[[nodiscard]] std::optional<std::string> zone_id(std::string_view region, std::string_view zone_name);

}  // namespace ec2mimic
