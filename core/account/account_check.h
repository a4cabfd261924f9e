// Whether an account is one that calls could have made: each VPC has what comes along with it, each region that is used
// was opened, and no id or number is about to be given a second time.
#pragma once

#include <string>
#include <vector>

#include "core/records/records.h"

namespace ec2mimic {

/// What is amiss, one line each. Every record must be sound by itself (check_record).
[[nodiscard]] std::vector<std::string> check_account(const Records& records);

}  // namespace ec2mimic
