#include "core/ops/dhcp_options/dhcp_options.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "core/net/cidr.h"
#include "core/net/ipv6_cidr.h"

namespace ec2mimic {
namespace {

constexpr FilterRule kFilters[] = {
    filter<&DhcpOptions::dhcp_options_id>("dhcp-options-id", "The id of the options."),
    filter<&DhcpOptions::dhcp_configurations, &DhcpConfiguration::key>("key",
                                                                       "The name of any option, such as domain-name."),
    filter<&DhcpOptions::owner_id>("owner-id", "The account that owns the options."),
    tag_filter<&DhcpOptions::tags>(),
    tag_key_filter<&DhcpOptions::tags>(),
    tag_value_filter<&DhcpOptions::tags>(),
    filter<&DhcpOptions::dhcp_configurations, &DhcpConfiguration::values, &AttributeValue::value>(
        "value", "A value of any option."),
};

using Values = std::vector<std::string>;

ApiError invalid_value(const std::string& what) {
  return {"InvalidParameterValue", "Value (" + what + ") for parameter value is invalid. Invalid DHCP option value."};
}

ApiError invalid_value_of(const std::string& what, std::string_view option, const std::string& why) {
  return invalid_value(what + " for '" + std::string(option) + "' " + why);
}

bool is_ipv4(const std::string& value) { return net::Cidr::parse(value + "/32").has_value(); }
bool is_ipv6(const std::string& value) { return net::Ipv6Cidr::parse(value + "/128").has_value(); }
bool is_address(const std::string& value) { return is_ipv4(value) || is_ipv6(value); }

constexpr std::size_t kLongestName = 253;
constexpr std::size_t kMostServers = 4;

bool are_domain_names(const Values& values) {
  return std::all_of(values.begin(), values.end(), [](const auto& one) { return one.size() <= kLongestName; });
}

bool are_name_servers(const Values& values) {
  return values.size() <= kMostServers && std::all_of(values.begin(), values.end(), [](const auto& one) {
           return one == "AmazonProvidedDNS" || is_address(one);
         });
}

bool are_ntp_servers(const Values& values) {
  const auto ipv4 = static_cast<std::size_t>(std::count_if(values.begin(), values.end(), is_ipv4));
  return std::all_of(values.begin(), values.end(), is_address) && ipv4 <= kMostServers &&
         values.size() - ipv4 <= kMostServers;
}

bool are_netbios_name_servers(const Values& values) {
  return values.size() <= kMostServers && std::all_of(values.begin(), values.end(), is_ipv4);
}

struct Number {
  std::int64_t value = 0;
  std::errc error{};
};

Number number(const std::string& text) {
  Number read;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read.value);
  read.error = error == std::errc() && end != text.data() + text.size() ? std::errc::invalid_argument : error;
  return read;
}

// AWS accepts every signed byte, although it recommends only 2 and knows no more than 1, 2, 4 and 8.
bool is_node_type(const Values& values) {
  const Number read = number(values[0]);
  return values.size() == 1 && read.error == std::errc() && read.value >= -128 && read.value <= 127;
}

bool is_lease_time(const Values& values) {
  constexpr std::string_view kName = "ipv6-address-preferred-lease-time";
  if (values.size() != 1) return false;
  const Number read = number(values[0]);
  const std::string quoted = '\'' + values[0] + '\'';
  if (read.error == std::errc::invalid_argument) throw invalid_value_of(quoted, kName, "is not allowed");
  if (read.error != std::errc() || read.value < 140 || read.value > INT32_MAX) {
    throw invalid_value_of(quoted, kName, "is out of bounds");
  }
  return true;
}

// An option, and whether values can be its own; may throw ApiError instead.
struct DhcpOption {
  std::string_view name;
  bool (*takes)(const Values& values);
};

// In the order in which AWS shows them, whatever that of the request.
constexpr DhcpOption kOptions[] = {{"domain-name", &are_domain_names},
                                   {"domain-name-servers", &are_name_servers},
                                   {"ipv6-address-preferred-lease-time", &is_lease_time},
                                   {"ntp-servers", &are_ntp_servers},
                                   {"netbios-name-servers", &are_netbios_name_servers},
                                   {"netbios-node-type", &is_node_type}};

const DhcpOption& option_called(std::string_view name) {
  const auto* const found =
      std::find_if(std::begin(kOptions), std::end(kOptions), [&](const DhcpOption& one) { return one.name == name; });
  if (found != std::end(kOptions)) return *found;
  throw ApiError{"InvalidParameterValue",
                 "Value (" + std::string(name) + ") for parameter name is invalid. Unknown DHCP option"};
}

std::string joined(const Values& values) {
  std::string text;
  for (const std::string& value : values) text += (text.empty() ? "" : ",") + value;
  return text;
}

}  // namespace

std::optional<std::string> DhcpOptionsRecord::contradiction() const {
  for (std::size_t i = 0; i < dhcp_configurations.size(); ++i) {
    try {
      require_dhcp_values(dhcp_configurations[i].key, dhcp_configurations[i].values);
    } catch (const ApiError& error) {
      return "DhcpConfigurations[" + std::to_string(i) + "]: " + error.message;
    }
  }
  return std::nullopt;
}

std::vector<std::string_view> dhcp_options_in_order() {
  std::vector<std::string_view> names;
  for (const DhcpOption& option : kOptions) names.push_back(option.name);
  return names;
}

void require_dhcp_option(std::string_view name) { static_cast<void>(option_called(name)); }

void require_dhcp_values(std::string_view name, const std::vector<std::string>& values) {
  const DhcpOption& option = option_called(name);
  if (std::find(values.begin(), values.end(), "") != values.end()) {
    throw invalid_value_of("empty string", name, "is not allowed");
  }
  if (!option.takes(values)) throw invalid_value(joined(values));
}

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
