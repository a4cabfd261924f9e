// Whether each record of a state is sound by itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/records/records.h"
#include "state/load_rules.h"

namespace ec2mimic {

/// What is wrong with one record by itself, or nothing: an unknown table, a key of the wrong kind, a member that does
/// not belong there. The state layer asks this of every record in a text that another hand wrote.
[[nodiscard]] std::optional<state::RecordFault> check_record(std::string_view table, std::string_view key,
                                                             std::string_view line);

/// The same for every record of a state, one line each, naming it. Throws RecordError for a record with a member that
/// this program does not know: then it cannot judge the others either.
[[nodiscard]] std::vector<std::string> check_records(const Records& records);

/// What the store has to know of all this in order to load a state.
[[nodiscard]] state::LoadRules load_rules();

}  // namespace ec2mimic
