// Checks the quotas of all nouns (core/operation/quota.h) at once, after a call that writes.
#pragma once

namespace ec2mimic {

class Records;

/// Throws the error of a quota that the records put by this call exceed. What exceeded one before, because it was not
/// enforced then, can still be changed as long as it does not grow. Throws RecordError.
void require_quotas(const Records& records);

}  // namespace ec2mimic
