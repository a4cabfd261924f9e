// What a record must hold for a filter to match: finds it from the filter's values, so that only records which hold it
// are decoded.
//
// The rules are necessary conditions, never sufficient ones. A value is looked for as the line spells it; of a pattern,
// the longest text between two wildcards. A member that is missing from a line has its default, so a pattern that the
// default of its kind matches ("", 0, false) rules out nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/shape.h"
#include "core/records/narrowing.h"

namespace ec2mimic {

class Context;

/// As what a record stores the values of a filter.
enum class StoredAs : std::uint8_t {
  nothing,  ///< They are computed.
  string,
  number,
  boolean,
  key,  ///< It is the record's key.
};

/// True if one of the patterns matches the value.
[[nodiscard]] bool any_matches(std::span<const std::string> patterns, std::string_view value);

/// The patterns as the only texts that they match, or nothing if one of them has wildcards.
[[nodiscard]] std::optional<std::vector<std::string>> exact_texts(const std::vector<std::string>& patterns);

/// False if no value that the member can have matches one of the patterns.
[[nodiscard]] bool can_match(const model::Member& member, const std::vector<std::string>& patterns,
                             const Context& context);

/// Adds to `narrowing` what every record has that matches one of the patterns; nothing if that cannot be determined.
/// `member` is where the view has the value. `qualifier` is that of `tag:Owner`, or empty; values with a qualifier are
/// strings beside it.
void narrow(Narrowing& narrowing, StoredAs stored_as, const model::Member& member, std::string_view qualifier,
            const std::vector<std::string>& patterns);

/// The same for records with such an element in one of their lists.
void narrow_to_elements(Narrowing& narrowing, const model::Member& list);

}  // namespace ec2mimic
