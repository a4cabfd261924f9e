// Converts the records of older versions of the state to the current one.
//
// A new table or member needs no migration as long as its absence means that everything is as before (state/FORMAT.md).
// Otherwise, because new regions or VPCs are created with it, the version rises (state/layout.h), and a migration adds
// it to existing ones.
#pragma once

#include <span>

#include "state/migrations.h"

namespace ec2mimic {

/// One migration for each version before state::kCurrentVersion, oldest first. A migration reads and writes records as
/// JSON documents, not through the descriptions, which change after it was written.
[[nodiscard]] std::span<const state::Migration> migrations();

}  // namespace ec2mimic
