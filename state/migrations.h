// From the versions that earlier programs wrote to the one of today, step by step.
//
// The current version is the first, so there is nothing to migrate yet, and no list of steps stands here. A new table
// or a new member of a record raises the version all the same, because an older program must not misjudge what it
// cannot see; the step that leads there is then handed to the store by the layer above, which knows what is in a record
// (FileStoreOptions).
#pragma once

#include <functional>
#include <span>

#include "state/document.h"

namespace ec2mimic::state {

/// One step: makes of a document of version `from` one of version `from` + 1.
struct Migration {
  unsigned from = 0;
  std::function<void(Document&)> apply;
};

/// Takes `document` from version `from` to version `to`. False, with the document as far as the steps led, where a step
/// is missing.
[[nodiscard]] bool migrate(Document& document, unsigned from, unsigned to, std::span<const Migration> steps);

}  // namespace ec2mimic::state
