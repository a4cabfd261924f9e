// Checks each record of a state on its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/records/records.h"
#include "state/load_rules.h"

namespace ec2mimic {

/// What is wrong with one record on its own, or nothing: a key of the wrong form, an unknown member. The table must be
/// one of load_rules(). The state layer calls this for every record of a file that was edited by hand.
[[nodiscard]] std::optional<state::RecordFault> check_record(std::string_view table, std::string_view key,
                                                             std::string_view line);

/// The same for every record of a state, one problem per line, with the name of the record. Throws RecordError for a
/// record with a member that this program does not know: such a state cannot be judged at all.
[[nodiscard]] std::vector<std::string> check_records(const Records& records);

/// The rules that the store needs to load a state.
[[nodiscard]] state::LoadRules load_rules();

}  // namespace ec2mimic
