// How the records of older versions become those of today.
//
// A new table or a new member needs no step as long as its absence means that all is as before (state/FORMAT.md). Where
// that cannot be, because regions or VPCs are born with the new thing, the version rises (state/layout.h), and a step
// here gives it to those that are there already.
#pragma once

#include <span>

#include "state/migrations.h"

namespace ec2mimic {

/// One step for each version before state::kCurrentVersion. A step works on records as they were in its own days, so it
/// reads and writes them as documents and not by the descriptions of today.
[[nodiscard]] std::span<const state::Migration> migrations();

}  // namespace ec2mimic
