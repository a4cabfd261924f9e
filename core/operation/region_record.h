// The record that says that a region was written down: see core/account/default_region.h, which does it.
#pragma once

#include <string>
#include <string_view>

#include "core/model/describe.h"
#include "core/records/context.h"

namespace ec2mimic {

/// The record that says that a region was written down, under the region's name.
struct RegionRecord {
  static constexpr std::string_view kTable = "regions";
  std::string dhcp_options_id{};
};

template <>
struct model::Describe<RegionRecord> {
  static constexpr std::string_view name = "RegionRecord";
  static constexpr auto members = model::members(member<&RegionRecord::dhcp_options_id>(
      "DhcpOptionsId", "The DHCP options of new VPCs in the region.", {.refers = "dhcp-options"}));
};

/// The DHCP options that a new VPC gets. The region must be open.
[[nodiscard]] std::string default_dhcp_options(Context& context);

}  // namespace ec2mimic
