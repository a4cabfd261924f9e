// Checks what must hold between records, as far as it follows from their descriptions (model::Traits: refers, part,
// tells_apart, sole_in) and from what nouns add (Noun::check_relations).
#pragma once

#include "core/account/problem.h"
#include "core/records/records.h"

namespace ec2mimic {

/// Problems between records: references to what is missing or in another region, an id or a key that occurs twice, a
/// flag that more than one record has. Also tags that AWS would refuse. Every record must be valid on its own
/// (check_record). Throws RecordError.
[[nodiscard]] Problems check_relations(const Records& records);

}  // namespace ec2mimic
