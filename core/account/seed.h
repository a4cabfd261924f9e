// Seed documents: a description of a whole account, for walkthroughs and tests whose output must be the same every
// time. A seed can hold everything that a state can, and leave out what follows: serials, what every VPC has, and the
// ids of parts such as associations. Its shape is in seed_shape.h.
#pragma once

#include <chrono>
#include <string>
#include <variant>
#include <vector>

#include "core/account/seed_shape.h"
#include "core/account/seed_summary.h"
#include "core/records/records.h"
#include "core/seam/json.h"

namespace ec2mimic {

/// True if a seed describes nothing: it names no account and has no entry in any list.
[[nodiscard]] bool is_empty_seed(const Json& document);

/// Puts everything that a seed describes into `records`, which must be empty. The document must have the shape of a
/// seed. Returns a summary, or the faults of the seed, one per line; the records are then unusable. Client tokens
/// without a time count as used at `now`.
[[nodiscard]] std::variant<SeedSummary, std::vector<std::string>> apply_seed(const Json& document, Records& records,
                                                                             std::chrono::sys_seconds now);

/// What is wrong with a document as a seed, one fault per line; empty if it can be used.
[[nodiscard]] std::vector<std::string> seed_faults(const Json& document);

}  // namespace ec2mimic
