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

void append_split(Values& values, std::string_view text) {
  for (;;) {
    const std::size_t comma = text.find(',');
    values.emplace_back(text.substr(0, comma));
    if (comma == std::string_view::npos) return;
    text.remove_prefix(comma + 1);
  }
}

// The values that the request gives an option, in one or several places.
Values values_of(std::string_view option, const CreateDhcpOptions& request) {
  Values values;
  for (const NewDhcpConfiguration& one : request.dhcp_configurations) {
    if (one.key != option) continue;
    const std::size_t before = values.size();
    for (const std::string& value : one.values) append_split(values, value);
    if (values.size() == before) values.emplace_back();
  }
  return values;
}

std::vector<DhcpSetting> settings(const CreateDhcpOptions& request) {
  for (const NewDhcpConfiguration& one : request.dhcp_configurations) require_dhcp_option(one.key);
  std::vector<DhcpSetting> all;
  for (const std::string_view option : dhcp_options_in_order()) {
    Values values = values_of(option, request);
    if (values.empty()) continue;
    require_dhcp_values(option, values);
    all.push_back({std::string(option), std::move(values)});
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
