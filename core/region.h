// A region at first sight. Nobody has to create what AWS puts there: DHCP options and a default VPC with all that
// belongs to it. The ids follow from account and region, so that two readers who write nothing see the same; the first
// commit in a region writes everything down, and from then on it can be changed and deleted like anything else.
#pragma once

#include <string>

#include "core/context.h"
#include "core/model/describe.h"

namespace ec2mimic {

/// The record that says that a region was written down, under the region's name.
struct RegionRecord {
  static constexpr std::string_view kTable = "regions";
  std::string dhcp_options_id{};
};

template <>
struct model::Describe<RegionRecord> {
  static constexpr std::string_view name = "RegionRecord";
  static constexpr auto members = model::members(
      member<&RegionRecord::dhcp_options_id>("DhcpOptionsId", "The DHCP options that new VPCs of the region get."));
};

/// Makes the records that stand in every region from the start, unless this region was written down before. Call it
/// before anything else in a region: the records are presumed (see Records), not changed.
void open_region(Records& records, const std::string& region);

/// The DHCP options that a new VPC gets. The region must be open.
[[nodiscard]] std::string default_dhcp_options(Context& context);

}  // namespace ec2mimic
