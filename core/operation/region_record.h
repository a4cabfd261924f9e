// The record of a region whose defaults were written to the state by core/account/default_region.h.
#pragma once

#include <string>
#include <string_view>

#include "core/model/describe.h"
#include "core/records/context.h"

namespace ec2mimic {

/// Exists once the defaults of a region have been written to the state; its key is the region's name.
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

/// The DHCP options that a new VPC gets. open_region() must have been called for the region.
[[nodiscard]] std::string default_dhcp_options(Context& context);

}  // namespace ec2mimic
