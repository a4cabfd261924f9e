#include "core/operation/deleting.h"
#include "core/ops/dhcp_options/dhcp_options.h"

namespace ec2mimic::ops {
namespace {

constexpr auto kDeleteDhcpOptionsRequest =
    model::described("DeleteDhcpOptionsRequest",
                     deleting::id("DhcpOptionsId", "The set of options to delete.", "dhcp-options"), deleting::dry_run);

// Unlike other deletes, this one refuses a malformed id with an error of its own.
void check_id(const std::string& id) {
  if (id.starts_with(dhcp_options.prefix)) return;
  throw ApiError{"InvalidDhcpOptionsId.Malformed", "The dhcp-options ID '" + id + "' is malformed"};
}

// Of a dry run, too.
void check_existence(const DeleteRequest& request, Context& context) {
  check_id(request.id);
  static_cast<void>(require<DhcpOptions>(context, request.id));
}

constexpr DeleteRules<DhcpOptions> kDeleteDhcpOptionsRules{.check_id = &check_id};

constexpr std::string_view kDeleteDhcpOptionsErrors[] = {"InvalidDhcpOptionsId.Malformed"};
constexpr std::string_view kDeleteDhcpOptionsSeeAlso[] = {"describe-vpcs"};

}  // namespace

extern constinit const Operation delete_dhcp_options =
    define_delete<DhcpOptions, kDeleteDhcpOptionsRequest, kDeleteDhcpOptionsRules>({
        .name = "DeleteDhcpOptions",
        .summary = "Deletes a set of DHCP options",
        .description =
            "A set that a VPC uses, and the one that new VPCs of the region get, is not deleted. Associate the "
            "VPC with another set first, or with none: `default`.",
        .errors = kDeleteDhcpOptionsErrors,
        .dry_run_checks = checks_in_dry_run<&check_existence, &model::shape_by<kDeleteDhcpOptionsRequest>>,
        .see_also = kDeleteDhcpOptionsSeeAlso,
    });

}  // namespace ec2mimic::ops
