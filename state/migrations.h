// From the versions that earlier programs wrote to the one of today, step by step. The steps themselves are in
// core/account/migrations.h, because they need to know what is in a record; they are handed to the store with its
// LoadRules. When the version rises, and when it need not, is said in FORMAT.md.
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
