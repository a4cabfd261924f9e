// What the store needs to know about records in order to load a state. The layer above supplies it.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "state/document.h"
#include "state/layout.h"
#include "state/migrations.h"

namespace ec2mimic::state {

/// True for a table that may hold records.
using TableCheck = std::function<bool(std::string_view table)>;

/// Where a check is missing, everything passes.
struct LoadRules {
  RecordCheck check;       ///< Asked for every record of a file that was edited or is of an older version.
  TableCheck knows_table;  ///< Asked for every table of any file, so that nothing is decided beside an unknown one.
  std::span<const Migration> migrations;  ///< The steps from older versions; must outlive the store.
  unsigned version = kCurrentVersion;     ///< What the steps lead to. Tests may override it.
};

}  // namespace ec2mimic::state
