// The AWS CLI's short options for a single rule of a security group: --protocol, --port, --cidr, --source-group and
// --group-owner. They become an element of IpPermissions.
#pragma once

#include <string>
#include <string_view>

#include "cli/args/command_line.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// Throws Failure if one of these options is given beside --ip-permissions.
void check_rule_options(const CommandLine& line);

/// Adds what the option says to the request; an empty value says nothing. The value is a text, or bytes of a file.
/// Throws Failure for a value that the AWS CLI refuses.
void add_rule_option(Json& request, std::string_view option, const Json& value);

}  // namespace ec2mimic::cli
