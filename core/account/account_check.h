// Whether an account is one that calls could have produced: each VPC has its companions, each region with records has a
// RegionRecord, and no serial or id is used, or about to be used, a second time.
#pragma once

#include <string>
#include <vector>

#include "core/records/records.h"

namespace ec2mimic {

/// Inconsistencies, one per line. Every record must be sound by itself (check_record). Throws RecordError.
[[nodiscard]] std::vector<std::string> check_account(const Records& records);

}  // namespace ec2mimic
