#include "core/operation/operation.h"
#include "core/ops/dhcp_options/dhcp_options.h"
#include "core/ops/vpc/vpc.h"

namespace ec2mimic {
namespace {

struct AssociateDhcpOptions {
  std::string dhcp_options_id{};
  std::string vpc_id{};
  std::optional<bool> dry_run{};
};

}  // namespace

template <>
struct model::Describe<AssociateDhcpOptions> {
  static constexpr std::string_view name = "AssociateDhcpOptionsRequest";
  static constexpr auto members =
      model::members(member<&AssociateDhcpOptions::dhcp_options_id>(
                         "DhcpOptionsId", "The set of options to use, or `default` for none.",
                         {.required = true, .insists_on = "DhcpOptionsId", .refers = "dhcp-options"}),
                     member<&AssociateDhcpOptions::vpc_id>("VpcId", "The VPC that is to use it.",
                                                           {.required = true, .insists_on = "VpcId", .refers = "vpc"}),
                     dry_run<&AssociateDhcpOptions::dry_run>);
};

namespace {

// The set of options that the request names; nothing if the VPC is to use none.
std::optional<std::string> named(const std::string& id) {
  if (id == kNoDhcpOptions) return std::nullopt;
  if (id.starts_with(ops::dhcp_options.prefix)) return id;
  throw ApiError{"InvalidDhcpOptionsId.Malformed", "Invalid id: \"" + id + "\" (expecting \"dopt-...\")"};
}

void run_associate_dhcp_options(const AssociateDhcpOptions& request, Context& context) {
  const auto options = named(request.dhcp_options_id);
  static_cast<void>(require<Vpc>(context, request.vpc_id));
  if (options) static_cast<void>(require<DhcpOptions>(context, *options));
  set_dhcp_options(context, request.vpc_id, options);
}

constexpr std::string_view kAssociateDhcpOptionsErrors[] = {"InvalidDhcpOptionsId.Malformed"};
constexpr std::string_view kAssociateDhcpOptionsSeeAlso[] = {"describe-vpcs"};

}  // namespace

namespace ops {

extern constinit const Operation associate_dhcp_options = define<&run_associate_dhcp_options>({
    .name = "AssociateDhcpOptions",
    .effect = Effect::writes,
    .summary = "Makes a VPC use a set of DHCP options",
    .description = "The VPC uses the set instead of the one it had. With `default` it uses none, and `describe-vpcs` "
                   "shows that word instead of an id.",
    .errors = kAssociateDhcpOptionsErrors,
    .see_also = kAssociateDhcpOptionsSeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
