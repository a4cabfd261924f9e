#include "core/ops/dhcp_options/dhcp_options.h"

namespace ec2mimic {
namespace {

constexpr FilterRule kFilters[] = {
    filter<&DhcpOptions::dhcp_options_id>("dhcp-options-id", "The id of the options."),
    filter<&DhcpOptions::dhcp_configurations, &DhcpConfiguration::key>("key",
                                                                       "The name of any option, such as domain-name."),
    filter<&DhcpOptions::owner_id>("owner-id", "The account that owns the options."),
    tag_filter<&DhcpOptions::tags>(),
    tag_key_filter<&DhcpOptions::tags>(),
    filter<&DhcpOptions::dhcp_configurations, &DhcpConfiguration::values, &AttributeValue::value>(
        "value", "A value of any option."),
};

}  // namespace

constinit const Noun ops::dhcp_options = define_noun<DhcpOptionsRecord>({
    .type = "dhcp-options",
    .prefix = "dopt-",
    .not_found_code = "InvalidDhcpOptionsID.NotFound",
    .not_found_text = "The dhcpOptions ID '{}' does not exist",
    .dependency_text = "The dhcpOptions '{}' has dependencies and cannot be deleted.",
});

constinit const std::span<const FilterRule> Resource<DhcpOptions>::filters = kFilters;

DhcpOptions Resource<DhcpOptions>::view(const std::string& id, const DhcpOptionsRecord& record, Context& context) {
  DhcpOptions options{context.account(), record.tags, id, {}};
  for (const DhcpSetting& setting : record.dhcp_configurations) {
    DhcpConfiguration& shown = options.dhcp_configurations.emplace_back();
    shown.key = setting.key;
    for (const std::string& value : setting.values) shown.values.push_back({value});
  }
  return options;
}

}  // namespace ec2mimic
