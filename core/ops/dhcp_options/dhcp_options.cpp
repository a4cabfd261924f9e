#include "core/ops/dhcp_options/dhcp_options.h"

#include "core/errors.h"

namespace ec2mimic::ops {
namespace {

ApiError not_found(std::string_view id) {
  return errors::id_not_found("InvalidDhcpOptionsID.NotFound", "dhcpOptions ID", id);
}

}  // namespace

constinit const Noun dhcp_options = define_noun<DhcpOptionsRecord>("dhcp-options", "dopt-", not_found);

}  // namespace ec2mimic::ops
