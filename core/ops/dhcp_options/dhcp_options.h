// DHCP option sets. So far each region has only its default one.
#pragma once

#include "core/operation/noun.h"

namespace ec2mimic {

namespace ops {
extern const Noun dhcp_options;
}

struct DhcpConfiguration {
  std::string key{};
  std::vector<std::string> values{};
};

struct DhcpOptionsRecord {
  static constexpr std::string_view kTable = "dhcp-options";
  std::string region{};
  std::int64_t serial = 0;
  std::vector<DhcpConfiguration> dhcp_configurations{};
  std::vector<Tag> tags{};
};

template <>
struct model::Describe<DhcpConfiguration> {
  static constexpr std::string_view name = "DhcpConfiguration";
  static constexpr auto members = model::members(
      member<&DhcpConfiguration::key>("Key", "The name of the option, such as domain-name.", {.tells_apart = true}),
      member<&DhcpConfiguration::values>("Values", "The values of the option."));
};

template <>
struct model::Describe<DhcpOptionsRecord> {
  static constexpr std::string_view name = "DhcpOptionsRecord";
  static constexpr auto members =
      model::members(recorded::region<&DhcpOptionsRecord::region>, recorded::serial<&DhcpOptionsRecord::serial>,
                     member<&DhcpOptionsRecord::dhcp_configurations>("DhcpConfigurations", "The options that are set."),
                     recorded::tags<&DhcpOptionsRecord::tags>);
};

}  // namespace ec2mimic
