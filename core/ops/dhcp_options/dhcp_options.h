// DHCP option sets: their record and their view. Each region has one from the start.
#pragma once

#include "core/operation/attribute_value.h"
#include "core/operation/resource.h"

namespace ec2mimic {

namespace ops {
extern const Noun dhcp_options;
}

/// In place of an id: a VPC that uses no set of options.
inline constexpr std::string_view kNoDhcpOptions = "default";

/// An option as the record keeps it.
struct DhcpSetting {
  std::string key{};
  std::vector<std::string> values{};
};

struct DhcpOptionsRecord {
  static constexpr std::string_view kTable = "dhcp-options";
  std::string region{};
  std::int64_t serial = 0;
  std::vector<DhcpSetting> dhcp_configurations{};
  std::vector<Tag> tags{};

  /// Says which option there is not, or cannot have its values.
  [[nodiscard]] std::optional<std::string> contradiction() const;
};

struct DhcpConfiguration {
  std::string key{};
  std::vector<AttributeValue> values{};
};

/// A set of DHCP options as AWS shows it.
struct DhcpOptions {
  std::string owner_id{};
  std::vector<Tag> tags{};
  std::string dhcp_options_id{};
  std::vector<DhcpConfiguration> dhcp_configurations{};
};

template <>
struct Resource<DhcpOptions> {
  using Record = DhcpOptionsRecord;
  static constexpr const Noun& noun = ops::dhcp_options;
  static const std::span<const FilterRule> filters;
  static constexpr auto id = &DhcpOptions::dhcp_options_id;
  static constexpr auto tags = &DhcpOptions::tags;
  static DhcpOptions view(const std::string& id, const DhcpOptionsRecord& record, Context& context);
};

/// The names of all options, in the order in which AWS shows them.
[[nodiscard]] std::vector<std::string_view> dhcp_options_in_order();

/// Throws InvalidParameterValue if there is no option of that name.
void require_dhcp_option(std::string_view name);

/// The same, and also if the option cannot have these values, of which there is at least one.
void require_dhcp_values(std::string_view name, const std::vector<std::string>& values);

namespace model {

template <>
struct Describe<DhcpSetting> {
  static constexpr std::string_view name = "DhcpSetting";
  static constexpr auto members = model::members(
      member<&DhcpSetting::key>("Key", "The name of the option, such as domain-name.", {.tells_apart = true}),
      member<&DhcpSetting::values>("Values", "The values of the option.", {.minimum = 1}));
};

template <>
struct Describe<DhcpOptionsRecord> {
  static constexpr std::string_view name = "DhcpOptionsRecord";
  static constexpr auto members =
      model::members(recorded::region<&DhcpOptionsRecord::region>, recorded::serial<&DhcpOptionsRecord::serial>,
                     member<&DhcpOptionsRecord::dhcp_configurations>("DhcpConfigurations", "The options that are set."),
                     recorded::tags<&DhcpOptionsRecord::tags>);
};

template <>
struct Describe<DhcpConfiguration> {
  static constexpr std::string_view name = "DhcpConfiguration";
  static constexpr auto members =
      model::members(member<&DhcpConfiguration::key>("Key", "The name of the option, such as domain-name."),
                     member<&DhcpConfiguration::values>("Values", "The values of the option."));
};

template <>
struct Describe<DhcpOptions> {
  static constexpr std::string_view name = "DhcpOptions";
  static constexpr auto members = model::members(
      member<&DhcpOptions::owner_id>("OwnerId", "The account that owns them.", {.computed = true, .account = true}),
      member<&DhcpOptions::tags>("Tags", "Their tags."),
      member<&DhcpOptions::dhcp_options_id>("DhcpOptionsId", "Their id.", {.refers = "dhcp-options", .key = true}),
      member<&DhcpOptions::dhcp_configurations>("DhcpConfigurations", "The options that are set."));
};

}  // namespace model
}  // namespace ec2mimic
