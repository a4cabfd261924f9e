// A state taken apart in full, as it is between the strict parser and the layout, and while migrations are at work.
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
      tables;  ///< Every record there is. A migration that drops one erases it, or leaves nothing under its key.
};

/// What is wrong with a record.
struct RecordFault {
  std::string what;
  /// It is a table or a member of a name that this program does not know: a newer program may have written it.
  bool unknown_name = false;

  bool operator==(const RecordFault&) const = default;
};

/// Says what is wrong with a record, or nothing where all is well; a table that is not known is wrong as well. The
/// layer above hands it in, because to this one a record is opaque. The record is compact JSON and has passed the
/// strict parser: it has no duplicate keys and no numbers but integers.
using RecordCheck =
    std::function<std::optional<RecordFault>(std::string_view table, std::string_view key, std::string_view line)>;

}  // namespace ec2mimic::state
