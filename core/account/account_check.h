// Whether an account is one that calls could have produced: each VPC has its companions, each region with records has a
// RegionRecord, no serial or id is used, or about to be used, a second time, and all relations hold.
#pragma once

#include <string>
#include <vector>

#include "core/account/problem.h"
#include "core/records/records.h"

namespace ec2mimic {

/// Problems, one per line. Every record must be sound by itself (check_record). Throws RecordError.
[[nodiscard]] std::vector<std::string> check_account(const Records& records);

/// Makes the next serial be above those of all records. Throws RecordError.
void raise_serial(Records& records);

/// Mends what can be mended without losing anything: a record whose serial another one has too gets a new one, which
/// puts it last in the order of creation; the serial of the state is raised to the greatest one; regions that lack
/// their record get it. Returns what was done, one change per line. Throws RecordError.
[[nodiscard]] std::vector<std::string> mend(Records& records);

}  // namespace ec2mimic
