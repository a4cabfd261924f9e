// Steps from the versions that earlier programs wrote to the current one.
//
// The current version is the first, so there are no steps yet. A new table or a new member of a record needs a new
// version all the same, because an older program must not misjudge what it cannot see. The layer above knows what is in
// a record, so it will supply the step (FileStoreOptions).
#pragma once

#include <functional>
#include <span>

#include "state/document.h"

namespace ec2mimic::state {

/// One step: turns a document of version `from` into one of version `from` + 1.
struct Migration {
  unsigned from = 0;
  std::function<void(Document&)> apply;
};

/// Takes `document` from version `from` to version `to`. Returns false if a step is missing; the steps before it are
/// then already applied.
[[nodiscard]] bool migrate(Document& document, unsigned from, unsigned to, std::span<const Migration> steps);

}  // namespace ec2mimic::state
