// What AWS has besides what this program mimics: the names of its services and of the operations
// and waiters of EC2.
//
// A script that asks for one of them has made no mistake, so it is told that the program lacks it; and a misspelt name
// is compared with all that it could have meant. The lists are those of the AWS CLI 1.45.11, as its own `valid choices`
// tell them. They are looked at only where a line is refused.
#pragma once

#include <span>
#include <string_view>

namespace ec2mimic::cli {

/// True for a command beside `ec2`, such as `s3`.
[[nodiscard]] bool is_aws_service(std::string_view word);

/// In the order of their names: `accept-address-transfer`, ...
[[nodiscard]] std::span<const std::string_view> aws_ec2_operations();

[[nodiscard]] bool is_aws_ec2_operation(std::string_view word);

/// The waiters of EC2: `bundle-task-complete`, ...
[[nodiscard]] std::span<const std::string_view> aws_ec2_waiters();

[[nodiscard]] bool is_aws_ec2_waiter(std::string_view word);

}  // namespace ec2mimic::cli
