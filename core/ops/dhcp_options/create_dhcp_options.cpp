#include <algorithm>
#include <charconv>

#include "core/net/cidr.h"
#include "core/net/ipv6_cidr.h"
#include "core/operation/creating.h"
#include "core/ops/dhcp_options/dhcp_options.h"

namespace ec2mimic {
namespace {

struct NewDhcpConfiguration {
  std::string key{};
  std::vector<std::string> values{};
};

struct CreateDhcpOptions {
  std::vector<NewDhcpConfiguration> dhcp_configurations{};
  std::vector<TagSpecification> tag_specifications{};
  std::optional<bool> dry_run{};
};

struct CreateDhcpOptionsResult {
  DhcpOptions dhcp_options{};
};

}  // namespace

template <>
struct model::Describe<NewDhcpConfiguration> {
  static constexpr std::string_view name = "NewDhcpConfiguration";
  static constexpr auto members = model::members(
      member<&NewDhcpConfiguration::key>("Key", "The name of the option, such as domain-name."),
      member<&NewDhcpConfiguration::values>("Values", "The values of the option; commas separate values too."));
};

template <>
struct model::Describe<CreateDhcpOptions> {
  static constexpr std::string_view name = "CreateDhcpOptionsRequest";
  static constexpr auto members = model::members(
      member<&CreateDhcpOptions::dhcp_configurations>("DhcpConfigurations", "The options to set.",
                                                      {.required = true, .insists_on = "DhcpConfigurations"}),
      creating::tags<&CreateDhcpOptions::tag_specifications>("Tags for the new set; ResourceType is dhcp-options."),
      dry_run<&CreateDhcpOptions::dry_run>);
};

template <>
struct model::Describe<CreateDhcpOptionsResult> {
  static constexpr std::string_view name = "CreateDhcpOptionsResult";
  static constexpr auto members =
      model::members(member<&CreateDhcpOptionsResult::dhcp_options>("DhcpOptions", "The set of options."));
};

namespace {

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
struct Option {
  std::string_view name;
  bool (*takes)(const Values& values);
};

// In the order in which AWS shows them, whatever that of the request.
constexpr Option kOptions[] = {{"domain-name", &are_domain_names},
                               {"domain-name-servers", &are_name_servers},
                               {"ipv6-address-preferred-lease-time", &is_lease_time},
                               {"ntp-servers", &are_ntp_servers},
                               {"netbios-name-servers", &are_netbios_name_servers},
                               {"netbios-node-type", &is_node_type}};

void require_option(const std::string& name) {
  if (std::any_of(std::begin(kOptions), std::end(kOptions), [&](const Option& one) { return one.name == name; }))
    return;
  throw ApiError{"InvalidParameterValue", "Value (" + name + ") for parameter name is invalid. Unknown DHCP option"};
}

void append_split(Values& values, std::string_view text) {
  for (;;) {
    const std::size_t comma = text.find(',');
    values.emplace_back(text.substr(0, comma));
    if (comma == std::string_view::npos) return;
    text.remove_prefix(comma + 1);
  }
}

std::string joined(const Values& values) {
  std::string text;
  for (const std::string& value : values) text += (text.empty() ? "" : ",") + value;
  return text;
}

// The values that the request gives an option, in one or several places.
Values values_of(const Option& option, const CreateDhcpOptions& request) {
  Values values;
  for (const NewDhcpConfiguration& one : request.dhcp_configurations) {
    if (one.key != option.name) continue;
    const std::size_t before = values.size();
    for (const std::string& value : one.values) append_split(values, value);
    if (values.size() == before) values.emplace_back();
  }
  return values;
}

std::vector<DhcpSetting> settings(const CreateDhcpOptions& request) {
  for (const NewDhcpConfiguration& one : request.dhcp_configurations) require_option(one.key);
  std::vector<DhcpSetting> all;
  for (const Option& option : kOptions) {
    Values values = values_of(option, request);
    if (values.empty()) continue;
    if (std::find(values.begin(), values.end(), "") != values.end()) {
      throw invalid_value_of("empty string", option.name, "is not allowed");
    }
    if (!option.takes(values)) throw invalid_value(joined(values));
    all.push_back({std::string(option.name), std::move(values)});
  }
  return all;
}

CreateDhcpOptionsResult run_create_dhcp_options(const CreateDhcpOptions& request, Context& context) {
  DhcpOptionsRecord options;
  options.tags = sorted(tags_for(request.tag_specifications, ops::dhcp_options.type));
  options.dhcp_configurations = settings(request);
  const std::string id = context.new_id(ops::dhcp_options.prefix);
  Table<DhcpOptionsRecord>(context).create(id, options);
  return {*find_created<DhcpOptions>(context, id)};
}

constexpr std::string_view kCreateDhcpOptionsSeeAlso[] = {"create-vpc"};

}  // namespace

namespace ops {

extern constinit const Operation create_dhcp_options = define<&run_create_dhcp_options>({
    .name = "CreateDhcpOptions",
    .effect = Effect::writes,
    .summary = "Creates a set of DHCP options",
    .description = "The options are domain-name, domain-name-servers, ipv6-address-preferred-lease-time, ntp-servers, "
                   "netbios-name-servers and netbios-node-type. An option that is given several times has all the "
                   "values. No VPC uses the new set until `associate-dhcp-options` says so.",
    .see_also = kCreateDhcpOptionsSeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
