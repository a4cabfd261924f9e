// Whether an account is one that calls could have produced: each VPC has its companions, each region with records has a
// RegionRecord, no serial or id is used twice or is about to be, and all relations hold.
#pragma once

#include <string>
#include <vector>

#include "core/records/records.h"

namespace ec2mimic {

/// Problems, one per line. Every record must be valid on its own (check_record). Throws RecordError.
[[nodiscard]] std::vector<std::string> check_account(const Records& records);

/// Raises the serial of the state so that the next one is above those of all records. Throws RecordError.
void raise_serial(Records& records);

/// Repairs whatever can be repaired without loss: a record that shares its serial with another one gets a new one,
/// which puts it last in the order of creation; the serial of the state is raised to the greatest one; regions that
/// lack their record get it. Returns what was done, one change per line. Throws RecordError.
[[nodiscard]] std::vector<std::string> mend(Records& records);

}  // namespace ec2mimic
