// Names that AWS has and this program may not: services, and EC2's operations and waiters.
//
// A script that uses one of them has made no mistake, so it is told that this program lacks it; and a misspelt name is
// compared with everything that it could have meant. The lists are those of the AWS CLI 1.45.11, as printed in its own
// `valid choices`. They are only used when a command line is refused.
#pragma once

#include <span>
#include <string_view>

namespace ec2mimic::cli {

/// True for a command other than `ec2`, such as `s3`.
[[nodiscard]] bool is_aws_service(std::string_view word);

/// Sorted by name: `accept-address-transfer`, ...
[[nodiscard]] std::span<const std::string_view> aws_ec2_operations();

/// True for an operation of EC2, by its command: `run-instances`.
[[nodiscard]] bool is_aws_ec2_operation(std::string_view word);

/// EC2's waiters, sorted by name: `bundle-task-complete`, ...
[[nodiscard]] std::span<const std::string_view> aws_ec2_waiters();

/// True for a waiter of EC2, by its command.
[[nodiscard]] bool is_aws_ec2_waiter(std::string_view word);

}  // namespace ec2mimic::cli
