// Converts the versions that earlier programs wrote to the current one, step by step. The steps themselves are in
// core/account/migrations.h, because they need to know what is in a record; they are handed to the store with its
// LoadRules. FORMAT.md says when the version must rise.
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
