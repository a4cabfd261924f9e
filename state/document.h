// A fully parsed state: what the strict parser returns, migrations change, and the layout is made from.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "state/store.h"

namespace ec2mimic::state {

struct Document {
  Header header;
  TableChanges
      tables;  ///< Every record there is. To delete one, a migration erases its key or stores nullopt under it.
};

/// What is wrong with a record.
struct RecordFault {
  std::string what;
  /// It is a table or a member of a name that this program does not know: a newer program may have written it.
  bool unknown_name = false;

  bool operator==(const RecordFault&) const = default;
};

/// Returns what is wrong with a record of a known table, or nothing if it is fine. The layer above supplies this,
/// because records are opaque to this one. The record is compact JSON that has passed the strict parser: it has no
/// duplicate keys, and its numbers are all integers.
using RecordCheck =
    std::function<std::optional<RecordFault>(std::string_view table, std::string_view key, std::string_view line)>;

}  // namespace ec2mimic::state
